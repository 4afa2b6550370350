import Foundation
import Testing

@Suite("Backup and restore of a server", .timeLimit(.minutes(10)))
struct ServerBackupTests {
    @Test("A copy that is made under load is whole, has no key, and a server goes on from it")
    func running() async throws {
        try await ServerWalk.walk(
            #"""
            echo proof > evidence.txt
            sign approved ann --evidence evidence.txt
            # Brought, and named by nobody: it is no part of a backup.
            echo stray | tee stray | sha256sum | cut -d' ' -f1 > stray.digest
            curl -sf -T stray -H 'Content-Type: application/octet-stream' -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/evidence/sha256/$(cat stray.digest)
            (
                for name in bob bob bob bob bob bob; do sign reviewed $name; done > /dev/null 2>&1
            ) &
            signing=$!
            "$SERVER" backup --data data --output backup > said
            wait $signing
            refused 64 "$SERVER" backup --data data --output backup
            ls -A backup > names
            test ! -e backup/log.key
            test "$(find backup/evidence -type f | wc -l)" = 1
            test "$(stat -c %a backup backup/ledger.sqlite backup/tokens | tr '\n' ' ')" = '700 600 600 '
            # The rest of what was signed is in the next one.
            rm -r backup
            "$SERVER" backup --data data --output backup --with-key >> said
            cmp backup/log.key data/log.key
            rm backup/log.key backup/log.key.checkpoint
            "$SERVER" restore --from backup --data new --key data/log.key --newest $URL > restored
            stop
            mv data lost
            mv new data
            serve
            "$READINESS" status checklists/sample.yaml > status || test $? = 1
            sign reviewed bob
            "$READINESS" log --format jsonl | wc -l > entries
            "$READINESS" audit > audited
            "$READINESS" audit --ledger data/ledger.sqlite > there
            ls -d backup* data* new* > left 2> /dev/null || true
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let names = try workspace.read("names")
            #expect(
                names.split(separator: "\n") == [
                    "allowed_signers", "evidence", "form", "ledger.sqlite",
                    "ledger.sqlite.checkpoint", "ledger.sqlite.vkey", "tokens",
                ])
            #expect(try workspace.read("said").contains("1 file of evidence (6 bytes), verified"))
            #expect(try workspace.read("left") == "backup\ndata\n")
            #expect(try workspace.read("entries") == "10\n")
        }
    }

    @Test("A backup that the log signed more than is not gone on from, whichever way it is shown")
    func older() async throws {
        try await ServerWalk.walk(
            #"""
            sign reviewed ann
            "$SERVER" backup --data data --output backup
            sign reviewed bob
            copy=$(find "$XDG_STATE_HOME" -name 'ledger.sqlite.checkpoint')
            cp "$copy" seen
            restore() { "$SERVER" restore --from backup --data new "$@"; }
            refused 64 restore
            grep -q 'Nobody knows by the backup alone' said
            refused 64 restore --nothing-newer
            grep -q 'name it with --key' said
            refused 74 restore --key data/log.key --newest $URL
            grep -q 'entries, and is not what the log signed later' said
            stop
            # What lies beside the key says so, though the operator believes otherwise.
            refused 74 restore --key data/log.key --nothing-newer
            cp data/log.key key
            refused 74 restore --key key --newest seen
            refused 74 restore --key bea --newest seen
            echo nonsense > nonsense
            refused 74 restore --key key --newest nonsense
            test ! -e new
            ls -d new* > left 2> /dev/null || true
            # With the key alone it is believed, and every client still refuses what it starts.
            restore --key key --nothing-newer
            refused 64 "$SERVER" restore --from backup --data new --key key --nothing-newer
            mv data lost
            mv new data
            serve
            refused 74 "$READINESS" status checklists/sample.yaml
            grep -q 'showed 4 before' said
            stop
            refused 74 "$SERVER" --data data --listen 127.0.0.1:0 --newest seen
            # By hand: an old ledger beside a key that signed more does not start.
            cp backup/ledger.sqlite lost/ledger.sqlite
            rm -f lost/ledger.sqlite-*
            refused 74 "$SERVER" --data lost --listen 127.0.0.1:0
            grep -q 'does not begin with what its log signed before' said
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let left = try workspace.read("left")
            #expect(left.isEmpty)
        }
    }

    @Test(
        "A new log begins with the entries of the backup, and whoever pinned the old one pins it anew"
    )
    func newLog() async throws {
        try await ServerWalk.walk(
            #"""
            sign reviewed ann
            "$SERVER" backup --data data --output backup
            sign reviewed bob
            stop
            mv data lost
            refused 64 "$SERVER" restore --from backup --data data --log log.test/2026
            "$SERVER" restore --from backup --data data --log log.test/2026-2 > restored
            find data/former-logs -type f | sort | sed 's|.*/||' > former
            serve
            refused 74 "$READINESS" status checklists/sample.yaml
            key=$(sed -n 's/.*The key of its log is \(.*\)\.$/\1/p' restored)
            refused 74 "$READINESS" init . --server $URL --log-vkey "$key"
            mv "$XDG_STATE_HOME/readiness/servers" before
            rm .readiness/server
            "$READINESS" init . --server $URL --log-vkey "$key"
            "$READINESS" log --format jsonl | wc -l > entries
            sign reviewed bob
            "$READINESS" audit
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let former = try workspace.read("former")
            #expect(former == "checkpoint\nvkey\n")
            #expect(try workspace.read("entries") == "3\n")
        }
    }

    @Test("The logs that a ledger had before are in every backup, and no new log takes their names")
    func formerLogs() async throws {
        try await ServerWalk.walk(
            #"""
            sign reviewed ann
            cp data/ledger.sqlite.vkey data/ledger.sqlite.checkpoint .
            "$SERVER" backup --data data --output one
            stop
            "$SERVER" restore --from one --data second --log log.test/2026-2
            "$SERVER" backup --data second --output two
            cp second/ledger.sqlite.vkey vkey-2
            "$SERVER" restore --from two --data third --log log.test/2026-3
            "$SERVER" backup --data third --output three
            refused 64 "$SERVER" restore --from three --data fourth --log log.test/2026
            grep -q 'A log before was named log.test/2026 as well' said
            "$SERVER" restore --from three --data fourth --key third/log.key --newest third/log.key.checkpoint
            cat fourth/former-logs/*/vkey | sort > all
            sort -u ledger.sqlite.vkey vkey-2 | cmp - all
            for folder in fourth/former-logs/*; do
                ! cmp -s $folder/vkey ledger.sqlite.vkey || cmp $folder/checkpoint ledger.sqlite.checkpoint
            done
            # What is none of them is named, and the backup is not made.
            touch fourth/former-logs/.stray
            refused 74 "$SERVER" backup --data fourth --output stray
            grep -q 'fourth/former-logs/.stray is no log that was given up: there is no file vkey in it. Move it to another folder' said
            test ! -e stray
            rm fourth/former-logs/.stray
            "$SERVER" backup --data fourth --output stray
            diff -r fourth/former-logs stray/former-logs
            # One that is not of its log is no backup.
            cp vkey-2 other
            for file in three/former-logs/*/vkey; do printf 'x' >> $file; done
            refused 74 "$SERVER" restore --from three --data fifth --key third/log.key --newest third/log.key.checkpoint
            test ! -e fifth
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test("Damage, another form and a copy that is killed leave nothing that looks like a backup")
    func refused() async throws {
        try await ServerWalk.walk(
            #"""
            echo proof > evidence.txt
            sign approved ann --evidence evidence.txt
            stop
            file=$(find data/evidence -type f)
            cp "$file" kept
            echo other > "$file"
            refused 74 "$SERVER" backup --data data --output backup
            grep -q 'damaged or was tampered with' said
            cp kept "$file"
            for tick in 1 2 3 4 5 6 7 8; do
                "$SERVER" backup --data data --output backup > /dev/null & copying=$!
                sleep 0.0$tick
                kill -KILL $copying || true
                wait $copying || true
                test ! -e backup || { "$READINESS" audit --ledger backup/ledger.sqlite; rm -r backup; }
            done
            rm -rf backup.*
            refused 74 "$SERVER" backup --data nowhere --output backup
            echo 2 > data/form
            refused 74 "$SERVER" backup --data data --output backup
            refused 74 "$SERVER" --data data --listen 127.0.0.1:0
            grep -q 'has form "2"' said
            # The folder of a server from before there was a form.
            rm data/form
            serve
            test "$(cat data/form)" = 1
            "$SERVER" backup --data data --output backup --with-key
            python3 - <<'PYTHON'
            import sqlite3
            ledger = sqlite3.connect("backup/ledger.sqlite")
            for name, in ledger.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                ledger.execute(f"DROP TRIGGER {name}")
            ledger.execute("UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'ann', 'bob') AS BLOB) WHERE sequence = 3")
            ledger.commit()
            PYTHON
            refused 74 "$SERVER" restore --from backup --data new --nothing-newer
            test ! -e new
            ls -d new* backup* > left 2> /dev/null || true
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let left = try workspace.read("left")
            #expect(left == "backup\n")
        }
    }
}
