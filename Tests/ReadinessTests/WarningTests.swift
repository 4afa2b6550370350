import Testing

@Suite("What is met but worth a look", .timeLimit(.minutes(10)))
struct WarningTests {
    @Test("run, status and report say it, and the step is ready all the same")
    func plugin() async throws {
        try await Workspace.with { workspace in
            try workspace.write(
                "net.yaml",
                """
                readiness: 1
                id: net
                title: Checks
                owner: boss
                timeline: [{id: first, title: First, starts: 2100-01-10}]
                roles:
                  boss: {title: Bosses, members: [bea@example.com]}
                steps:
                  - id: load
                    title: T
                    role: boss
                    due: first
                    check:
                      plugin: {run: [/usr/lib/nagios/plugins/check_dummy, 1, rather busy]}

                """)
            let words =
                "Worth a look: expected a plugin that says OK, but saw WARNING: WARNING: rather busy."
            let run = try await workspace.readiness("run", "net.yaml", "--allow-commands")
            #expect(run.status == 0 && run.stdout.contains(words), "\(run)")
            #expect(run.stdout.hasSuffix("1 met, 0 unmet, 0 undetermined\n"))
            let status = try await workspace.readiness("status", "net.yaml", "--wide")
            #expect(status.stdout.contains(words), "\(status)")
            let json = try await workspace.readiness("status", "net.yaml", "--format", "json")
            let step = try json.json()["steps"].first("id", "load")
            #expect(step["status"].text == "ready")
            #expect(step["checks"][0]["warnings"][0].text == words)
            let observed = try await workspace.readiness(
                "observe", "plugin: {run: [/usr/lib/nagios/plugins/check_dummy, '1', x]}",
                "--allow-commands")
            #expect(observed.status == 0 && observed.stdout.contains("met, worth a look:"))
        }
    }
}
