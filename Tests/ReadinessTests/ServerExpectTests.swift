import Testing

@Suite("What a server says to a client that asks before it sends a body", .timeLimit(.minutes(10)))
struct ServerExpectTests {
    @Test(
        "It is told to go on once it may, and refused without having sent anything where it may not"
    )
    func expected() async throws {
        try await ServerWalk.walk(
            #"""
            python3 - "${URL##*:}" $READINESS_TOKEN > answers <<'PYTHON'
            import hashlib, socket, sys
            port, token = int(sys.argv[1]), sys.argv[2]
            content = b"evidence that waits"
            digest = hashlib.sha256(content).hexdigest()
            def asked(method, path, token, length):
                """The connection, and the first line that comes before a body was sent."""
                peer = socket.create_connection(("127.0.0.1", port))
                peer.settimeout(20)
                fields = f"Content-Length: {length}\r\n" if length else ""
                peer.sendall(f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nExpect: 100-Continue\r\n"
                             f"Authorization: Bearer {token}\r\nContent-Type: application/octet-stream\r\n{fields}\r\n".encode())
                reader = peer.makefile("rb")
                return peer, reader, reader.readline().decode().strip()
            place = f"/api/evidence/sha256/{digest}"
            print("stranger", asked("PUT", place, "x" * 43, len(content))[2])
            print("large", asked("PUT", place, token, 1 << 40)[2])
            print("reader", asked("GET", "/checkpoint", token, 0)[2])
            peer, reader, line = asked("PUT", place, token, len(content))
            print("member", line)
            assert reader.readline() == b"\r\n"
            peer.sendall(content)
            print("then", reader.readline().decode().strip())
            PYTHON
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let answers = try workspace.read("answers")
            let codes = answers.split(separator: "\n").map { $0.split(separator: " ").prefix(3) }
            #expect(
                codes == [
                    ["stranger", "HTTP/1.1", "401"], ["large", "HTTP/1.1", "413"],
                    ["reader", "HTTP/1.1", "200"], ["member", "HTTP/1.1", "100"],
                    ["then", "HTTP/1.1", "201"],
                ], "\(answers)")
        }
    }
}
