import Testing

@Suite("readiness gate --close", .timeLimit(.minutes(2)))
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
            #expect(start.status == 0 && start.stdout == "first: GO\n", "\(start)")
            let close = try await gate("--close")
            #expect(close.status == 1 && close.stdout.hasPrefix("first: NO-GO\n"), "\(close)")
            #expect(close.stdout.contains("afterwards is pending"), "\(close)")
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "afterwards", "--as", "ann@example.com", "--note",
                "Quiet")
            #expect(signed.status == 0)
            #expect(try await gate("--close").status == 0)
        }
    }
}
