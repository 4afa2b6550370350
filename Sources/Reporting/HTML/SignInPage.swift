/// The page that takes a passkey, or a token that may read.
package enum SignInPage {
    package static func html(hasFailed: Bool) -> String {
        let failure =
            hasFailed ? "<p role=\"alert\">That token may not read, or its time is over.</p>\n" : ""
        return BrowserPage.text(
            title: "Sign in",
            body: """
                <h1>Readiness</h1>
                <h2>With a passkey</h2>
                <p>You may then read, and sign in the browser. Signing in says nothing else: each thing that you say is shown and signed by itself.</p>
                <noscript><p>This takes the script of the page, which your browser does not run.</p></noscript>
                <p><button id="sign-in" type="button" class="main" disabled>Sign in with a passkey</button></p>
                <pre id="sign-in-text" hidden></pre>
                <p id="failure" role="alert" tabindex="-1"></p>
                <h2>With a token that may read</h2>
                \(failure)<form method="post" action="/sign-in">
                <p><label for="token">Token that may read</label><br>
                <input id="token" name="token" type="password" autocomplete="current-password" required></p>
                <p><button type="submit">Sign in</button></p>
                </form>

                """)
    }
}
