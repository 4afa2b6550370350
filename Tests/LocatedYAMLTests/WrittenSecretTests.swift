import LocatedYAML
import Testing

/// What a mistake repeats of a text that may hold a secret.
struct WrittenSecretTests {
    private static func diagnostic(_ line: String, message: String = "m") -> Diagnostic {
        SourceText(path: "t.yaml", bytes: Array(line.utf8))
            .diagnostic("c", message, at: SourceSpan(start: 0, end: 1))
    }

    @Test(
        "A line that may hold a secret is not shown",
        arguments: [
            "password: hunter2", "password: {envv: hunter2}", "token: {files: hunter2}",
            "password: {envé: hunter2}", "url: \"u:hunter2@x.test/\"",
            "url: \"https:/u:hunter2@x.test/\"", "url: https://u:hun/ter2@x.test/",
            "url: https://u:hunter2@x.test/a", "- u:hunter2@x.test",
        ])
    func hidden(_ line: String) {
        #expect(Self.diagnostic(line).line.isEmpty)
    }

    @Test(
        "Other lines are",
        arguments: [
            "password: {env: NAME}", "password: {'file' : key}",
            "basic: {user: a, password: {env: B}}",
            "url: https://h:8443/users/@me", "url: https://[::1]/users/@me",
            "url: https://h/users/@me", "mail: mailto:a@b.test", "mail: a@b.test",
        ])
    func shown(_ line: String) {
        #expect(Self.diagnostic(line).line == line)
    }

    @Test(
        "A message has neither user nor password, and all the rest",
        arguments: [
            ("\"u:hunter2@x.test/\" is wrong", "\"‹secret›@x.test/\" is wrong"),
            ("\"https:/u:hunter2@x.test/\"", "\"https:/‹secret›@x.test/\""),
            ("the key `u:hunter2@x.test`", "the key `‹secret›@x.test`"),
            ("https://u:hunter2@x.test/a@b", "https://‹secret›@x.test/a@b"),
            ("https://u:hun/ter2@x.test/", "https://‹secret›@x.test/"),
            ("https://hunter2@x.test/", "https://‹secret›@x.test/"),
            ("https://h:8443/users/@me", "https://h:8443/users/@me"),
        ])
    func messages(_ message: String, _ masked: String) {
        #expect(Self.diagnostic("a: b", message: message).message == masked)
    }
}
