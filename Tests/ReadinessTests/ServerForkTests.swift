import Foundation
import Testing

@Suite("A server whose ledger lost what was signed", .timeLimit(.minutes(10)))
struct ServerForkTests {
    @Test("Nothing is shown or recorded by it; the right ledger is served again")
    func lost() async throws {
        try await ServerWalk.walk(
            #"""
            sign reviewed bob
            "$SERVER" backup --data data --output early > saved
            sign approved ann --evidence allowed_signers
            ask() { curl -s -o /dev/null -w '%{http_code} ' -H "Authorization: Bearer $READINESS_TOKEN" "$URL/$1"; }
            shown() { for path in '' api/rollouts 'api/rollouts/sample/report?format=json' rollouts/sample rollouts/sample/decision todo; do ask "$path"; done; echo; }
            "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note again --statement-out later 2> told
            ssh-keygen -q -Y sign -f bob -n "$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)" later
            shown > before
            mkdir away
            for file in data/ledger.sqlite data/ledger.sqlite-wal data/ledger.sqlite-shm; do test ! -e $file || mv $file away; done
            cp early/ledger.sqlite data/ledger.sqlite
            shown > during
            { cat later; echo; cat later.sig; } | post -o said -w '%{http_code}\n' > posted
            for place in early data; do "$READINESS" log --ledger $place/ledger.sqlite --format jsonl > $place.lines; done
            cmp early.lines data.lines
            rm -f data/ledger.sqlite data/ledger.sqlite-*
            mv away/* data
            shown > after
            """#
        ) { workspace, outcome async throws in
            #expect(outcome.status == 0, "\(outcome)")
            let well = String(repeating: "200 ", count: 6) + "\n"
            #expect(try workspace.read("before") == well)
            #expect(try workspace.read("during") == well.replacing("200", with: "503"))
            #expect(try workspace.read("posted") == "503\n")
            #expect(try workspace.read("after") == well)
        }
    }

    /// A second server beside the first one, and what both answer.
    private static let two = #"""
        ask() { curl -s -o "$2" -w '%{http_code} ' -H "Authorization: Bearer $READINESS_TOKEN" "$1/checkpoint"; }
        both() { ask $URL one; ask $URL_TWO two; }
        forbid() {
            psql -qc "ALTER DATABASE $1 ALLOW_CONNECTIONS false" -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '$1'" > /dev/null
        }
        # keep NAME: the state of now, under a name of its own.
        keep() {
            forbid data
            createdb --template data "$1"
            psql -qc 'ALTER DATABASE data ALLOW_CONNECTIONS true'
        }
        # swap AWAY BACK: another state of the database behind the servers' backs.
        swap() {
            forbid data
            psql -qc "ALTER DATABASE data RENAME TO $1" -c "ALTER DATABASE $2 RENAME TO data" -c 'ALTER DATABASE data ALLOW_CONNECTIONS true'
        }
        later() {
            "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note again --statement-out later 2> told
            rm -f later.sig
            ssh-keygen -q -Y sign -f bob -n "$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)" later
        }
        send() { { cat later; echo; cat later.sig; } | URL=$1 post -o said -w '%{http_code} '; }
        second

        """#

    @Test(
        "Two servers, and a database of an older state: neither signs it, also who signed nothing",
        .enabled(if: ServerStore.available.contains(.postgres)))
    func shared() async throws {
        try await ServerWalk.walk(
            on: .postgres,
            Self.two + #"""
                sign reviewed bob
                later
                keep early
                # By the first server alone; the second one is asked for nothing, and sees it.
                sign approved ann --evidence allowed_signers
                for tick in $(seq 600); do
                    ! cmp -s data/log.key.checkpoint second/log.key.checkpoint || break
                    sleep 0.1
                done
                size() { sed -n 2p "$1"; }
                test "$(size data/log.key.checkpoint)" = "$(size second/log.key.checkpoint)"
                both > before
                swap late early
                both > during
                { send $URL; send $URL_TWO; } > posted
                psql -d data -qtAc 'SELECT size FROM readiness.log' > size
                # It does not start either.
                kill $SECOND
                wait $SECOND || true
                refused 74 env READINESS_DATABASE=$(database data) "$SERVER" --data second --listen 127.0.0.1:0
                grep -q 'does not begin with what its log signed' said
                swap early late
                second
                both > after
                "$READINESS" audit > audited
                """#
        ) { workspace, outcome async throws in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try workspace.read("before") == "200 200 ")
            #expect(try workspace.read("during") == "503 503 ")
            #expect(try workspace.read("posted") == "503 503 ")
            #expect(try workspace.read("size") == "3\n")
            #expect(try workspace.read("after") == "200 200 ")
        }
    }

    @Test(
        "A server that was away holds the ledger against what another one signed meanwhile",
        .enabled(if: ServerStore.available.contains(.postgres)))
    func away() async throws {
        try await ServerWalk.walk(
            on: .postgres,
            Self.two + #"""
                kill $SECOND
                wait $SECOND || true
                sign reviewed bob
                later
                keep early
                sign approved ann --evidence allowed_signers
                stop
                # Somebody brings the tables of the ledger back, and forgets what was signed.
                psql -d data -qtAc "COPY (SELECT size, encode(note, 'hex') FROM readiness.signed) TO STDOUT" > signed
                test "$(cut -f 1 signed)" = 4
                psql -d early -qc "UPDATE readiness.signed SET size = 4, note = decode('$(cut -f 2 signed)', 'hex')"
                swap late early
                refused 74 env READINESS_DATABASE=$(database data) "$SERVER" --data second --listen 127.0.0.1:0
                grep -q 'does not begin with what its log signed' said
                grep -q 'one of the servers signed' said
                swap early late
                second
                ask $URL_TWO two > after
                """#
        ) { workspace, outcome async throws in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try workspace.read("after") == "200 ")
        }
    }
}
