import Testing

@Suite("Signing with real keys, through the built program", .timeLimit(.minutes(10)))
struct SigningToolsTests {
    /// The functions and files that each walk begins with: keys, the list of signers on record, and a
    /// checklist that counts signed statements alone.
    static let begin = #"""
        set -eu
        mkdir -p "$HOME"
        unset SSH_AUTH_SOCK
        for name in ann bob bea eve; do
            ssh-keygen -q -t ed25519 -N '' -C '' -f $name
            test $name = eve || echo "$name@example.com $(cut -d' ' -f1,2 $name.pub)"
        done > allowed_signers
        "$READINESS" signers --update --as bea@example.com --key bea > listed
        sign() {
            step=$1
            name=$2
            shift 2
            "$READINESS" sign checklists/sample.yaml $step --as $name@example.com --note n "$@"
        }

        """#

    /// Carries out a script behind those, and looks at what came of it.
    static func walk(
        _ script: String, rules: String = "", isRequired: Bool = true,
        _ check: (Workspace, Outcome) async throws -> Void
    ) async throws {
        try await Workspace.withSample { workspace in
            let signing = isRequired ? "signing: required\n" : ""
            try workspace.edit("id: sample\n", "id: sample\n\(signing)\(rules)")
            try await check(workspace, workspace.shell(begin + script))
        }
    }

    /// How the sign-offs of a step are authenticated, those that count.
    private static func counting(_ workspace: Workspace, _ step: String) async throws -> [String?] {
        let status = try await workspace.readiness(
            "status", SampleChecklist.path, "--format", "json")
        let signOffs = try status.json()["steps"].first("id", step)["signOffs"]
        return signOffs[0]["counts"].boolean == true ? [signOffs[0]["authentication"].text] : []
    }

    @Test("With a key that is named, and on another machine")
    func keys() async throws {
        try await Self.walk(
            #"""
            sign approved ann --evidence evidence.txt --key ann
            sign reviewed bob --statement-out statement 2> told
            test "$("$READINESS" log --format jsonl | wc -l)" = 3
            ssh-keygen -q -Y sign -f bob -n "$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)" statement
            sign reviewed bob --signature statement.sig
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)\((try? workspace.read("told")) ?? "")")
            #expect(!outcome.stdout.contains("unauthenticated"), "\(outcome)")
            #expect(try await Self.counting(workspace, "approved") == ["ssh-key"])
            #expect(try await Self.counting(workspace, "reviewed") == ["ssh-key"])
            let audit = try await workspace.readiness("audit")
            #expect(audit.status == 0, "\(audit)")
        }
    }

    @Test("The log calls nobody unauthenticated who signed, and everybody else")
    func logged() async throws {
        try await Self.walk(
            #"""
            sign approved ann --evidence evidence.txt --key ann
            sign reviewed bob
            "$READINESS" log checklists/sample.yaml > one
            "$READINESS" log > all
            "$READINESS" log --format json > all.json
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            for name in ["one", "all"] {
                let lines = try workspace.read(name)
                #expect(lines.contains("  ann@example.com  sample: signed"), "\(lines)")
                #expect(lines.contains("  bob@example.com (unauthenticated)  sample: signed"))
                #expect(name == "one" || lines.contains("  bea@example.com  .signers: "))
            }
            let json = try workspace.read("all.json").split(separator: "\n")
            #expect(json.count { $0.contains(#""authentication":"ssh-key""#) } == 2, "\(json)")
        }
    }

    @Test("An audit accuses nobody because a key was withdrawn later")
    func withdrawn() async throws {
        let rules = "approval: {by: [admin], required: true}\ndecisions: {poll: [admin]}\n"
        try await Self.walk(
            #"""
            "$READINESS" approve checklists/sample.yaml --as bob@example.com --key bob --note n > approved
            sign approved ann --evidence evidence.txt --key ann
            "$READINESS" poll checklists/sample.yaml first go --as bob@example.com --key bob --comment c
            "$READINESS" decide checklists/sample.yaml first go --as bea@example.com --key bea --reason r
            "$READINESS" audit > before
            grep -v '^ann@\|^bob@' allowed_signers > fewer
            mv fewer allowed_signers
            "$READINESS" signers --update --as bea@example.com --key bea > listed
            """#, rules: rules
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let audit = try await workspace.readiness("audit")
            #expect(audit.status == 0, "\(audit)")
            #expect(try await Self.counting(workspace, "approved").isEmpty)
        }
    }

    @Test("With the key of ssh-agent that the list of signers has for somebody, and no other")
    func agent() async throws {
        try await Self.walk(
            #"""
            eval "$(ssh-agent -a "$PWD/agent")" > /dev/null
            trap 'kill $SSH_AGENT_PID' EXIT
            ssh-add -q eve ann
            sign approved ann --evidence evidence.txt
            ssh-add -q -d ann
            ! sign reviewed bob 2> refused
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let counting = try await Self.counting(workspace, "approved")
            let refused = try workspace.read("refused")
            #expect(counting == ["ssh-key"])
            #expect(refused.contains("Neither ssh-agent nor git's"), "\(refused)")
        }
    }

    @Test("With git's user.signingkey where no agent has a key")
    func git() async throws {
        try await Self.walk(
            #"""
            git config --file "$HOME/.gitconfig" user.signingkey "$PWD/bob"
            sign reviewed bob
            git config --file "$HOME/.gitconfig" user.signingkey "$PWD/eve"
            ! sign approved bob --evidence evidence.txt 2> refused
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let counting = try await Self.counting(workspace, "reviewed")
            let refused = try workspace.read("refused")
            #expect(counting == ["ssh-key"])
            #expect(refused.contains("Nothing was recorded."), "\(refused)")
        }
    }

    /// The words behind the names in the results of the commands, one for each.
    private static func words(_ outcome: Outcome) -> [String] {
        outcome.stdout.split(separator: "\n").map { line in
            line.contains(", unauthenticated (") ? "unauthenticated" : "signed"
        }
    }

    @Test("Where it need not be signed, a key at hand that the list has signs; no other one does")
    func optional() async throws {
        try await Self.walk(
            #"""
            eval "$(ssh-agent -a "$PWD/agent")" > /dev/null
            trap 'kill $SSH_AGENT_PID' EXIT
            ssh-add -q eve ann
            sign approved ann --evidence evidence.txt
            sign reviewed bob
            sign approved ann --evidence evidence.txt --unsigned
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(Self.words(outcome) == ["signed", "unauthenticated", "unauthenticated"])
            #expect(outcome.stderr.contains("You, ann@example.com, say for Admins"))
            #expect(!outcome.stderr.contains("You, bob@example.com"), "\(outcome)")
        }
    }

    @Test("So does git's key, be it a path or the key itself, and no revoked one")
    func optionalOfGit() async throws {
        try await Self.walk(
            #"""
            key() { git config --file "$HOME/.gitconfig" user.signingkey "$1"; }
            key "$PWD/bob"
            sign reviewed bob
            key "$PWD/bob.pub"
            sign reviewed bob
            eval "$(ssh-agent -a "$PWD/agent")" > /dev/null
            trap 'kill $SSH_AGENT_PID' EXIT
            key "key::$(cat bob.pub)"
            ssh-add -q bob
            sign reviewed bob
            ssh-add -q -D
            rm bob.pub
            key "$PWD/bob"
            sign reviewed bob
            key "$PWD/eve"
            sign reviewed bob
            ssh-keygen -y -f bob > revoked_keys
            "$READINESS" signers --update --as bea@example.com --key bea > listed
            key "$PWD/bob"
            sign reviewed bob
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let signed = Array(repeating: "signed", count: 4)
            let words = Self.words(outcome)
            #expect(words == signed + ["unauthenticated", "unauthenticated"], "\(outcome)")
        }
    }

    @Test("What must be signed is not recorded with --unsigned")
    func unsigned() async throws {
        try await Self.walk(
            #"""
            ! sign reviewed bob --unsigned 2> refused
            ! "$READINESS" signers --update --owner ann@example.com --as bea@example.com --unsigned 2>> refused
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let lines = try workspace.read("refused").split(separator: "\n")
                .filter { $0.hasPrefix("error: ") }
            let words = "error: Unsigned it would count for nothing: leave out --unsigned."
            #expect(lines.count == 2, "\(lines)")
            #expect(lines.allSatisfy { $0.hasPrefix(words) }, "\(lines)")
        }
    }

    @Test("What was changed on the way, or is signed with another key, is not recorded")
    func refused() async throws {
        try await Self.walk(
            #"""
            sign reviewed bob --statement-out statement 2> told
            space=$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)
            refuse() { if "$@" 2>> refused; then exit 9; fi; }
            ssh-keygen -q -Y sign -f eve -n "$space" statement
            refuse sign reviewed bob --signature statement.sig
            rm statement.sig
            ssh-keygen -q -Y sign -f bob -n git statement
            refuse sign reviewed bob --signature statement.sig
            rm statement.sig
            ssh-keygen -q -Y sign -f bob -n "$space" statement
            refuse sign reviewed bob --reject --signature statement.sig
            refuse sign reviewed bob --key missing
            refuse sign reviewed bob --key ann
            test "$("$READINESS" log --format jsonl | wc -l)" = 1
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let lines = try workspace.read("refused")
            #expect(lines.contains("its body differs"), "\(lines)")
            #expect(try await Self.counting(workspace, "reviewed") == [])
        }
    }
}
