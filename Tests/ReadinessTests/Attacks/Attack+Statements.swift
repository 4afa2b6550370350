extension Attack {
    private static let type = "Content-Type: application/vnd.readiness.statements"

    /// Bodies that are no statements.
    static let bodies: [Attack] = [
        Attack("nothing", send("POST", "/api/statements", [type], body: ""), [422]),
        Attack(
            "a form",
            send(
                "POST", "/api/statements", ["Content-Type: application/x-www-form-urlencoded"],
                body: "a=b"), [415]),
        Attack(
            "a text, as pages may send it",
            send("POST", "/api/statements", ["Content-Type: text/plain"], body: "{}"), [415]),
        Attack(
            "parts of a form",
            send(
                "POST", "/api/statements", ["Content-Type: multipart/form-data; boundary=x"],
                body: "--x--"), [415]),
        Attack("no type", send("POST", "/api/statements", [], body: "{}"), [415]),
        Attack(
            "a type behind another one",
            send(
                "POST", "/api/statements",
                ["Content-Type: text/plain, application/vnd.readiness.statements"], body: "{}"),
            [415]),
        Attack("what is no JSON", send("POST", "/api/statements", [type], body: "probe\n"), [422]),
        Attack(
            "another JSON",
            send("POST", "/api/statements", [type], body: "{\"not\":\"a statement\"}\n"), [422]),
        Attack(
            "a list that nests without end",
            send(
                "POST", "/api/statements", [type],
                body: String(repeating: "[", count: 60_000) + "\n"), [422]),
        Attack(
            "a number without end",
            send("POST", "/api/statements", [type], body: "{\"a\":1e99999}\n"), [422]),
        Attack(
            "a key twice",
            send(
                "POST", "/api/statements", [type],
                body: "{\"kind\":\"sign-off\",\"kind\":\"waiver\"}\n"), [422]),
        Attack(
            "a key of another kind of object",
            send(
                "POST", "/api/statements", [type], body: "{\"__proto__\":{\"kind\":\"waiver\"}}\n"),
            [422]),
        Attack(
            "a NUL in a text", send("POST", "/api/statements", [type], body: "{\"a\":\"\0\"}\n"),
            [422]),
        Attack(
            "what is packed",
            send("POST", "/api/statements", [type, "Content-Encoding: gzip"], body: "\u{1F}probe"),
            [422, 415]),
        Attack(
            "a body that says that it is too long",
            head("POST", "/api/statements", [type, "Content-Length: 99999999"]), [413]),
        Attack(
            "an answer in a form that there is not",
            send("POST", "/api/statements", [type, "Accept: text/html"], body: "{}\n"), [406]),
        Attack(
            "evidence that has another digest",
            send(
                "PUT", "/api/evidence/sha256/" + String(repeating: "a", count: 64), evidence,
                body: "probe"), [422]),
        Attack(
            "evidence of nothing",
            send(
                "PUT",
                "/api/evidence/sha256/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                evidence, body: ""), [422]),
        Attack(
            "evidence under a name",
            send("PUT", "/api/evidence/sha256/probe", evidence, body: "probe"), [404]),
        Attack(
            "evidence that says that it is too long",
            head(
                "PUT", "/api/evidence/sha256/" + String(repeating: "a", count: 64),
                evidence + ["Content-Length: 67108865"]), [413]),
        Attack(
            "evidence of a stranger",
            send(
                "PUT", "/api/evidence/sha256/" + String(repeating: "a", count: 64),
                ["Content-Type: application/octet-stream"], body: "probe"), [401]),
        Attack(
            "a text of a checklist is brought by itself",
            send(
                "PUT", "/api/checklists/sha256/" + String(repeating: "a", count: 64), evidence,
                body: "probe"), [405], with: ["GET, HEAD"]),
        Attack("an entry is taken out", head("DELETE", "/log/1", evidence), [405]),
        Attack(
            "a checkpoint is put in place", send("PUT", "/checkpoint", evidence, body: "probe"),
            [405]),
        Attack(
            "a tile is put in place", send("PUT", "/tile/0/000", evidence, body: "probe"), [405]),
        Attack(
            "a rollout is changed", send("PATCH", "/rollouts/sample", evidence, body: "probe"),
            [405]),
    ]

    private static let evidence = [
        "Authorization: Bearer {token}", "Content-Type: application/octet-stream",
    ]

    /// Statements whose signature is not one of whoever they name: the file of each, and the code of the
    /// refusal.
    static let signatures = [
        ("stranger", "signature"), ("member", "signature"), ("purpose", "signature"),
        ("swapped", "signature"), ("changed", "signature"), ("armor", "signature"),
        ("twosigs", "signature"),
        ("unsigned", "unsigned"),
    ]

    /// A statement with its signature, as a program would send it.
    static func statement(_ body: String) -> String {
        send("POST", "/api/statements", [type], body: body)
    }
}
