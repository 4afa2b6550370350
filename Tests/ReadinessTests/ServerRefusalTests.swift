import Testing

@Suite("What a server does not take, and whom it tells nothing", .timeLimit(.minutes(10)))
struct ServerRefusalTests {
    @Test(
        "What is not signed, or by no key of the list, is not taken; nobody reads without a token",
        arguments: ServerStore.available)
    func refused(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            #"""
            refused 64 "$READINESS" run checklists/sample.yaml --as ann@example.com
            refused 65 "$READINESS" sign checklists/sample.yaml reviewed --as ann@example.com --note n --key eve
            "$READINESS" sign checklists/sample.yaml reviewed --as ann@example.com --note n --statement-out statement 2> told
            namespace=$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)
            # Past the program: eve signs for ann, bob signs for ann, a key signs something else.
            for key in eve bob; do
                ssh-keygen -q -Y sign -f $key -n "$namespace" statement
                { cat statement; echo; cat statement.sig; } | post >> answers
                rm statement.sig
            done
            ssh-keygen -q -Y sign -f ann -n file statement
            { cat statement; echo; cat statement.sig; } | post >> answers
            { cat statement; echo; } | post >> answers
            echo '{"not":"a statement"}' | post >> answers
            printf '' | post >> answers
            curl -s -X POST --data-binary @statement $URL/api/statements >> answers
            # A list of signers and what follows it in one request; what was said about an unknown text.
            ssh-keygen -q -Y sign -f ann -n "$namespace" statement < /dev/null || true
            rm -f statement.sig
            ssh-keygen -q -Y sign -f ann -n "$namespace" statement
            { cat statement; echo; cat statement.sig; } | post >> answers
            grep -v '^bob@' allowed_signers > fewer
            "$READINESS" signers --update --as bea@example.com --allowed fewer --statement-out list 2> told
            ssh-keygen -q -Y sign -f bea -n "$namespace" list
            { cat list; echo; cat list.sig; cat statement; echo; cat statement.sig; } | post >> answers
            rm list.sig
            ssh-keygen -q -Y sign -f eve -n "$namespace" list
            { cat list; echo; cat list.sig; } | post >> answers
            "$READINESS" sign checklists/sample.yaml approved --as ann@example.com --note n --evidence fewer --statement-out evidenced 2> told
            ssh-keygen -q -Y sign -f ann -n "$namespace" evidenced
            { cat evidenced; echo; cat evidenced.sig; } | post >> answers
            for path in checkpoint tile/entries/000.p/1 api/rollouts api/evidence/sha256/00 ''; do
                curl -s -o /dev/null -w '%{http_code} ' $URL/$path
                curl -s -o /dev/null -w '%{http_code} ' -H 'Authorization: Bearer rr_00' $URL/$path
                curl -s -o /dev/null -w '%{http_code}\n' -X PUT --data x $URL/$path
            done > codes
            for path in tile/entries/-9223372036854775808/000 tile/entries/x999/x999/x999/x999/x999/999 tile/7/x999/x999/x999/999 tile/0/000.p/2 tile/0/0 tile/9/000 tile/entries/000.p/256 rollouts/none; do
                curl -s -o /dev/null -w '%{http_code}\n' --path-as-is -H "Authorization: Bearer $READINESS_TOKEN" $URL/$path
            done > beyond
            test "$("$READINESS" log --format jsonl | wc -l)" = 1
            # Where no list is on record no signature counts, and the first list is the operator's.
            stop
            mkdir bare new
            cp data/allowed_signers bare
            serve bare
            { cat statement; echo; cat statement.sig; } | post | grep -q '"code":"unlisted"'
            cd new
            export XDG_STATE_HOME=$PWD READINESS_TOKEN=$(cd .. && token bare)
            "$READINESS" init . --server $URL
            refused 65 "$READINESS" signers --update --as bea@example.com --key ../bea --allowed ../fewer
            grep -q 'must be the file allowed_signers' said
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let answers = try workspace.read("answers")
            let codes = answers.split(separator: "\n").map { $0.split(separator: "\"")[3] }
            #expect(
                codes == [
                    "signature", "signature", "signature", "unsigned", "form", "form", "form",
                    "text", "form", "signers", "content",
                ], "\(answers)")
            let reading = try workspace.read("codes").split(separator: "\n")
            #expect(reading.allSatisfy { $0.hasPrefix("401 401 ") }, "\(reading)")
            #expect(reading.allSatisfy { !$0.hasSuffix(" 200") && !$0.hasSuffix(" 201") })
            let beyond = try workspace.read("beyond").split(separator: "\n")
            #expect(beyond.allSatisfy { $0 == "404" }, "\(beyond)")
        }
    }
}
