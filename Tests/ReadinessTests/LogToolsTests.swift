import Glibc
import Testing

@Suite("readiness checkpoint, receipt, witness and export", .timeLimit(.minutes(10)))
struct LogToolsTests {
    /// A workspace with a ledger of a few entries.
    private func withLedger(_ body: (Workspace) async throws -> Void) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            try await body(workspace)
        }
    }

    @Test(
        "A ledger of somebody else gets no log",
        .enabled(if: geteuid() == 0, "only root can give a file away"))
    func foreign() async throws {
        try await withLedger { workspace in
            let outcome = try await workspace.shell(
                "chown -R 4711 .readiness && "
                    + "\"$READINESS\" checkpoint --start a.example/1 --log-key log.pem")
            #expect(outcome.status == 74, "\(outcome)")
            #expect(outcome.stderr.contains("belongs to another user"))
            #expect(!workspace.exists(".readiness/ledger.sqlite.vkey"))
            #expect(!workspace.exists("log.pem"))
        }
    }

    @Test("From a new key to a checkpoint with a witness, a receipt and tiles, in one shell")
    func walk() async throws {
        try await withLedger { workspace in
            let outcome = try await workspace.shell(
                #"""
                set -eu
                export XDG_CONFIG_HOME=$PWD/config
                "$READINESS" checkpoint --start ledger.example.com/2026 > log.vkey
                cmp log.vkey .readiness/ledger.sqlite.vkey
                find config -type f -perm 600 | grep -q 'config/readiness/logs/[0-9a-f]*.pem$'
                "$READINESS" witness --start witness.example.com/1 --key w.pem > w.vkey
                "$READINESS" checkpoint > one
                "$READINESS" witness one --log "$(cat log.vkey)" --key w.pem --state seen > line
                "$READINESS" checkpoint --cosignature line --witness "$(cat w.vkey)" > two
                cat one line | cmp - two
                "$READINESS" sign checklists/sample.yaml approved --note again --as bob@example.com \
                    --evidence evidence.txt > /dev/null
                "$READINESS" checkpoint > three
                "$READINESS" checkpoint --since "$(sed -n 2p one)" > proof
                "$READINESS" witness three --log "$(cat log.vkey)" --key w.pem --state seen \
                    --proof proof | grep -q '^— witness.example.com/1 '
                "$READINESS" receipt 3 --output receipt
                "$READINESS" receipt 3 | cmp - receipt
                sed -n 's/^extra //p' receipt | base64 -d > entry
                "$READINESS" log --format jsonl | sed -n 3p | tr -d '\n' | cmp - entry
                "$READINESS" export --tiles tiles
                cmp tiles/checkpoint three
                test -s "tiles/tile/entries/000.p/$(sed -n 2p three)"
                """#)
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test("What cannot be done says why, and ends with its status")
    func refused() async throws {
        try await withLedger { workspace in
            var outcome = try await workspace.readiness("checkpoint")
            #expect(outcome.status == 64)
            #expect(outcome.stdout.isEmpty)
            #expect(outcome.stderr.contains("has no log key"))
            #expect(outcome.stderr.contains("readiness checkpoint --start NAME"))
            outcome = try await workspace.readiness(
                "checkpoint", "--start", "log.example", "--log-key", "log.pem")
            #expect(outcome.status == 0)
            #expect(outcome.stderr.contains("The private key is log.pem"))
            outcome = try await workspace.readiness("checkpoint")
            #expect(outcome.status == 74)
            #expect(outcome.stderr.contains("signed yet"))
            outcome = try await workspace.readiness("receipt", "99", "--log-key", "log.pem")
            #expect(outcome.status == 64)
            #expect(outcome.stderr.contains("fewer than the 99"))
            for arguments in [
                ["checkpoint", "--cosignature", "line"], ["witness", "--key", "w.pem"],
                ["witness", "one", "--log", "nonsense", "--key", "w.pem", "--state", "seen"],
                ["checkpoint", "--start", "a", "--since", "1"], ["checkpoint", "--since", "-1"],
                ["export"], ["receipt"], ["export", "checklists/sample.yaml"],
                ["export", "--tiles", "t", "--output", "b"], ["verify"],
                ["verify", "b", "--log", "nonsense"],
            ] {
                let words = arguments.map { "'\($0)'" }.joined(separator: " ")
                #expect(
                    try await workspace.shell("\"$READINESS\" \(words)").status == 64, "\(words)")
            }
        }
    }
}
