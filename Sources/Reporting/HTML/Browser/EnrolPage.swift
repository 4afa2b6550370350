/// The page that a link to make a passkey leads to.
package enum EnrolPage {
    package static let html = BrowserPage.text(
        title: "Enrol a passkey",
        body: """
            <h1>Enrol a passkey</h1>
            <p>A passkey stays on this device, or with the account that keeps your passkeys. What you sign with it stands in the ledger under your name.</p>
            <p id="link">The link is looked at.</p>
            <p><button id="make" type="button" class="main" disabled>Make a passkey</button></p>

            """ + BrowserPage.panel)
}
