extension Attack {
    private static let smuggled =
        "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    /// Requests whose end two readers would see in two places.
    static let framing: [Attack] = [
        Attack(
            "a length and chunks",
            head(
                "POST", "/api/statements", ["Content-Length: 6", "Transfer-Encoding: chunked"])
                + "0\r\n\r\n" + smuggled, [0, 400]),
        Attack(
            "chunks and a length",
            head(
                "POST", "/api/statements", ["Transfer-Encoding: chunked", "Content-Length: 6"])
                + "0\r\n\r\n" + smuggled, [0, 400]),
        Attack(
            "two lengths",
            head("POST", "/api/statements", ["Content-Length: 0", "Content-Length: 44"]) + smuggled,
            [0, 400]),
        Attack(
            "two lengths in one field",
            head("POST", "/api/statements", ["Content-Length: 0, 44"]) + smuggled, [0, 400]),
        Attack(
            "a length below nothing", head("POST", "/api/statements", ["Content-Length: -1"]),
            [0, 400]),
        Attack(
            "a length with a sign", head("POST", "/api/statements", ["Content-Length: +5"]),
            [0, 400]),
        Attack(
            "a length in other digits", head("POST", "/api/statements", ["Content-Length: 0x5"]),
            [0, 400]),
        Attack(
            "a length that overflows",
            head("POST", "/api/statements", ["Content-Length: 18446744073709551616"]), [0, 400]),
        Attack(
            "chunks by another name",
            head("POST", "/api/statements", ["Transfer-Encoding: xchunked"]) + smuggled,
            [0, 400, 415, 501]),
        Attack(
            "chunks that are not the last coding",
            head("POST", "/api/statements", ["Transfer-Encoding: chunked, identity"]) + "0\r\n\r\n",
            [0, 400, 415, 501]),
        Attack(
            "a chunk whose length overflows",
            head(
                "POST", "/api/statements",
                [
                    "Content-Type: application/vnd.readiness.statements",
                    "Transfer-Encoding: chunked",
                ]) + "FFFFFFFFFFFFFFFFF\r\nx\r\n0\r\n\r\n", [0, 400]),
        Attack(
            "a chunk whose length has a sign",
            head(
                "POST", "/api/statements",
                [
                    "Content-Type: application/vnd.readiness.statements",
                    "Transfer-Encoding: chunked",
                ]) + "-1\r\nx\r\n0\r\n\r\n", [0, 400]),
        Attack(
            "a field that goes on in the next line",
            head("GET", "/checkpoint", ["X-Probe: a\r\n Authorization: Bearer {token}"]),
            [0, 400, 401]),
        Attack(
            "a blank before a colon",
            head("GET", "/checkpoint", ["Authorization : Bearer {token}"]), [0, 400, 401]),
        Attack("a field without a name", head("GET", "/health", [": probe"]), [0, 400]),
        Attack("a NUL in a field", head("GET", "/health", ["X-Probe: a\0b"]), [0, 400]),
        Attack("a NUL in the name of a field", head("GET", "/health", ["X-Pr\0be: a"]), [0, 400]),
        Attack(
            "a line end alone in a field", head("GET", "/health", ["X-Probe: a\rX-Other: b"]),
            [0, 400]),
        Attack(
            "a request without a version", "GET /checkpoint\r\n\r\n", [0, 400]),
        Attack(
            "a version that is none", "GET /checkpoint HTTP/9.9\r\nHost: l\r\n\r\n",
            [0, 400, 401, 505]),
        Attack("the beginning of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [0, 400, 404]),
        Attack("the beginning of TLS", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}", [0, 400]),
        Attack(
            "a method in small letters", head("get", "/checkpoint", []), [0, 400, 401, 404, 405]),
        Attack("a method that is none", head("PROBE", "/checkpoint", []), [0, 400, 404, 405]),
        Attack(
            "fields that are too long",
            head("GET", "/checkpoint", ["X-Probe: \(String(repeating: "a", count: 200_000))"]),
            [0, 400, 431]),
        Attack(
            "too many fields",
            head("GET", "/checkpoint", (0..<5000).map { "X-\($0): a" }), [0, 400, 431]),
        Attack(
            "a second request behind a body that is shorter",
            head("POST", "/api/statements", ["Content-Length: 1"]) + "x" + smuggled, [415]),
        Attack(
            "what is sent comes back", head("TRACE", "/checkpoint", ["X-Probe: probe"]), [405],
            without: ["probe"]),
        Attack(
            "a way to other hosts",
            "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
            [0, 400, 404, 405]),
        Attack(
            "options of everything", "OPTIONS * HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n",
            [0, 400, 404, 405]),
        Attack(
            "another protocol is asked for",
            get("/health", ["Upgrade: h2c", "HTTP2-Settings: AAMAAABk"]), [200]),
        Attack("no host", "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n", [400]),
        Attack("two hosts", get("/health", ["Host: evil.example"]), [400]),
        Attack(
            "a part that is brought as the whole",
            send(
                "PUT", "/api/evidence/sha256/" + String(repeating: "a", count: 64),
                [
                    "Authorization: Bearer {token}", "Content-Type: application/octet-stream",
                    "Content-Range: bytes 0-4/10",
                ], body: "probe"), [400]),
        Attack(
            "a scheme in small letters",
            head("GET", "/checkpoint", ["Authorization: bearer {token}"]),
            [200]),
        Attack(
            "a body is promised and waited for",
            head(
                "POST", "/api/statements",
                [
                    "Expect: 100-continue", "Content-Length: 999999999",
                    "Content-Type: application/vnd.readiness.statements",
                ]),
            [0, 413, 417]),
    ]
}
