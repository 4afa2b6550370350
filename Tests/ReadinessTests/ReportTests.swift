import Testing

@Suite("readiness report", .timeLimit(.minutes(10)))
struct ReportTests {
    private static let instant = "2099-12-31T12:00:00Z"

    @Test("The same bytes again, in another zone, language and folder, and from an export")
    func reproducible() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let first = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant)
            #expect(first.stdout.hasPrefix("# "), "\(first)")
            let again = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant)
            #expect(again.stdout == first.stdout)
            let elsewhere = try await workspace.shell(
                "cd / && \"$READINESS\" report \(workspace.path(SampleChecklist.path)) --as-of \(Self.instant)",
                environment: [
                    "TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
                    "HOME": "/nonexistent",
                ])
            #expect(elsewhere.stdout == first.stdout)

            let export = try await workspace.readiness("log", "--format", "jsonl")
            try workspace.write("l.jsonl", export.stdout)
            // What entries rest on lies beside it.
            _ = try await workspace.shell("cp -r .readiness/evidence evidence")
            let fromText = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant, "--ledger", "l.jsonl")
            // It says that nothing vouches for the copy.
            let isOwn = { (line: Substring) in !line.contains("unverified copy") }
            let lines = fromText.stdout.split(separator: "\n", omittingEmptySubsequences: true)
            #expect(lines.contains { $0.contains("unverified copy") })
            #expect(lines.filter(isOwn) == first.stdout.split(separator: "\n"))
            let exportAgain = try await workspace.readiness(
                "log", "--format", "jsonl", "--ledger", "l.jsonl")
            #expect(exportAgain.stdout == export.stdout)
        }
    }

    @Test("The command in a JSON report renders the same bytes, also for a name with a hyphen")
    func commandOfJSON() async throws {
        try await Workspace.with { workspace in
            try workspace.write("-c.yaml", SampleChecklist.text)
            try workspace.write("present.txt", "")
            #expect(try await workspace.readiness("run", "./-c.yaml").status == 0)
            let first = try await workspace.readiness(
                "report", "./-c.yaml", "--format", "json", "--as-of", Self.instant)
            let words = try #require(try first.json()["command"].items).map { $0.text ?? "" }
            let quoted = words.dropFirst().map { "'\($0)'" }.joined(separator: " ")
            let again = try await workspace.shell("\"$READINESS\" \(quoted)")
            #expect(again.stdout == first.stdout, "\(again)")
        }
    }

    @Test("A moment that has not come is marked in the first line, and stays so when it has passed")
    func forecast() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let status = try await workspace.readiness(
                "status", SampleChecklist.path, "--as-of", Self.instant)
            #expect(status.stdout.hasPrefix("FORECAST "), "\(status)")
            let report = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant)
            #expect(report.stdout.hasPrefix("# Forecast: "), "\(report)")
            #expect(report.stdout.contains(" --forecast\n"))
            let past = ["report", SampleChecklist.path, "--as-of", "2025-10-09"]
            let plain = try await workspace.shell(
                "\"$READINESS\" " + past.joined(separator: " "))
            #expect(plain.stdout.hasPrefix("# 🔴 NO-GO: "), "\(plain)")
            let marked = try await workspace.shell(
                "\"$READINESS\" " + (past + ["--forecast"]).joined(separator: " "))
            #expect(marked.stdout.hasPrefix("# Forecast: "), "\(marked)")
        }
    }

    @Test("After the checklist changed the old text renders the old report, by its digest")
    func oldText() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let before = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant)
            let command = try #require(
                before.stdout.split(separator: "\n").first { $0.hasPrefix("readiness report ") })
            let digest = try #require(command.split(separator: " ").dropFirst(2).first)
            try workspace.edit("A sample rollout", "Something else")
            try workspace.edit("A sample rollout", "Something else again")
            try workspace.edit("A sample rollout", "The third edit")
            let after = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant)
            #expect(after.stdout != before.stdout)
            for name in [String(digest), String(digest.prefix(15))] {
                let old = try await workspace.readiness("report", name, "--as-of", Self.instant)
                #expect(old.stdout == before.stdout, "\(old)")
                #expect(old.status == before.status)
            }
            // The words of the report itself, as a reader copies them.
            let copied = try await workspace.shell(
                String(command).replacing("readiness ", with: "\"$READINESS\" ", maxReplacements: 1)
            )
            #expect(copied.stdout == before.stdout, "\(copied)")
        }
    }

    @Test("Records from after the instant do not count")
    func earlier() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let early = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", "2025-01-01", "--format", "json")
            #expect(early.status == 1)
            let report = try early.json()
            #expect(report["ledger"]["size"].integer == 0)
            #expect(report["steps"].first("id", "present")["status"].text == "pending")
        }
    }

    @Test("Of several checklists each has its report, and the worst verdict is the exit status")
    func several() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            #expect(try await workspace.readiness("status", SampleChecklist.path).status == 0)
            try workspace.write(
                "checklists/other.yaml",
                SampleChecklist.text.replacing("id: sample", with: "id: other"))
            let arguments = [SampleChecklist.path, "checklists/other.yaml"]
            let markdown = try await workspace.readiness("report", arguments[0], arguments[1])
            #expect(markdown.status == 1)
            #expect(markdown.stdout.split(separator: "\n").filter { $0.hasPrefix("# ") }.count == 2)
            #expect(
                markdown.stdout.hasPrefix("| Verdict | Steps |"), "\(markdown.stdout.prefix(200))")
            let json = try await workspace.readiness(
                "report", arguments[0], arguments[1], "--format", "json")
            #expect(json.status == 1)
            #expect(try json.json()["rollouts"][0]["verdict"].text == "GO")
            #expect(try json.json()["rollouts"][1]["verdict"].text == "NO-GO")
            let files = try await workspace.readiness(
                "report", arguments[0], arguments[1], "--as-of", "2025-01-01", "--output", "out")
            #expect(files.status == 1)
            #expect(
                try workspace.names(in: "out") == [
                    "other-20250101T225959Z.md", "sample-20250101T225959Z.md",
                ])
            let status = try await workspace.readiness("status", arguments[0], arguments[1])
            #expect(status.status == 1)
        }
    }

    @Test("Several formats at once, each in its file, and none twice")
    func formats() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", "2025-01-01", "--output", "out",
                "--format", "html", "--format", "csv", "--format", "ics")
            #expect(outcome.status == 1, "\(outcome)")
            #expect(
                try workspace.names(in: "out")
                    == ["csv", "html", "ics"].map {
                        "sample-20250101T225959Z.\($0)"
                    })
            for wrong in [
                ["--format", "csv", "--format", "csv"], ["--format", "csv", "--format", "ics"],
            ] {
                let refused = try await workspace.shell(
                    "\"$READINESS\" report \(SampleChecklist.path) \(wrong.joined(separator: " "))")
                #expect(refused.status == 64, "\(refused)")
            }
        }
    }

    @Test("--all writes a page over all rollouts, and due and digest say who must do what")
    func portfolio() async throws {
        try await Workspace.withSample { workspace in
            try workspace.write(
                "checklists/other.yaml",
                SampleChecklist.text.replacing("id: sample", with: "id: other"))
            let written = try await workspace.readiness(
                "report", "--all", "--as-of", "2025-01-01", "--output", "out")
            #expect(written.status == 1, "\(written)")
            let page = try workspace.read("out/README.md")
            #expect(page.hasPrefix("# Portfolio: 2 rollouts\n"))
            for name in try workspace.names(in: "out") where name != "README.md" {
                #expect(page.contains("](<\(name)>)"), "\(name)")
            }
            let due = try await workspace.readiness(
                "due", "--as-of", "2025-01-01", "--format", "json")
            #expect(due.status == 0)
            let tasks = try #require(try due.json()["tasks"].items)
            #expect(Set(tasks.compactMap { $0["checklist"].text }) == ["other", "sample"])
            let person = try #require(tasks.compactMap { $0["people"][0].text }.first)
            let mail = try await workspace.readiness(
                "digest", "--person", person, "--as-of", "2025-01-01", "--within", "9000w")
            #expect(mail.stdout.contains("To: <\(person)>\r\n"), "\(mail)")
            let nobody = try await workspace.readiness("due", "--person", "nobody@example.com")
            #expect(nobody.status == 64 || nobody.status == 65, "\(nobody)")
        }
    }

    @Test("A date that moved is told with the text that moved it")
    func movedDate() async throws {
        try await Workspace.withSample { workspace in
            _ = try await workspace.readiness(
                "report", SampleChecklist.path, "--output", "out", "--no-record")
            _ = try await workspace.readiness("report", SampleChecklist.path, "--output", "out")
            try workspace.edit("starts: 2100-01-10", "starts: 2100-01-17")
            _ = try await workspace.readiness("report", SampleChecklist.path, "--output", "out")
            let report = try await workspace.readiness("report", SampleChecklist.path)
            let words = "First moved from 2100-01-10 to 2100-01-17 with the text of entry 2"
            #expect(report.stdout.contains(words), "\(report)")
        }
    }

    @Test(
        "--since says what changed since an instant or an old report, and its command says it too")
    func since() async throws {
        try await Workspace.withSample { workspace in
            let old = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant)
            try workspace.write("old.md", old.stdout)
            try await workspace.makeReady()
            let report = try await workspace.readiness(
                "report", SampleChecklist.path, "--as-of", Self.instant, "--since", "old.md",
                "--audience", "board")
            #expect(report.stdout.contains("ready now:"), "\(report)")
            let command = try #require(
                report.stdout.split(separator: "\n").first { $0.hasPrefix("readiness report ") })
            #expect(command.contains("--audience board --since 2099-12-31T12:00:00Z/0"))
            // An audit renders it again, with the options that it was made with.
            try workspace.write("board.md", report.stdout)
            let audit = try await workspace.readiness("audit", "--since", "board.md")
            #expect(audit.status == 0, "\(audit)")
            try workspace.write(
                "forged.md", report.stdout.replacing("ready now:", with: "ready then:"))
            let forged = try await workspace.readiness("audit", "--since", "forged.md")
            #expect(forged.status == 74, "\(forged)")
            let wrong = try await workspace.readiness(
                "report", SampleChecklist.path, "--since", "yesterday")
            #expect(wrong.status != 0 && wrong.stdout.isEmpty, "\(wrong)")
        }
    }

    @Test("A report that is kept keeps the text as well, and says so where it must not")
    func recordsText() async throws {
        try await Workspace.withSample { workspace in
            let words = "is not on record, so that no command renders this report again"
            let plain = try await workspace.readiness(
                "report", SampleChecklist.path, "--output", "out", "--no-record")
            #expect(!workspace.exists(".readiness"))
            let path = try #require(plain.stdout.split(separator: ":").first)
            #expect(try workspace.read(String(path)).contains(words))
            let kept = try await workspace.readiness(
                "report", SampleChecklist.path, "--output", "kept")
            let name = try #require(kept.stdout.split(separator: ":").first)
            let text = try workspace.read(String(name))
            #expect(!text.contains(words))
            let command = try #require(
                text.split(separator: "\n").first { $0.hasPrefix("readiness report ") })
            let again = try await workspace.shell(
                String(command).replacing(
                    "readiness ", with: "\"$READINESS\" ", maxReplacements: 1))
            #expect(again.stdout == text, "\(again)")
            let log = try await workspace.readiness("log")
            #expect(log.stdout.split(separator: "\n").count == 1, "\(log)")
        }
    }
}
