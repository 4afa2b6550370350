/// What the pages have in common on which people sign.
enum BrowserPage {
    static func text(title: String, body: String) -> String {
        HTMLPage.text(title: title, body: body, kind: .scripted)
    }

    /// What forms look like, and texts that must be seen whole.
    static let style = """
        fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; padding: 0.5rem 1rem; max-width: 44rem; min-width: 0; }
        legend { font-weight: bold; } label { display: inline-block; margin-top: 0.3rem; }
        input, textarea, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet);
          border-radius: 4px; padding: 0.35rem 0.5rem; max-width: 100%; box-sizing: border-box; } textarea { width: 100%; min-height: 5rem; }
        button { background: var(--shade); cursor: pointer; } button.main { background: var(--link); color: var(--paper); border-color: var(--link); }
        button:disabled, fieldset:disabled button { color: var(--quiet); background: var(--shade); border-color: var(--line); cursor: default; }
        :is(input, textarea, select, button):focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
        [role=alert] { color: var(--no-go); font-weight: bold; }
        pre, legend, [role] { overflow-wrap: anywhere; } pre { overflow: visible; }
        """

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
