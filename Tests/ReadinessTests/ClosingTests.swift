import Testing

@Suite("readiness gate --close", .timeLimit(.minutes(10)))
struct ClosingTests {
    @Test("A phase may start without what is due after its start, and may not be closed without it")
    func close() async throws {
        try await Workspace.withSample { workspace in
            try workspace.write(
                SampleChecklist.path,
                SampleChecklist.text + """
                      - id: afterwards
                        title: The first days were quiet
                        role: admin
                        due: first + 5d
                        sign-off: {}

                    """)
            try await workspace.makeReady()
            func gate(_ more: String) async throws -> Outcome {
                try await workspace.shell(
                    "\"$READINESS\" gate \(SampleChecklist.path) --phase first \(more)")
            }
            let start = try await gate("")
            #expect(start.status == 0 && start.stdout.hasPrefix("first: GO\n"), "\(start)")
            let close = try await gate("--close")
            #expect(close.status == 1 && close.stdout.hasPrefix("first: NO-GO\n"), "\(close)")
            #expect(close.stdout.contains("afterwards is pending"), "\(close)")
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "afterwards", "--as", "ann@example.com", "--note",
                "Quiet")
            #expect(signed.status == 0)
            #expect(try await gate("--close").status == 0)

            // The go for the start is none for the closing.
            func decide(_ more: String) async throws -> Outcome {
                try await workspace.shell(
                    "\"$READINESS\" decide \(SampleChecklist.path) first go --as bea@example.com "
                        + "--reason r \(more)")
            }
            #expect(try await decide("").status == 0)
            #expect(try await gate("--require-decision").status == 0)
            #expect(try await gate("--close --require-decision").status == 1)
            let closing = try await decide("--close")
            #expect(closing.stdout.hasPrefix("decided: go for closing first by"), "\(closing)")
            #expect(try await gate("--close --require-decision").status == 0)
        }
    }
}
