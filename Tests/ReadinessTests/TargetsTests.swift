import Testing

@Suite("A checklist with targets", .timeLimit(.minutes(10)))
struct TargetsTests {
    private static let text = SampleChecklist.text.replacing(
        "timeline:",
        with: """
            targets:
              contoso: {title: Contoso, set: {cloud: one}}
              fabrikam: {title: Fabrikam, set: {cloud: two}}
            timeline:
            """)

    /// Runs a test in a folder where everything is ready for contoso and nothing for fabrikam.
    private static func with(_ body: (Workspace) async throws -> Void) async throws {
        try await Workspace.withSample { workspace in
            try workspace.write(SampleChecklist.path, text)
            let acts = try await workspace.shell(
                """
                set -e; C="\(SampleChecklist.path)"
                "$READINESS" run $C --target contoso
                "$READINESS" sign $C approved --target contoso --as ann@example.com --note n \
                    --evidence evidence.txt
                "$READINESS" sign $C reviewed --target contoso --as bob@example.com --note n
                """)
            try #require(acts.status == 0, "\(acts)")
            try await body(workspace)
        }
    }

    @Test("status shows them side by side, then each, and exits with the worst verdict")
    func status() async throws {
        try await Self.with { workspace in
            let status = try await workspace.readiness("status", SampleChecklist.path)
            #expect(status.status == 1, "\(status)")
            let head = status.stdout.split(separator: "\n").first { $0.contains("Contoso") }
            #expect(head?.contains("Fabrikam") == true, "\(status)")
            let one = try await workspace.readiness(
                "status", SampleChecklist.path, "--target", "contoso")
            #expect(one.status == 0 && one.stdout.hasPrefix("GO  "), "\(one)")
            #expect(!one.stdout.contains("fabrikam"))
        }
    }

    @Test("Every target must pass a gate, which says which one does not")
    func gate() async throws {
        try await Self.with { workspace in
            let all = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "first")
            #expect(all.status == 1)
            #expect(
                all.stdout.hasPrefix("first (contoso): GO\n")
                    && all.stdout.contains("\nfirst (fabrikam): NO-GO\n"), "\(all)")
            #expect(all.stdout.contains("target Contoso, not for Fabrikam"), "\(all)")
            let one = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "first", "--target", "contoso")
            #expect(one.status == 0 && one.stdout.hasPrefix("first (contoso): GO\n"), "\(one)")
        }
    }

    @Test("A gate of a phase that is for some targets alone asks these")
    func gateOfSome() async throws {
        try await Self.with { workspace in
            let gate = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "second")
            #expect(gate.stdout.contains("second (contoso): no verdict"), "\(gate)")
            #expect(gate.status == 1, "\(gate)")
            let none = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "second", "--target", "contoso")
            #expect(none.status == 1, "\(none)")
        }
    }

    @Test("run checks for each, and an act wants one of them")
    func acts() async throws {
        try await Self.with { workspace in
            let run = try await workspace.readiness(
                "run", SampleChecklist.path, "--step", "present")
            #expect(run.status == 0)
            #expect(run.stdout.contains("present (contoso): ") && run.stdout.contains("2 met, "))
            let sign = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--note", "n")
            #expect(sign.status == 64 && sign.stderr.contains("--target: contoso, fabrikam"))
            let set = try await workspace.readiness(
                "status", SampleChecklist.path, "--target", "contoso", "--set", "cloud=two")
            #expect(set.status == 64 && set.stderr.contains("cannot be changed"), "\(set)")
        }
    }

    @Test("Each report has a file of its own, which its name tells apart")
    func files() async throws {
        try await Self.with { workspace in
            let report = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", "2025-01-01T00:00:00Z", "--output",
                "out")
            #expect(report.status == 1)
            #expect(
                try workspace.names(in: "out") == [
                    "sample.contoso-20250101T000000Z.md", "sample.fabrikam-20250101T000000Z.md",
                ])
        }
    }

    @Test("A report for other values than the defaults has another name than that for the defaults")
    func values() async throws {
        try await Workspace.withSample { workspace in
            for set in ["", "--set cloud=one", "--set cloud=two"] {
                _ = try await workspace.shell(
                    """
                    "$READINESS" report \(SampleChecklist.path) --as-of 2025-01-01T00:00:00Z \
                    --output out \(set)
                    """)
            }
            let names = try workspace.names(in: "out")
            #expect(names.count == 2, "\(names)")
            #expect(names.contains("sample-20250101T000000Z.md"), "\(names)")
            let other = try #require(names.first { $0.hasPrefix("sample+") })
            #expect(try workspace.read("out/\(other)").contains("cloud"))
        }
    }

    @Test("A folder stands for the checklists in it, and several begin with a summary")
    func folders() async throws {
        try await Workspace.withSample { workspace in
            try workspace.write(
                "checklists/deep/other.yml",
                SampleChecklist.text.replacing("id: sample", with: "id: other"))
            try workspace.write("checklists/values.yaml", "cloud: two\n")
            try workspace.write("checklists/.git/hidden.yaml", SampleChecklist.text)
            let lint = try await workspace.readiness("lint", "checklists")
            #expect(lint.stdout.hasSuffix("2 checklists: 0 errors, 0 warnings\n"), "\(lint)")
            let status = try await workspace.readiness("status", "checklists")
            let lines = status.stdout.split(separator: "\n")
            #expect(lines.first?.hasPrefix("VERDICT") == true, "\(status)")
            #expect(lines.dropFirst().first?.contains("  other  ") == true, "\(status)")
            #expect(lines.dropFirst(2).first?.contains("  sample  ") == true)
            let report = try await workspace.readiness("report", "checklists", "--output", "out")
            let written = report.stdout.split(separator: "\n")
            try #require(written.count == 6 && written[0].hasPrefix("VERDICT"), "\(report)")
            #expect(written[3] == "Times are in Europe/Berlin.")
            #expect(written[4].hasPrefix("out/") && written[5].hasPrefix("out/"), "\(report)")
            let run = try await workspace.readiness("run", "checklists")
            let ran = run.stdout.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(ran[0].hasPrefix("MET"), "\(run)")
            #expect(ran[1].contains("  other  ") && ran[2].contains("  sample  "), "\(run)")
            #expect(ran[4].contains(" other: present: ") && ran[5].contains(" sample: present: "))
            try workspace.makeFolder("empty")
            let none = try await workspace.readiness("status", "empty")
            #expect(none.status == 64 && none.stderr.contains("no checklist in empty"))
        }
    }

    @Test("A checklist behind a link to its folder, or of a hidden name, counts for the verdict")
    func linked() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            #expect(try await workspace.readiness("status", "checklists").status == 0)
            let other = SampleChecklist.text.replacing("id: sample", with: "id: other")
            try workspace.write("real/prod.yaml", other)
            _ = try await workspace.shell("ln -s ../real checklists/prod")
            for name in ["checklists", "checklists/prod"] {
                let status = try await workspace.readiness("status", name)
                #expect(status.status == 1 && status.stdout.contains("other"), "\(status)")
            }
            _ = try await workspace.shell(
                "rm checklists/prod; mv real/prod.yaml checklists/.x.yaml")
            #expect(try await workspace.readiness("status", "checklists").status == 1)
            _ = try await workspace.shell("rm checklists/.x.yaml; ln -s ../gone checklists/prod")
            let nowhere = try await workspace.readiness("status", "checklists")
            #expect(nowhere.status == 64, "\(nowhere)")
            #expect(nowhere.stderr.contains("The link checklists/prod leads nowhere"))
        }
    }
}
