import Testing

@Suite("readiness diff", .timeLimit(.minutes(10)))
struct DiffTests {
    private static let path = SampleChecklist.path

    private static func signed(_ body: (Workspace) async throws -> Void) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            try workspace.edit("Somebody else looked at it", "A second person looked at it")
            try await body(workspace)
        }
    }

    @Test("It says what changed, what lapses and what becomes of the verdict")
    func text() async throws {
        try await Self.signed { workspace in
            let diff = try await workspace.readiness("diff", Self.path)
            #expect(diff.status == 0, "\(diff)")
            for line in [
                "reworded  step reviewed “A second person looked at it”",
                "    title: Somebody else looked at it → A second person looked at it",
                "lapses  entry 4, approval of reviewed by bob@example.com: It was made for another wording of the step.",
                "verdict  first: GO → NO-GO",
            ] {
                #expect(diff.stdout.contains(line + "\n"), "\(line)\n\(diff.stdout)")
            }
            #expect(!diff.stdout.contains("present"))
            try workspace.write(Self.path, SampleChecklist.text)
            let none = try await workspace.readiness("diff", Self.path, Self.path)
            #expect(none.stdout.contains("The texts say the same.\n"), "\(none)")
            #expect(none.stdout.contains("On record: everything counts as before.\n"))
        }
    }

    @Test("Programs get the same")
    func json() async throws {
        try await Self.signed { workspace in
            let diff = try await workspace.readiness("diff", Self.path, "--format", "json").json()
            let rollout = diff["rollouts"][0]
            #expect(rollout["differences"].items?.map { $0["id"].text } == ["reviewed"])
            #expect(rollout["differences"][0]["rewording"].boolean == true)
            let lapsing = rollout["record"]["lapsing"].items
            #expect(lapsing?.map { $0["code"].text } == ["other-wording"])
            #expect(rollout["record"]["verdicts"][0]["after"].text == "NO-GO")
        }
    }

    @Test("The owner's word brings the verdict back, shows in everything, and can be taken back")
    func editorial() async throws {
        try await Self.signed { workspace in
            let words = ["diff", Self.path, "--editorial", "reviewed", "--reason", "Clearer."]
            func run(_ more: String...) async throws -> Outcome {
                let all = (words + more).map { "'\($0)'" }.joined(separator: " ")
                return try await workspace.shell("\"$READINESS\" \(all)")
            }
            let other = try await run("--as", "ann@example.com")
            #expect(other.status == 65 && other.stderr.contains("Only a member of Bosses"))
            let said = try await run("--as", "bea@example.com")
            #expect(said.status == 0, "\(said)")
            #expect(said.stdout.hasSuffix("  It carries over entry 4.\n"))
            let gate = try await workspace.readiness("gate", Self.path, "--phase", "first")
            #expect(
                gate.stdout
                    == "first: GO\n  4 entries that count: unauthenticated.\n  Ready by evidence for earlier words, which the owner says mean the same: 1.\n"
            )
            let status = try await workspace.readiness("status", Self.path)
            #expect(status.stdout.contains("whose meaning the owner says is the same (entry 6)"))
            let json = try await workspace.readiness("status", Self.path, "--format", "json").json()
            let editorial = json["editorials"][0]
            #expect(editorial["principal"].text == "bea@example.com")
            #expect(editorial["carries"].items?.count == 1)
            #expect(editorial["before"]["title"].text == "Somebody else looked at it")
            let log = try await workspace.readiness("log", "--kind", "editorial")
            #expect(log.stdout.contains("the rewording of reviewed changed no meaning: Clearer."))
            let back = try await run("--revoke", "6", "--as", "bea@example.com")
            #expect(back.status == 0, "\(back)")
            let after = try await workspace.readiness("gate", Self.path, "--phase", "first")
            #expect(after.status == 1)
        }
    }
}
