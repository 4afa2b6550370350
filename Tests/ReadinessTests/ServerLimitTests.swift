import Foundation
import Testing

@Suite("What one client may ask of a server, over real connections", .timeLimit(.minutes(10)))
struct ServerLimitTests {
    @Test(
        "Who asks too often waits, told for how long; only a proxy that is named speaks for others")
    func rate() async throws {
        try await ServerWalk.anew(
            "--sign-ins-per-minute 3 --statements-per-minute 4 --uploads-per-minute 2",
            #"""
            attempt() { curl -s -o said -D fields -w '%{http_code} ' -X POST "$@"; }
            for try in 1 2 3 4 5; do attempt $URL/sign-in; done > signing
            grep -qi '^retry-after: [1-9]' fields
            grep -q '"code":"rate"' said
            # What the client writes itself makes it nobody else.
            attempt -H 'X-Forwarded-For: 192.0.2.7' $URL/sign-in >> signing
            for try in 1 2 3 4 5 6; do attempt $URL/api/statements; done > posting
            for try in 1 2 3; do attempt -X PUT $URL/api/evidence/sha256/00; done > bringing
            curl -s -o /dev/null -w '%{http_code}' $URL/health > reading
            stop
            SERVE_OPTIONS='--sign-ins-per-minute 2 --proxy 127.0.0.1'
            serve
            for client in 192.0.2.7 192.0.2.7 192.0.2.7 192.0.2.8 '192.0.2.8, 192.0.2.7' 2001:db8::1 2001:db8::2 2001:db8::3 2001:db8:0:1::1; do
                attempt -H "X-Forwarded-For: $client" $URL/sign-in
            done > proxied
            refused 64 "$SERVER" --data data --proxy example.com
            refused 64 "$SERVER" --data data --uploads-per-minute 0
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let signing = try workspace.read("signing")
            #expect(signing == "403 403 403 429 429 429 ")
            #expect(try workspace.read("posting") == "415 415 415 415 429 429 ")
            #expect(try workspace.read("bringing") == "401 401 429 ")
            #expect(try workspace.read("reading") == "200")
            #expect(try workspace.read("proxied") == "403 403 429 403 429 403 403 429 403 ")
        }
    }

    @Test("A body that drips, a reader that takes nothing and fields without end are cut off")
    func slow() async throws {
        try await ServerWalk.walk(
            #"""
            head -c 50000000 /dev/urandom > large
            digest=$(sha256sum large | cut -d' ' -f1)
            curl -sf -T large -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/evidence/sha256/$digest
            stop
            SERVE_OPTIONS='--request-seconds 2 --stall-seconds 2'
            serve
            python3 - "${URL##*:}" $digest $READINESS_TOKEN <<'PYTHON'
            import socket, sys, threading, time
            port, digest, token = int(sys.argv[1]), sys.argv[2], sys.argv[3]
            def cut(name, send):
                """How long the server keeps a connection that drips."""
                peer = socket.create_connection(("127.0.0.1", port))
                peer.settimeout(0.2)
                start = time.monotonic()
                while time.monotonic() - start < 20:
                    try:
                        send(peer)
                        if peer.recv(65536) == b"": break
                    except socket.timeout: pass
                    except OSError: break
                took[name] = time.monotonic() - start
            took = {}
            def dripping(peer, begun=[]):
                if not begun:
                    begun.append(1)
                    peer.sendall(b"POST /api/statements HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n"
                                 b"Content-Type: application/vnd.readiness.statements\r\n\r\n")
                peer.sendall(b"x")
            def uploading(peer, begun=[]):
                if not begun:
                    begun.append(1)
                    peer.sendall(f"PUT /api/evidence/sha256/{digest} HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n"
                                 f"Authorization: Bearer {token}\r\n\r\n".encode())
                peer.sendall(b"x")
            def fields(peer, begun=[]):
                if not begun:
                    begun.append(1)
                    peer.sendall(b"GET / HTTP/1.1\r\n")
                peer.sendall(b"X-A: " + b"b" * 4096 + b"\r\n")
            for name, send in [("dripping", dripping), ("uploading", uploading), ("fields", fields)]: cut(name, send)
            # Asks for much and takes nothing of it.
            peer = socket.socket()
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            peer.connect(("127.0.0.1", port))
            peer.sendall(f"GET /api/evidence/sha256/{digest} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
            time.sleep(6)
            got = 0
            try:
                while True:
                    piece = peer.recv(1 << 20)
                    if not piece: break
                    got += len(piece)
            except OSError: pass
            assert got < 50000000, got
            print(took)
            assert 1 < took["dripping"] < 18 and 1 < took["uploading"] < 18 and took["fields"] < 18, took
            PYTHON
            # One who takes it slowly, and goes on, is served, though it takes longer than both limits.
            stop
            SERVE_OPTIONS='--request-seconds 12 --stall-seconds 12'
            serve
            python3 - "${URL##*:}" $digest $READINESS_TOKEN <<'PYTHON'
            import socket, sys, time
            port, digest, token = int(sys.argv[1]), sys.argv[2], sys.argv[3]
            peer = socket.create_connection(("127.0.0.1", port))
            peer.sendall(f"GET /api/evidence/sha256/{digest} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
            start, got = time.monotonic(), 0
            while True:
                piece = peer.recv(500000)
                if not piece: break
                got += len(piece)
                time.sleep(0.16)
            assert got > 50000000 and time.monotonic() - start > 13, (got, time.monotonic() - start)
            PYTHON
            test "$(curl -s $URL/health)" = ok
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test("So many connections are served at once; the next waits for one of them to end")
    func connections() async throws {
        try await ServerWalk.anew(
            "--connections 5",
            #"""
            python3 - "${URL##*:}" <<'PYTHON'
            import socket, sys
            def ask():
                peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
                peer.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                return peer
            peers = [ask() for _ in range(5)]
            for peer in peers:
                peer.settimeout(20)
                assert b"200 OK" in peer.recv(4096)
            late = ask()
            late.settimeout(2)
            try:
                late.recv(4096)
                raise SystemExit("a sixth connection was served")
            except socket.timeout: pass
            peers[0].close()
            late.settimeout(20)
            assert b"200 OK" in late.recv(4096)
            PYTHON
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }
}
