import Foundation
import Testing

@Suite("Evidence that a server lost, or that is damaged there", .timeLimit(.minutes(10)))
struct ServerEvidenceDamageTests {
    @Test("A reader is told which file the server has lost, and that another one is damaged")
    func lost() async throws {
        try await ServerWalk.walk(
            #"""
            sign approved ann --evidence evidence.txt
            digest=$(sha256sum evidence.txt | cut -d' ' -f1)
            file=data/evidence/sha256/$(printf %.2s $digest)/$digest
            echo changed > $file
            export XDG_STATE_HOME=$PWD/fresh
            mkdir fresh
            "$READINESS" init . --server $URL > /dev/null
            refused 74 "$READINESS" audit
            grep -q "$digest" said
            mv $file moved
            refused 74 "$READINESS" audit
            grep -q "$digest" said
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test(
        "Evidence that is damaged in a database is replaced while no statement names it, and told after",
        .enabled(if: ServerStore.available.contains(.postgres)))
    func damagedInDatabase() async throws {
        try await ServerWalk.walk(
            on: .postgres,
            #"""
            digest=$(sha256sum evidence.txt | cut -d' ' -f1)
            bring() {
                curl -s -o said -w '%{http_code} ' -T evidence.txt -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" \
                    $URL/api/evidence/sha256/$digest
            }
            ask() { curl -s -o said -w '%{http_code} ' -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/evidence/sha256/$digest; }
            damage() {
                psql -d data -qc "UPDATE readiness.$1 SET bytes = 'changed' WHERE digest = decode('$digest', 'hex')"
                rm -rf data/evidence
            }
            {
                bring
                damage uploads
                ask
                grep -q '"code":"damaged"' said
                bring
                ask
                cmp said evidence.txt
                sign approved ann --evidence evidence.txt
                damage content
                ask
                grep -q '"code":"damaged"' said
                bring
                grep -q '"code":"damaged"' said
            } > answers
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let answers = try workspace.read("answers")
            #expect(answers.contains("201 404 201 200 "), "\(answers)")
            #expect(answers.hasSuffix("404 409 "), "\(answers)")
        }
    }

    @Test(
        "Two servers with one database have one limit, and each removes what nobody named",
        .enabled(if: ServerStore.available.contains(.postgres)))
    func shared() async throws {
        try await ServerWalk.walk(
            on: .postgres,
            #"""
            stop
            SERVE_OPTIONS='--evidence-limit 3'
            serve
            second
            bring() {
                head -c 1048576 /dev/zero | tr '\0' $1 > file
                curl -s -o said -w '%{http_code} ' -T file -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" \
                    $2/api/evidence/sha256/$(sha256sum file | cut -d' ' -f1)
            }
            { bring a $URL; bring b $URL_TWO; bring c $URL; bring a $URL_TWO; bring d $URL_TWO; bring e $URL; } > bringing
            # At once, one server gives no more room than there is, and all that there is.
            psql -d data -qc 'TRUNCATE readiness.uploads, readiness.upload_files'
            for number in $(seq 24); do
                head -c 1048576 /dev/zero | tr '\0' "\\$(printf %o $((number + 64)))" > many.$number
                curl -s -o /dev/null -w '%{http_code}\n' -T many.$number -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" \
                    $URL/api/evidence/sha256/$(sha256sum many.$number | cut -d' ' -f1) > code.$number &
                POSTED="${POSTED:-} $!"
            done
            wait $POSTED
            test "$(psql -d data -qtAc 'SELECT count(*) BETWEEN 1 AND 3 FROM readiness.upload_files')" = t
            for letter in w x y z; do bring $letter $URL; done > filling
            test "$(psql -d data -qtAc 'SELECT count(*) FROM readiness.upload_files')" = 3
            psql -d data -qc 'TRUNCATE readiness.uploads, readiness.upload_files'
            { bring a $URL; bring b $URL_TWO; bring c $URL; } > again
            # What fills the place while a file comes is seen before it is kept.
            psql -d data -qc 'TRUNCATE readiness.uploads, readiness.upload_files'
            { bring a $URL; bring b $URL; } > /dev/null
            python3 - "${URL##*:}" "${URL_TWO##*:}" $READINESS_TOKEN <<'PYTHON'
            import glob, hashlib, socket, sys, time
            def begin(port, letter):
                content = letter * (1 << 20)
                peer = socket.create_connection(("127.0.0.1", int(port)))
                peer.settimeout(60)
                peer.sendall(f"PUT /api/evidence/sha256/{hashlib.sha256(content).hexdigest()} HTTP/1.1\r\nHost: x\r\nContent-Length: {1 << 20}\r\n"
                             f"Content-Type: application/octet-stream\r\nAuthorization: Bearer {sys.argv[3]}\r\n\r\n".encode() + content[1:])
                return peer
            peers = [begin(sys.argv[1], b"p"), begin(sys.argv[2], b"q")]
            while len(glob.glob("data/evidence/sha256/.*.part") + glob.glob("second/evidence/sha256/.*.part")) < 2:
                time.sleep(0.1)
            for peer, letter, status in zip(peers, b"pq", [b"201", b"507"]):
                peer.sendall(bytes([letter]))
                answer = peer.recv(65536)
                assert answer.split(b" ")[1] == status, answer
            PYTHON
            test "$(psql -d data -qtAc 'SELECT count(*) FROM readiness.upload_files')" = 3
            psql -d data -qc 'TRUNCATE readiness.uploads, readiness.upload_files'
            { bring a $URL; bring b $URL_TWO; bring c $URL; } > again
            # Statements are taken by the one, which name what the other was brought.
            head -c 1048576 /dev/zero | tr '\0' b > evidence.txt
            sign approved ann --evidence evidence.txt
            rows() { psql -d data -qtAc "SELECT count(*) FROM readiness.$1"; }
            { rows upload_files; rows content_files; } | tr '\n' ' ' > rows
            psql -d data -qc 'UPDATE readiness.upload_files SET brought_at = brought_at - 25 * 3600000'
            stop
            serve
            trap 'kill $SERVING $SECOND 2> /dev/null || true' EXIT
            for tick in $(seq 600); do
                test "$(rows upload_files)" != 0 || break
                sleep 0.1
            done
            { rows upload_files; rows uploads; rows content_files; } | tr '\n' ' ' >> rows
            { bring d $URL_TWO; bring e $URL; bring f $URL_TWO; } >> bringing
            # What is named is there, for a server that never had it too.
            rm -r second/evidence data/evidence
            digest=$(sha256sum evidence.txt | cut -d' ' -f1)
            curl -sf -H "Authorization: Bearer $READINESS_TOKEN" $URL_TWO/api/evidence/sha256/$digest | cmp - evidence.txt
            "$READINESS" audit
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let bringing = try workspace.read("bringing")
            #expect(bringing == "201 201 201 201 507 507 201 201 507 ")
            #expect(try workspace.read("rows") == "2 1 0 0 1 ")
        }
    }
}
