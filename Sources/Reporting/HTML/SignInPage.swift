/// The page that takes a token.
package enum SignInPage {
    package static func html(hasFailed: Bool) -> String {
        let failure =
            hasFailed ? "<p role=\"alert\">That token may not read, or its time is over.</p>\n" : ""
        return HTMLPage.text(
            title: "Sign in",
            body: """
                <h1>Readiness</h1>
                \(failure)<form method="post" action="/sign-in">
                <p><label for="token">Token that may read</label><br>
                <input id="token" name="token" type="password" autocomplete="current-password" required></p>
                <p><button type="submit">Sign in</button></p>
                </form>

                """,
            head: ServedPage.parts)
    }
}
