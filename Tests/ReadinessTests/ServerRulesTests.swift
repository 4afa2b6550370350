import Testing

@Suite("What a server does not take by the rules of a checklist", .timeLimit(.minutes(10)))
struct ServerRulesTests {
    /// Statements that the program would not make, signed past it.
    static let functions = #"""
        # Two sites, of which one has a runner of its own.
        cat > checklists/sites.yaml <<'YAML'
        readiness: 1
        id: sites
        title: Two sites
        owner: boss
        sites: {eu: {title: Frankfurt, runners: [bob@example.com]}, us: {title: Ashburn}}
        timeline: [{id: first, title: First, starts: 2100-01-10}]
        roles: {boss: {title: Bosses, members: [bea@example.com]}}
        steps:
          - {id: both, title: Seen from both, role: boss, due: first, sites: [eu], check: [{file: {path: present.txt}}]}
        YAML
        # Signs the statement in a file by a key, and adds the two to `body`.
        signed() {
            rm -f $1.sig
            ssh-keygen -q -Y sign -f $2 -n "$namespace" $1
            { cat $1; echo; cat $1.sig; } > body
        }
        # What a command would have somebody sign.
        stated() {
            file=$1
            shift
            "$READINESS" "$@" --statement-out $file 2> told
            namespace=$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)
        }
        # One that breaks the rules is refused, and the audit of the ledger stays clean.
        forbidden() {
            signed $1 $2
            post -w ' %{http_code}\n' < body > answer
            grep -q '"code":"rules"' answer || { echo "$1: $(cat answer)"; exit 97; }
            grep -q ' 422$' answer
            cat answer >> answers
            "$READINESS" audit > audited || { cat audited; exit 96; }
        }

        """#

    @Test(
        "What would count for nothing is refused with its reason, and the audit stays clean",
        arguments: ServerStore.available)
    func refused(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            Self.functions + #"""
                sign reviewed ann
                "$READINESS" run checklists/sample.yaml --as ann@example.com --key ann || true
                "$READINESS" run checklists/sites.yaml --site eu --as bob@example.com --key bob || true
                stated signoff sign checklists/sample.yaml reviewed --as bob@example.com --note n
                sed 's/bob@example/bea@example/' signoff > nonmember
                forbidden nonmember bea
                # The step that asks for evidence, without any.
                stated shown sign checklists/sample.yaml approved --as bob@example.com --note n --evidence evidence.txt
                sed 's/"evidence":\[{[^]]*\]/"evidence":[]/' shown > bare
                forbidden bare bob
                sed 's/"id":"reviewed"/"id":"nowhere"/' signoff > unknown
                forbidden unknown bob
                sed 's/"id":"reviewed"/"id":"present"/' signoff > unasked
                forbidden unasked bob
                stated waiver waive checklists/sample.yaml approved --as bea@example.com --until $(date -d '+5 days' +%F) --reason r
                sed 's/bea@example/ann@example/' waiver > waived
                forbidden waived ann
                stated decision decide checklists/sample.yaml first no-go --as bea@example.com --reason r
                sed 's/bea@example/ann@example/' decision > decided
                forbidden decided ann
                sed 's/"phase":"first"/"phase":"last"/' decision > phaseless
                forbidden phaseless bea
                # A decision on another ledger than this one.
                sed 's/"root":"sha256:[0-9a-f]*"/"root":"sha256:'$(printf %064d 7)'"/' decision > elsewhere
                forbidden elsewhere bea
                # An outcome as seen from a site by somebody who is no runner of it, and from one that is not asked.
                "$READINESS" log --format jsonl > all
                python3 - <<'PYTHON'
                import json
                for line in open("all"):
                    statement = json.loads(line)["statement"]
                    if statement["kind"] == "check" and statement.get("site") == "eu":
                        def write(name, **changed):
                            text = json.dumps({**statement, **changed}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
                            open(name, "w").write(text)
                        write("same")
                        write("runner", principal="ann@example.com")
                        write("site", site="us")
                        write("kind", body={**statement["body"], "kind": "tls"})
                PYTHON
                forbidden runner ann
                forbidden site bob
                forbidden kind bob
                # What is taken already is answered with its entry all the same.
                signed same bob
                post -w ' %{http_code}\n' < body > again
                "$READINESS" log --format jsonl | wc -l > count
                # Values that the text does not have.
                sed 's/"cloud":"one"/"cloud":"three"/' signoff > values
                forbidden values bob
                "$READINESS" log --format jsonl | wc -l >> count
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let answers = try workspace.read("answers")
            for words in [
                "bea@example.com is not a member", "evidence", "no step nowhere",
                "asks for no sign-off",
                "no phase last", "is not this one",
            ] {
                #expect(answers.contains(words), "\(words): \(answers)")
            }
            #expect(answers.contains("have the checklist changed"))
            #expect(try workspace.read("again").contains(#""isNew":false"#))
            let counts = try workspace.read("count").split(separator: "\n")
            #expect(counts.count == 2 && counts[0] == counts[1])
        }
    }

    @Test(
        "Of statements that come at once, and may not stand together, none makes the audit fail",
        arguments: ServerStore.available)
    func together(store: ServerStore) async throws {
        try await ServerWalk.walk(
            on: store,
            Self.functions + #"""
                for round in 1 2 3; do
                    sign reviewed ann
                    entry=$("$READINESS" log --format jsonl | wc -l)
                    rm -f back
                    stated back sign checklists/sample.yaml reviewed --as ann@example.com --revoke $entry --note b0
                    for number in $(seq 8); do
                        sed "s/\"b0\"/\"b$number\"/" back > back$number
                        signed back$number ann
                        mv body body$number
                    done
                    for number in $(seq 8); do
                        post -w ' %{http_code}\n' < body$number > taken$number &
                        POSTED="${POSTED:-} $!"
                    done
                    wait $POSTED
                    POSTED=
                    cat taken? | grep -c ' 201$' >> counts
                    cat taken? | grep -c '"code":"rules"' >> counts
                    # Both in one request are one too many.
                    cat body1 body2 | post -w ' %{http_code}\n' > both
                    grep -q ' 422$' both
                    "$READINESS" audit
                done
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let counts = try workspace.read("counts")
            #expect(counts == "1\n7\n1\n7\n1\n7\n", "\(counts)")
        }
    }

    @Test("One person with two names is one, however often the first of them signed before")
    func samePerson() async throws {
        try await ServerWalk.walk(
            Self.functions + #"""
                cat > checklists/pair.yaml <<'YAML'
                readiness: 1
                id: pair
                title: Two of them
                owner: boss
                timeline: [{id: first, title: First, starts: 2100-01-10}]
                roles:
                  boss: {title: Bosses, members: [bea@example.com]}
                  crew: {title: Crew, members: [ann@example.com, anna@example.com]}
                steps:
                  - {id: both, title: Two sign, role: crew, due: first, sign-off: {by: [crew], count: 2}}
                YAML
                echo "anna@example.com $(cut -d' ' -f1,2 ann.pub)" >> allowed_signers
                "$READINESS" signers --update --as bea@example.com --key bea
                for note in 1 2 3; do
                    "$READINESS" sign checklists/pair.yaml both --as ann@example.com --note n$note --key ann
                done
                stated more sign checklists/pair.yaml both --as ann@example.com --note more
                sed 's/ann@example/anna@example/' more > alias
                forbidden alias ann
                # What the first one says again takes the place of what was said.
                signed more ann
                post -w ' %{http_code}\n' < body | grep -q ' 201$'
                "$READINESS" audit
                """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }
}
