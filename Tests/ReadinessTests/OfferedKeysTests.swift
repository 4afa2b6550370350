import Testing

@Suite("Keys that are at hand without being named", .timeLimit(.minutes(10)))
struct OfferedKeysTests {
    @Test("An agent that never answers holds no act up, and is named")
    func silentAgent() async throws {
        try await SigningToolsTests.walk(
            #"""
            eval "$(ssh-agent -a "$PWD/agent")" > /dev/null
            trap 'kill -KILL $SSH_AGENT_PID' EXIT
            ssh-add -q bob
            kill -STOP $SSH_AGENT_PID
            timeout -k 1 40 "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n 2> told
            git config --file "$HOME/.gitconfig" user.signingkey "$PWD/bob"
            timeout -k 1 40 "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let lines = outcome.stdout.split(separator: "\n")
            #expect(lines.first?.contains(", unauthenticated (") == true, "\(lines)")
            #expect(lines.last?.contains(", signed (ssh-ed25519 ") == true, "\(lines)")
            let told = try workspace.read("told")
            #expect(told.contains("not signed: "), "\(told)")
            #expect(told.contains("ssh-agent did not answer within 5 seconds."), "\(told)")
        }
    }

    @Test("A statement that no key at hand signs says so once, and why")
    func reasons() async throws {
        try await SigningToolsTests.walk(
            #"""
            sed 's/^bob@example.com /&valid-before="20200101Z" /' allowed_signers > other
            mv other allowed_signers
            "$READINESS" signers --update --as bea@example.com --key bea > listed
            eval "$(ssh-agent -a "$PWD/agent")" > /dev/null
            trap 'kill $SSH_AGENT_PID' EXIT
            sign reviewed bob 2> none
            ssh-add -q eve bob
            sign reviewed bob 2> expired
            ssh-add -q -d bob
            sign reviewed bob 2> stranger
            sign reviewed bob --unsigned 2> meant
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let head =
                "not signed: ssh-agent and git's user.signingkey offer no key that counts for "
                + "bob@example.com."
            let reasons = [
                "none": "", "expired": " By line 2 of the list of signers the key counted until ",
                "stranger": " Key SHA256:",
            ]
            for (name, reason) in reasons {
                let lines = try workspace.read(name).split(separator: "\n")
                    .filter { $0.hasPrefix("not signed: ") }
                #expect(lines.count == 1 && lines[0].hasPrefix(head + reason), "\(name): \(lines)")
            }
            #expect(!(try workspace.read("meant").contains("not signed")))
        }
    }

    @Test("Git's key may have a passphrase, and no public half beside it")
    func passphrase() async throws {
        try await SigningToolsTests.walk(
            #"""
            ssh-keygen -q -p -P '' -N secret -f bob > changed
            rm bob.pub
            git config --file "$HOME/.gitconfig" user.signingkey "$PWD/bob"
            printf '#!/bin/sh\necho secret\n' > ask
            chmod +x ask
            SSH_ASKPASS="$PWD/ask" SSH_ASKPASS_REQUIRE=force sign reviewed bob
            echo nothing > bob
            sign reviewed bob 2> told
            """#, isRequired: false
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let lines = outcome.stdout.split(separator: "\n")
            #expect(lines.first?.contains(", signed (ssh-ed25519 ") == true, "\(outcome)")
            #expect(lines.last?.contains(", unauthenticated (") == true, "\(outcome)")
            let told = try workspace.read("told")
            #expect(told.contains("/bob cannot be read: lay it beside it as "), "\(told)")
        }
    }

    @Test("The key is chosen once for all statements of an act: it signs all of them or none")
    func once() async throws {
        try await Workspace.with { workspace in
            try workspace.write(
                "checklists/sample.yaml",
                """
                readiness: 1
                id: sample
                title: A family
                owner: boss
                timeline: [{id: first, title: First, starts: 2100-01-10}]
                roles: {boss: {title: Bosses, members: [bea@example.com]}}
                steps:
                  - {id: host, for-each: {name: [a, b, c]}, title: "Host ${name}", role: boss, due: first, sign-off: {}}

                """)
            let outcome = try await workspace.shell(
                SigningToolsTests.begin
                    + #"""
                    mkdir programs
                    printf '#!/bin/sh\necho x >> "%s/asked"\nexec /usr/bin/ssh-add "$@"\n' "$PWD" > programs/ssh-add
                    chmod +x programs/ssh-add
                    eval "$(ssh-agent -a "$PWD/agent")" > /dev/null
                    trap 'kill $SSH_AGENT_PID' EXIT
                    ssh-add -q bea
                    PATH="$PWD/programs:$PATH"
                    "$READINESS" sign checklists/sample.yaml 'host/*' --as bea@example.com --note n
                    """#)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.count(of: ", signed (ssh-ed25519 ") == 3, "\(outcome)")
            #expect(try workspace.read("asked") == "x\n")
        }
    }
}

extension String {
    fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
