import Foundation
import Testing

@Suite("A server whose ledger lost what was signed", .timeLimit(.minutes(5)))
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
}
