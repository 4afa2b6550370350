import Foundation
import Testing

@Suite("What a server takes of evidence, over real connections", .timeLimit(.minutes(10)))
struct ServerEvidenceTests {
    @Test("Evidence has a limit for a token in a day, and one for all of it")
    func quota() async throws {
        try await ServerWalk.anew(
            "--evidence-per-day 2 --evidence-limit 3",
            #"""
            bring() {
                head -c $2 /dev/zero | tr '\0' $1 > file
                curl -s -o said -D fields -w '%{http_code} ' -T file -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" \
                    $URL/api/evidence/sha256/$(sha256sum file | cut -d' ' -f1)
            }
            # What is not what it says is not kept, and takes nothing of the limits.
            head -c 1048576 /dev/zero > file
            for number in 1 2 3 4; do
                curl -s -o said -w '%{http_code} ' -T file -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" \
                    $URL/api/evidence/sha256/$(printf %064d $number)
            done > lying
            for letter in a b c a; do bring $letter 1048576; done > bringing
            bring d 1 >> bringing
            grep -qi '^retry-after: 86' fields
            grep -q '"code":"quota"' said
            READINESS_TOKEN=$("$SERVER" token --data data others)
            for letter in e f; do bring $letter 1048576; done >> bringing
            grep -q '"code":"room"' said
            # What nobody came to name makes room again.
            stop
            find data/evidence -type f -exec touch -d '25 hours ago' {} +
            serve
            for tick in $(seq 600); do
                test "$(find data/evidence -type f | wc -l)" != 0 || break
                sleep 0.1
            done
            bring g 1048576 >> bringing
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let bringing = try workspace.read("bringing")
            #expect(bringing == "201 201 429 201 429 201 507 201 ")
            #expect(try workspace.read("lying") == "422 422 422 422 ")
        }
    }

