import Testing

@Suite("readiness signers", .timeLimit(.minutes(10)))
struct SignersUpdateTests {
    @Test("No list is recorded by which the owner could never record another one")
    func lockedOut() async throws {
        try await SigningToolsTests.walk(
            #"""
            update() { "$READINESS" signers --update --as bea@example.com --key bea "$@"; }
            refuse() { if update "$@" 2>> refused; then exit 9; fi; }
            refuse --owner nobody@example.com
            grep -v '^bea@' allowed_signers > fewer
            refuse --allowed fewer
            ssh-keygen -y -f bea > revoked
            refuse --revoked revoked
            sed 's/^bea@example.com /&valid-before="20200101Z" /' allowed_signers > expired
            refuse --allowed expired
            sed 's/^bea@example.com /&valid-after="20900101Z" /' allowed_signers > later
            refuse --allowed later
            test "$("$READINESS" log --format jsonl | wc -l)" = 1
            update --allowed fewer --owner ann@example.com
            "$READINESS" signers --update --as ann@example.com --key ann --owner bob@example.com
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let errors = try workspace.read("refused").split(separator: "\n")
                .filter { $0.hasPrefix("error: ") }
            #expect(errors.count == 5, "\(errors)")
            #expect(errors.count { $0.contains("without a key that counts now") } == 5, "\(errors)")
            #expect(errors.first?.contains("nobody@example.com") == true, "\(errors)")
        }
    }

    @Test("A file that differs from the list on record is said by what acts or judges, once each")
    func difference() async throws {
        try await SigningToolsTests.walk(
            #"""
            each() {
                for command in "status X" "report X" "gate X --phase first" "due" "audit" \
                    "run X" "run X --format json" "sign X reviewed --as bob@example.com --note n" \
                    "decide X first no-go --as bea@example.com --reason r" "export X --output $1"
                do
                    words=$(echo "$command" | sed 's,X,checklists/sample.yaml,')
                    "$READINESS" $words > out 2> err || [ $? -lt 64 ] || { cat err; exit 9; }
                    echo "$(grep -c 'differs from the list of signers on record (entry 1)' err) $command"
                done
            }
            each a > same
            echo '# a new line' >> allowed_signers
            each b > other
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let same = try workspace.read("same").split(separator: "\n")
            let other = try workspace.read("other").split(separator: "\n")
            #expect(same.count == 10 && same.allSatisfy { $0.hasPrefix("0 ") }, "\(same)")
            #expect(other.count == 10 && other.allSatisfy { $0.hasPrefix("1 ") }, "\(other)")
        }
    }

    @Test("The log of a ledger that lost its list of signers is shown, and what is lacking is said")
    func lostList() async throws {
        try await SigningToolsTests.walk(
            #"""
            i=0
            while [ $i -lt 400 ]; do
                echo "p$i@example.com $(cut -d' ' -f1,2 ann.pub)"
                i=$((i + 1))
            done >> allowed_signers
            "$READINESS" signers --update --as bea@example.com --key bea > listed
            sign approved ann --evidence evidence.txt --key ann
            sign reviewed bob --unsigned
            "$READINESS" report checklists/sample.yaml > report.md 2> told || test $? = 1
            rm -r .readiness/evidence
            "$READINESS" audit --since report.md > audited || test $? = 74
            "$READINESS" log > text 2> told
            "$READINESS" log checklists/sample.yaml > one 2> told-of-one
            "$READINESS" log --format json > json
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let text = try workspace.read("text")
            #expect(text.contains("  ann@example.com (unauthenticated, "), "\(text)")
            #expect(text.contains("  bob@example.com (unauthenticated)  sample: signed"))
            for name in ["told", "told-of-one"] {
                let told = try workspace.read(name)
                #expect(told.contains("is not in "), "\(told)")
                #expect(told.contains("Signatures cannot be verified without it."), "\(told)")
            }
            let audited = try workspace.read("audited")
            #expect(audited.contains("no signature was verified, and no statement"), "\(audited)")
            #expect(audited.contains("report.md cannot be rendered again: "), "\(audited)")
            #expect(!audited.contains("past the program"), "\(audited)")
            let json = try workspace.read("json")
            #expect(json.contains(#""authentication":"unverified""#), "\(json)")
            #expect(!json.contains(#""authentication":"ssh-key""#))
        }
    }
}
