import Testing

@Suite("readiness run --site", .timeLimit(.minutes(10)))
struct RunSiteTests {
    private static let checklist = """
        readiness: 1
        id: net
        title: Checks
        owner: boss
        timeline: [{id: first, title: First, starts: 2100-01-10}]
        roles: {boss: {title: Bosses, members: [bea@example.com]}}
        sites: {eu-dmz: {title: Frankfurt}, us-dmz: {title: Ashburn}}
        steps:
          - {id: both, title: T, role: boss, due: first, sites: all, check: [{file: {path: a.txt}}]}
          - {id: here, title: T, role: boss, due: first, check: [{file: {path: a.txt}}]}

        """

    @Test("the plan and the result name the site, and what is left out is said with its command")
    func sites() async throws {
        try await Workspace.with { workspace in
            try workspace.write("net.yaml", Self.checklist)
            try workspace.write("a.txt", "a")
            let dry = try await workspace.readiness(
                "run", "net.yaml", "--dry-run", "--site", "eu-dmz")
            #expect(dry.stdout == "both: file: looks at the file a.txt, from eu-dmz\n", "\(dry)")
            #expect(dry.stderr.contains("Not carried out: here, which asks for no site"))
            let plain = try await workspace.readiness("run", "net.yaml")
            #expect(plain.status == 0 && plain.stdout.hasSuffix("1 met, 0 unmet, 0 undetermined\n"))
            #expect(plain.stderr.contains("`readiness run net.yaml --site us-dmz`"), "\(plain)")
            let from = try await workspace.readiness("run", "net.yaml", "--site", "eu-dmz")
            #expect(from.status == 0, "\(from)")
            #expect(from.stdout.hasSuffix("1 met, 0 unmet, 0 undetermined, seen from eu-dmz\n"))
            let status = try await workspace.readiness("status", "net.yaml")
            #expect(status.stdout.contains("us-dmz never carried out check file a.txt"))
            #expect(
                status.stdout.contains(
                    "The site Ashburn (us-dmz) has never looked; both waits for it."), "\(status)")
            let due = try await workspace.readiness("due", "net.yaml")
            #expect(due.stdout.contains("The site Ashburn (us-dmz) has never looked"), "\(due)")
        }
    }

    @Test("a name that is no site, and nothing to look at from there, are refused")
    func refused() async throws {
        try await Workspace.with { workspace in
            try workspace.write("net.yaml", Self.checklist)
            let unknown = try await workspace.readiness("run", "net.yaml", "--site", "eu-dnz")
            #expect(unknown.status == 64, "\(unknown)")
            #expect(unknown.stderr.contains("no site \"eu-dnz\"; did you mean \"eu-dmz\"?"))
            let nothing = try await workspace.readiness(
                "run", "net.yaml", "--site", "eu-dmz", "--step", "here")
            #expect(nothing.status == 65, "\(nothing)")
            #expect(nothing.stderr.contains("without --site does"), "\(nothing)")
            let blank = try await workspace.readiness("run", "net.yaml", "--site", "eu dmz")
            #expect(blank.status == 64)
        }
    }
}
