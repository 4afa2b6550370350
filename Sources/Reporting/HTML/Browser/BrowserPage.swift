/// What the pages have in common on which people sign.
enum BrowserPage {
    static func text(title: String, body: String) -> String {
        HTMLPage.text(title: title, body: body, kind: .scripted)
    }

    /// The place where the script shows what is about to be signed, and what became of it.
    static let panel = """
        <noscript><p role="alert">Signing takes the script of this page, which your browser does not run. Reading does without.</p></noscript>
        <section id="signing" tabindex="-1" aria-labelledby="signing-title" hidden>
        <h2 id="signing-title">What you sign</h2>
        <p id="meaning"></p>
        <p>Your passkey signs the text below, byte for byte, and nothing else. It then stands in the ledger under your name, and stays there. Your device asks for its PIN, your finger or your face.</p>
        <pre><code id="statement"></code></pre>
        <p><button id="sign" type="button" class="main">Sign with your passkey</button> <button id="leave" type="button">Do not sign</button></p>
        </section>
        <p id="outcome" role="status" tabindex="-1"></p>
        <p id="failure" role="alert" tabindex="-1"></p>

        """

    /// Who is signed in, with the way out.
    static func person(_ name: String) -> String {
        """
        <p>You are signed in as \(HTMLEscaping.text(name)). <button id="sign-out" type="button">Sign out</button></p>

        """
    }
}
