extension Attack {
    /// Whom nothing is told, and who cannot act in somebody's name.
    static let access: [Attack] =
        paths.map { Attack("\($0) without a token", head("GET", $0, []), [401]) } + [
            Attack("a head without a token", head("HEAD", "/checkpoint", []), [401]),
            Attack(
                "a token whose time is over",
                head("GET", "/checkpoint", ["Authorization: Bearer {late}"]), [401]),
            Attack(
                "a token of another server",
                head("GET", "/checkpoint", ["Authorization: Bearer {foreign}"]), [401]),
            Attack(
                "a token that is none", head("GET", "/checkpoint", ["Authorization: Bearer rr_00"]),
                [401]),
            Attack(
                "a token of nothing", head("GET", "/checkpoint", ["Authorization: Bearer "]), [401]),
            Attack(
                "a token cut short", head("GET", "/checkpoint", ["Authorization: Bearer rr_"]),
                [401]),
            Attack(
                "another scheme", head("GET", "/checkpoint", ["Authorization: Basic {token}"]),
                [401]),
            Attack(
                "a token without a scheme", head("GET", "/checkpoint", ["Authorization: {token}"]),
                [401]),
            Attack(
                "two tokens, the good one behind",
                head(
                    "GET", "/checkpoint",
                    ["Authorization: Bearer rr_00", "Authorization: Bearer {token}"]), [400, 401]),
            Attack(
                "a token in an address", head("GET", "/checkpoint?token={token}", []), [400],
                without: ["rr_"]),
            Attack(
                "a token in an address, by another name",
                head("GET", "/api/rollouts?access_token={token}", []), [400], without: ["rr_"]),
            Attack(
                "a token in a cookie of another name",
                head("GET", "/checkpoint", ["Cookie: readiness={token}"]), [401]),
            Attack(
                "a token in an address, its name encoded",
                head("GET", "/sign-in?%74oken={token}", []), [400], with: ["never stands"],
                without: ["rr_"]),
            Attack(
                "a cookie that is none",
                head("GET", "/checkpoint", ["Cookie: __Host-readiness=rr_00"]), [401]),
            Attack(
                "a cookie writes from another site",
                send(
                    "PUT", "/api/evidence/sha256/" + String(repeating: "a", count: 64),
                    [
                        "Cookie: __Host-readiness={token}", "Sec-Fetch-Site: cross-site",
                        "Content-Type: application/octet-stream",
                    ], body: "probe"), [401]),
            Attack(
                "a cookie writes from another port of this machine",
                send(
                    "PUT", "/api/evidence/sha256/" + String(repeating: "a", count: 64),
                    [
                        "Cookie: __Host-readiness={token}", "Sec-Fetch-Site: same-site",
                        "Content-Type: application/octet-stream",
                    ], body: "probe"), [401]),
            Attack(
                "somebody is signed in by another site",
                send(
                    "POST", "/sign-in",
                    [
                        "Sec-Fetch-Site: cross-site",
                        "Content-Type: application/x-www-form-urlencoded",
                    ],
                    body: "token=rr_00"), [403], without: ["set-cookie"]),
            Attack(
                "a cookie is made before somebody signs in",
                send(
                    "POST", "/sign-in",
                    [
                        "Sec-Fetch-Site: same-origin", "Cookie: __Host-readiness=probe",
                        "Content-Type: application/x-www-form-urlencoded",
                    ], body: "token=rr_probe"), [200], with: ["may not read"],
                without: ["set-cookie", "rr_probe"]),
            Attack(
                "a sign-in that is no form",
                send(
                    "POST", "/sign-in",
                    ["Sec-Fetch-Site: same-origin", "Content-Type: application/json"],
                    body: "{}"), [415]),
            Attack(
                "a sign-in that is too long",
                send(
                    "POST", "/sign-in",
                    [
                        "Sec-Fetch-Site: same-origin",
                        "Content-Type: application/x-www-form-urlencoded",
                    ], body: "token=" + String(repeating: "a", count: 9000)), [413]),
            Attack(
                "the address of another server in Host",
                head("GET", "/", ["Accept: text/html", "X-Forwarded-Host: evil.example"])
                    .replacing("Host: localhost", with: "Host: evil.example"), [303],
                without: ["evil.example"]),
            Attack(
                "a method behind another one",
                get("/api/rollouts", ["X-HTTP-Method-Override: DELETE", "X-Method-Override: PUT"]),
                [200]),
            Attack("a method in an address", get("/api/rollouts?_method=DELETE"), [400]),
            Attack(
                "a path behind another one",
                head(
                    "GET", "/health", ["X-Original-URL: /checkpoint", "X-Rewrite-URL: /checkpoint"]),
                [200], with: ["ok\n"]),
            Attack(
                "whom a proxy names",
                head(
                    "GET", "/checkpoint",
                    [
                        "X-Forwarded-For: 127.0.0.1", "X-Forwarded-User: ann@example.com",
                        "X-Remote-User: ann@example.com",
                    ]), [401]),
            Attack(
                "another site reads by a script",
                get("/api/rollouts", ["Origin: https://evil.example"]), [200],
                without: ["access-control-allow"]),
            Attack(
                "another site asks whether it may write",
                head(
                    "OPTIONS", "/api/statements",
                    ["Origin: https://evil.example", "Access-Control-Request-Method: POST"]), [405],
                without: ["access-control-allow"]),
            Attack(
                "parts of a file", get("/log.vkey", ["Range: bytes=0-4"]), [200],
                with: ["log.test/2026+"]),
            Attack(
                "a thousand parts of a file",
                get(
                    "/log.vkey",
                    ["Range: bytes=" + (0..<1000).map { "\($0)-" }.joined(separator: ",")]), [200]),
            Attack("whatever the client has", get("/api/rollouts", ["If-None-Match: *"]), [304]),
        ]

    private static let paths = [
        "/", "/todo", "/calendar", "/calendar.ics", "/log", "/log/1", "/rollouts/sample",
        "/rollouts/sample/decision", "/rollouts/sample/history", "/checkpoint",
        "/checkpoint.witnessed", "/tile/entries/000.p/1", "/events", "/api/rollouts",
        "/api/rollouts/sample/report", "/api/rollouts/sample/entries", "/api/entries/1/receipt",
        "/api/checklists/sha256/00", "/api/evidence/sha256/00",
    ]
}
