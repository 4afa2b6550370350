import Testing

@Suite(
    "What a server says of what is sent again, and of what came with it", .timeLimit(.minutes(10)))
struct ServerResendTests {
    @Test(
        "What is on record is answered with its entry after the key that signed it was withdrawn",
        arguments: ServerStore.available)
    func withdrawn(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            ServerRulesTests.functions + #"""
                sign reviewed bob
                stated seen sign checklists/sample.yaml reviewed --as ann@example.com --note seen
                signed seen ann
                mv body first
                post < first > taken
                sed 's/"note":"seen"/"note":"later"/' seen > later
                signed later ann
                mv body second
                grep -v '^ann@' allowed_signers > fewer
                mv fewer allowed_signers
                "$READINESS" signers --update --as bea@example.com --key bea
                post < first > again
                post -w ' %{http_code}\n' < second > refused
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let taken = try workspace.read("taken")
            let again = try workspace.read("again")
            #expect(
                taken.contains(#""isNew":true"#) && taken.contains(#""sequence":4"#), "\(taken)")
            #expect(
                again.contains(#""isNew":false"#) && again.contains(#""sequence":4"#), "\(again)")
            let refused = try workspace.read("refused")
            #expect(
                refused.contains(#""code":"signature""#) && refused.hasSuffix(" 422\n"),
                "\(refused)")
        }
    }

    @Test("A request that is refused takes nothing with it that waits for the same commit")
    func behindRefused() async throws {
        try await ServerWalk.walk(
            ServerRulesTests.functions + #"""
                sign reviewed ann
                entry=$("$READINESS" log --format jsonl | wc -l)
                stated back sign checklists/sample.yaml reviewed --as ann@example.com --revoke $entry --note b0
                signed back ann
                mv body behind
                sed 's/"b0"/"b1"/' back > first
                signed first ann
                mv body first
                # By somebody who is no member: what comes with it is refused as well.
                stated seen sign checklists/sample.yaml reviewed --as bob@example.com --note n
                sed 's/bob@example/bea@example/' seen > nonmember
                signed nonmember bea
                cat first body > both
                signed seen bob
                # While somebody else writes, one is on its way and the others wait behind it.
                python3 - <<'PYTHON' &
                import os, sqlite3, time
                writer = sqlite3.connect("data/ledger.sqlite", isolation_level=None)
                writer.execute("BEGIN IMMEDIATE")
                open("locked", "w").close()
                while not os.path.exists("sent"):
                    time.sleep(0.05)
                time.sleep(1)
                writer.execute("ROLLBACK")
                PYTHON
                until test -e locked; do sleep 0.05; done
                post -w ' %{http_code}\n' < body > one &
                ONE=$!
                sleep 0.5
                post -w ' %{http_code}\n' < both > two &
                TWO=$!
                sleep 0.5
                post -w ' %{http_code}\n' < behind > three &
                THREE=$!
                : > sent
                wait $ONE $TWO $THREE
                "$READINESS" audit
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try workspace.read("one").hasSuffix(" 201\n"))
            let refused = try workspace.read("two")
            #expect(refused.contains("bea@example.com is not a member"), "\(refused)")
            let taken = try workspace.read("three")
            #expect(taken.hasSuffix(" 201\n"), "\(taken)")
        }
    }
}