    @Test("A file goes to the disk as it comes, takes room from then on, and leaves nothing behind")
    func streaming() async throws {
        try await ServerWalk.anew(
            "--evidence-limit 64",
            #"""
            python3 - "${URL##*:}" $READINESS_TOKEN <<'PYTHON'
            import glob, hashlib, os, socket, sys, time
            port, token = int(sys.argv[1]), sys.argv[2]
            whole = os.urandom(40 << 20)
            def begin(content, fields, type="application/octet-stream"):
                peer = socket.create_connection(("127.0.0.1", port))
                peer.settimeout(60)
                digest = hashlib.sha256(content).hexdigest()
                peer.sendall(f"PUT /api/evidence/sha256/{digest} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{fields}\r\n"
                             f"Content-Type: {type}\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
                return peer
            def status(peer):
                return peer.recv(65536).split(b" ")[1].decode()
            def parts():
                return [os.path.getsize(path) for path in glob.glob("data/evidence/sha256/.*.part")]
            def until(wanted):
                for tick in range(600):
                    if wanted(parts()): return
                    time.sleep(0.1)
                raise SystemExit(f"{parts()}")
            def chunks(peer, content, of=1 << 20):
                for at in range(0, len(content), of):
                    piece = content[at:at + of]
                    peer.sendall(b"%x\r\n" % len(piece) + piece + b"\r\n")
                peer.sendall(b"0\r\n\r\n")
            length = f"Content-Length: {len(whole)}"
            # Half of it is there while the other half is on its way.
            half = begin(whole, length)
            half.sendall(whole[:20 << 20])
            until(lambda sizes: sizes == [20 << 20])
            # What was announced has its room: no second file as large, told before it is sent.
            second = begin(os.urandom(1) + whole[1:], length)
            assert status(second) == "507"
            second.close()
            until(lambda sizes: sizes == [20 << 20])
            half.close()
            until(lambda sizes: sizes == [])
            # Without a length each piece takes its own.
            chunked = begin(whole, "Transfer-Encoding: chunked")
            chunks(chunked, whole)
            assert status(chunked) == "201"
            until(lambda sizes: sizes == [])
            other = os.urandom(30 << 20)
            third = begin(other, "Transfer-Encoding: chunked")
            try: chunks(third, other)
            except OSError: pass
            assert status(third) == "507"
            until(lambda sizes: sizes == [])
            # What is there already takes none, and what was refused gave its room back.
            again = begin(whole, length)
            again.sendall(whole)
            assert status(again) == "201"
            last = begin(other[:24 << 20], f"Content-Length: {24 << 20}")
            last.sendall(other[:24 << 20])
            assert status(last) == "201"
            # No file is longer than 64 MiB, said or not.
            assert status(begin(whole, f"Content-Length: {(64 << 20) + 1}")) == "413"
            assert status(begin(whole, length, "text/plain")) == "415"
            until(lambda sizes: sizes == [])
            PYTHON
            test "$(find data/evidence -type f | wc -l)" = 2
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test(
        "Of a file that is there nothing is written, and of one that comes twice at once one counts"
    )
    func again() async throws {
        try await ServerWalk.anew(
            "--evidence-per-day 40 --evidence-limit 64",
            #"""
            python3 - "${URL##*:}" $READINESS_TOKEN $SERVING <<'PYTHON'
            import glob, hashlib, os, socket, sys, time
            port, token, server = int(sys.argv[1]), sys.argv[2], sys.argv[3]
            def begin(content, digest=None, fields=""):
                peer = socket.create_connection(("127.0.0.1", port))
                peer.settimeout(60)
                digest = digest or hashlib.sha256(content).hexdigest()
                peer.sendall(f"PUT /api/evidence/sha256/{digest} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{fields}"
                             f"Content-Type: application/octet-stream\r\nContent-Length: {len(content)}\r\n"
                             f"Authorization: Bearer {token}\r\n\r\n".encode())
                return peer
            def status(peer):
                return peer.recv(65536).split(b" ")[1].decode()
            def written():
                return int(dict(line.split(": ") for line in open(f"/proc/{server}/io"))["wchar"])
            def place(content):
                digest = hashlib.sha256(content).hexdigest()
                return f"data/evidence/sha256/{digest[:2]}/{digest}"
            one = os.urandom(16 << 20)
            # Twice at once: it counts once for the day and in all.
            peers = [begin(one), begin(one)]
            for peer in peers: peer.sendall(one[:-1])
            for peer in peers: peer.sendall(one[-1:])
            assert [status(peer) for peer in peers] == ["201", "201"]
            # There is room for what comes while nothing is counted twice: of 40 MiB, 16 are taken.
            two = os.urandom(20 << 20)
            peer = begin(two)
            peer.sendall(two)
            assert status(peer) == "201"
            # As often as somebody likes: nothing is written, and what lies is told.
            before = written()
            for number in range(8):
                peer = begin(one)
                peer.sendall(one[:8 << 20])
                assert glob.glob("data/evidence/sha256/.*.part") == []
                peer.sendall(one[8 << 20:])
                assert status(peer) == "201"
            assert written() - before < 8 << 20, written() - before
            lying = begin(one, hashlib.sha256(one).hexdigest())
            lying.sendall(one[:-1] + bytes([one[-1] ^ 1]))
            assert status(lying) == "422"
            assert open(place(one), "rb").read() == one
            # One that is damaged is written anew.
            os.chmod(place(two), 0o600)
            open(place(two), "r+b").write(b"changed")
            peer = begin(two)
            try: peer.sendall(two)
            except OSError: pass
            assert status(peer) == "429", "it takes room again, and the day has none left"
            PYTHON
            READINESS_TOKEN=$("$SERVER" token --data data others)
            damaged=$(for file in data/evidence/sha256/??/*; do test $(sha256sum $file | cut -d' ' -f1) = $(basename $file) || basename $file; done)
            ask() { curl -s -o said -w '%{http_code} ' -H "Authorization: Bearer $READINESS_TOKEN" "$@" $URL/api/evidence/sha256/$damaged; }
            ask > damage
            grep -q '"code":"damaged"' said
            grep -q "sha256:$damaged" said
            grep -q 'evidence is damaged' requests
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let damage = try workspace.read("damage")
            #expect(damage == "404 ")
        }
    }

    @Test(
        "A file that is handed out is in memory a piece at a time, and a promise is answered",
        arguments: ServerStore.available)
    func handedOut(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            #"""
            stop
            SERVE_OPTIONS='--stall-seconds 300'
            serve
            head -c 24000000 /dev/urandom > large
            digest=$(sha256sum large | cut -d' ' -f1)
            # Who asks whether it may send is told so before it does, or why not.
            curl -sv --expect100-timeout 60 -m 50 -H 'Expect: 100-continue' -T large -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/evidence/sha256/$digest > kept 2> spoken
            grep -q '^< HTTP/1.1 100' spoken
            grep -q '^< HTTP/1.1 201' spoken
            curl -sv --expect100-timeout 60 -m 50 -H 'Expect: 100-continue' -T large -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer none" $URL/api/evidence/sha256/$digest > kept 2> spoken
            grep -q '^< HTTP/1.1 401' spoken
            ! grep -q '^< HTTP/1.1 100' spoken
            python3 - "${URL##*:}" $READINESS_TOKEN $digest $SERVING <<'PYTHON'
            import hashlib, socket, sys
            port, token, digest, server = int(sys.argv[1]), *sys.argv[2:]
            def memory():
                line = next(line for line in open(f"/proc/{server}/status") if line.startswith("VmRSS"))
                return int(line.split()[1]) >> 10
            before = memory()
            peers = []
            for number in range(12):
                peer = socket.create_connection(("127.0.0.1", port))
                peer.settimeout(60)
                peer.sendall(f"GET /api/evidence/sha256/{digest} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                             f"Authorization: Bearer {token}\r\n\r\n".encode())
                # Each has its first bytes, and waits with the others.
                head = peer.recv(1024)
                assert b" 200 " in head, head
                peers.append((peer, head))
            assert memory() - before < 120, memory() - before
            for peer, head in peers[:2]:
                while piece := peer.recv(1 << 20): head += piece
                assert hashlib.sha256(head.split(b"\r\n\r\n", 1)[1]).hexdigest() == digest
            PYTHON
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }
}
