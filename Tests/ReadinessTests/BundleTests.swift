import Testing

@Suite("readiness export and verify", .timeLimit(.minutes(10)))
struct BundleTests {
    @Test("What is exported verifies, and what was changed does not, with its reason and status")
    func walk() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let environment = ["XDG_CONFIG_HOME": workspace.path("config")]
            let start = try await workspace.readiness(
                "checkpoint", "--start", "ledger.example.com/2026", environment: environment)
            for name in ["bundle", "bundle.tar"] {
                let exported = try await workspace.readiness(
                    "export", SampleChecklist.path, "--output", name, environment: environment)
                #expect(exported.status == 0, "\(exported)")
                #expect(exported.stdout.hasPrefix("\(name): "))
                let verified = try await workspace.readiness(
                    "verify", name, "--log", String(start.stdout.dropLast()))
                #expect(verified.status == 0, "\(verified)")
                #expect(verified.stdout.hasPrefix("\(name): verified\nProved:\n"))
                #expect(verified.stdout.contains("\nNot proved:\n"))
            }
            let again = try await workspace.readiness(
                "export", SampleChecklist.path, "--output", "bundle", environment: environment)
            #expect(again.status == 74 && again.stderr.contains("never replaces"))
            try workspace.write("bundle/report.md", "# All is well\n")
            let refused = try await workspace.readiness("verify", "bundle")
            #expect(refused.status == 74)
            #expect(refused.stdout.contains("report.md [report]: "), "\(refused)")
            #expect(refused.stdout.contains("Do not go by the report"))
            let json = try await workspace.readiness("verify", "bundle", "--format", "json")
            #expect(json.status == 74)
            #expect(try json.json()["verified"].boolean == false)
            #expect(try json.json()["findings"][0]["file"].text != nil)
            #expect(try json.json()["proved"][0].text == nil)
        }
    }

    /// Signs a step with the key of somebody whose name a shell must quote, and takes the commands that
    /// verify it out of both reports.
    private static let signed = #"""
        set -eu
        ssh-keygen -q -t ed25519 -N '' -C '' -f key
        echo "o'ann@example.com namespaces=\"statement-v1@readiness\" $(cat key.pub)" > allowed_signers
        "$READINESS" signers --update --as "o'ann@example.com" --key key > listed
        "$READINESS" sign checklists/sample.yaml approved --as "o'ann@example.com" --note n \
            --evidence evidence.txt --key key > signed
        "$READINESS" report checklists/sample.yaml --format markdown --format html --output out > rendered || true
        sed -n '/^```sh$/,/^```$/p' out/*.md | sed -n '/^readiness export/,/^ssh-keygen/p' > commands
        sed -n '/^<pre.*readiness export/,/^ssh-keygen/p' out/*.html |
            sed "s/.*<code[^>]*>//; s/<.*//; s/&lt;/</g; s/&#39;/'/g; s/&quot;/\"/g; s/&amp;/\&/g" > from-html
        cmp commands from-html
        mkdir programs
        ln -s "$READINESS" programs/readiness
        PATH="$PWD/programs:$PATH"
        """#

    @Test("The commands that a report prints verify a signature, and find a changed statement")
    func printedCommands() async throws {
        try await Workspace.withSample { workspace in
            try workspace.edit("ann@example.com, bob", "o'ann@example.com, bob")
            let verified = try await workspace.shell(Self.signed + "\n. ./commands\n")
            #expect(verified.status == 0, "\(verified)")
            let good = "Good \"statement-v1@readiness\" signature for o'ann@example.com with "
            #expect(verified.stdout.contains(good), "\(verified)")
            let changed = try await workspace.shell(
                "cd bundle && sed -i 's/approve/reject/' statements/*.json && eval \"$(tail -n 1 ../commands)\""
            )
            #expect(changed.status != 0 && !changed.stdout.contains("Good"), "\(changed)")
        }
    }

    @Test("No report prints an export that is refused: of an edited text, or from a text file")
    func refusedExports() async throws {
        try await Workspace.withSample { workspace in
            try workspace.edit("ann@example.com, bob", "o'ann@example.com, bob")
            _ = try await workspace.shell(Self.signed)
            func section(_ options: String) async throws -> String {
                let report = try await workspace.shell(
                    "\"$READINESS\" report checklists/sample.yaml \(options)")
                #expect(report.stdout.contains("## How to verify this report"), "\(report)")
                return report.stdout
            }
            #expect(try await section("").contains("readiness export sha256:"))
            _ = try await workspace.shell("\"$READINESS\" log --format jsonl > .readiness/l.jsonl")
            let copy = try await section("--ledger .readiness/l.jsonl")
            #expect(!copy.contains("readiness export") && !copy.contains("ssh-keygen"))
            _ = try await workspace.shell("echo '# more' >> checklists/sample.yaml")
            let edited = try await section("")
            #expect(edited.contains("o'ann@example.com"))
            #expect(!edited.contains("readiness export") && !edited.contains("ssh-keygen"))
        }
    }

    @Test("What nobody signed is not said to be verified by OpenSSH")
    func nothingSigned() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let report = try await workspace.readiness("report", SampleChecklist.path)
            #expect(report.stdout.contains("## How to verify this report"))
            #expect(!report.stdout.contains("ssh-keygen"), "\(report)")
        }
    }

    @Test("A ledger without a log is exported, and the lack is said")
    func withoutLog() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let exported = try await workspace.readiness(
                "export", SampleChecklist.path, "--output", "bundle")
            #expect(exported.status == 0 && exported.stderr.contains("has no log"), "\(exported)")
            let verified = try await workspace.readiness("verify", "bundle", "--format", "json")
            #expect(verified.status == 0, "\(verified)")
            #expect(try verified.json()["verified"].boolean == true)
            #expect(try verified.json()["verdict"].text != nil)
            let other = try await workspace.readiness("verify", "checklists")
            #expect(other.status == 74 && other.stderr.contains("no bundle"), "\(other)")
        }
    }
}
