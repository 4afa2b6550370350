import Testing

@Suite("readiness waive", .timeLimit(.minutes(10)))
struct WaivingTests {
    private static func waive(
        _ workspace: Workspace, _ principal: String, _ more: String
    ) async throws -> Outcome {
        try await workspace.shell(
            """
            "$READINESS" waive \(SampleChecklist.path) reviewed --as \(principal) \
            --reason Holidays \(more)
            """)
    }

    @Test("A waived phase is CONDITIONAL at best, and no longer when the waiver is taken back")
    func waived() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady(except: "reviewed")
            let day = SampleChecklist.day(in: 10)
            let waived = try await Self.waive(workspace, "bea@example.com", "--until \(day)")
            #expect(waived.status == 0, "\(waived)")
            #expect(
                waived.stdout.contains("by bea@example.com for boss, unauthenticated (entry 4, "))
            for command in ["gate X --phase first", "status X", "report X"] {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" " + command.replacing("X", with: SampleChecklist.path))
                #expect(outcome.status == 2, "\(command): \(outcome)")
            }
            let later = try await workspace.readiness(
                "status", SampleChecklist.path, "--as-of", SampleChecklist.day(in: 12))
            // By then the check is stale.
            #expect(later.status == 1)
            let report = try await workspace.readiness("report", SampleChecklist.path)
            #expect(report.stdout.contains("unauthenticated"))
            let taken = try await Self.waive(workspace, "bea@example.com", "--revoke 4")
            #expect(taken.status == 0, "\(taken)")
            let gate = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "first")
            #expect(gate.status == 1)
        }
    }

    @Test(
        "What the checklist does not allow is refused and not recorded",
        arguments: [
            ("ann@example.com", 10, "not a member of boss"), ("bea@example.com", 40, "longer than"),
            ("bea@example.com", -10, "ends before it begins"),
            ("ann@example.com --role admin", 10, "waivers are given for Bosses"),
        ])
    func refused(_ principal: String, _ days: Int, _ words: String) async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await Self.waive(
                workspace, principal, "--until \(SampleChecklist.day(in: days))")
            #expect(outcome.status == 65)
            #expect(outcome.stdout.isEmpty)
            #expect(outcome.stderr.contains(words), "\(outcome)")
            #expect(!workspace.exists(".readiness"))
        }
    }
}
