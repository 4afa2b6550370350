import Testing

@Suite("readiness lint", .timeLimit(.minutes(10)))
struct LintTests {
    /// Ten lines with one mistake each.
    private static let mistakes = """
        readiness: 1
        id: Bad Id
        title: Ten mistakes
        owner: nobody
        timezone: Europe/Berln
        colour: red
        timeline:
          - {id: first, title: First, starts: 2025-02-30}
          - {id: second, title: Second, starts: 2025-03-01}
        roles:
          admin: {title: Admins, members: [ann@example.com]}
        defaults: {fresh-for: 24}
        steps:
          - id: one
            title: One
            role: admn
            due: secnd - 1d
            check: [{file: {path: a, siz: 3}}]
          - id: two
            title: Two
            role: admin
            due: second
            needs: [on]
            sign-off: {by: [admin]}
          - id: three
            title: Three
            role: admin
            due: second

        """
    private static let lines = [2, 4, 5, 6, 8, 12, 16, 17, 18, 23]

    @Test("Ten mistakes are ten located errors in one go")
    func text() async throws {
        try await Workspace.with { workspace in
            try workspace.write("bad.yaml", Self.mistakes)
            let outcome = try await workspace.readiness("lint", "bad.yaml")
            #expect(outcome.status == 65)
            for line in Self.lines {
                #expect(outcome.stdout.contains("bad.yaml:\(line):"), "line \(line): \(outcome)")
            }
            #expect(outcome.stdout.contains("did you mean \"Europe/Berlin\"?"))
            #expect(outcome.stdout.contains("^"))
        }
    }

    @Test("Programs get the same places as JSON")
    func json() async throws {
        try await Workspace.with { workspace in
            try workspace.write("bad.yaml", Self.mistakes)
            let outcome = try await workspace.readiness("lint", "bad.yaml", "--format", "json")
            #expect(outcome.status == 65)
            let diagnostics = try #require(try outcome.json()["diagnostics"].items)
            let found = Set(diagnostics.compactMap { $0["line"].integer })
            #expect(found.isSuperset(of: Self.lines.map(Int64.init)))
            for diagnostic in diagnostics {
                #expect(diagnostic["path"].text == "bad.yaml")
                #expect(diagnostic["severity"].text == "error")
                for key in ["column", "endLine", "endColumn"] {
                    #expect((diagnostic[key].integer ?? 0) > 0, "\(key)")
                }
                for key in ["code", "message", "fix"] {
                    #expect(diagnostic[key].text != nil, "\(key)")
                }
            }
        }
    }

    @Test("Code scanning gets SARIF 2.1.0 with columns in code points")
    func sarif() async throws {
        try await Workspace.with { workspace in
            // The accent is a code point of its own, and stands before the mistake.
            try workspace.write(
                "a b.yaml", "readiness: 1\nid: x\ntitle: {\"cafe\u{301}\": 1}\n")
            let outcome = try await workspace.readiness("lint", "a b.yaml", "--format", "sarif")
            #expect(outcome.status == 65)
            let whole = try outcome.json()
            #expect(whole["version"].text == "2.1.0")
            let run = whole["runs"][0]
            #expect(run["tool"]["driver"]["name"].text == "readiness")
            #expect(run["columnKind"].text == "unicodeCodePoints")
            let results = try #require(run["results"].items)
            let rules = Set(
                (run["tool"]["driver"]["rules"].items ?? []).compactMap { $0["id"].text })
            #expect(!results.isEmpty)
            for result in results {
                let place = result["locations"][0]["physicalLocation"]
                #expect(place["artifactLocation"]["uri"].text == "a%20b.yaml")
                #expect(rules.contains(result["ruleId"].text ?? ""))
                #expect(result["level"].text == "error")
                #expect(result["message"]["text"].text?.isEmpty == false)
            }
            let title = results.first {
                $0["locations"][0]["physicalLocation"]["region"]["startLine"].integer == 3
            }
            let region = try #require(title)["locations"][0]["physicalLocation"]["region"]
            #expect(region["startColumn"].integer == 9)
            #expect(region["endColumn"].integer == 16)
            #expect(region["byteOffset"].integer == 27)
        }
    }

    @Test("In a very long line SARIF gives bytes, and no column that it cannot know")
    func sarifOfLongLine() async throws {
        try await Workspace.with { workspace in
            let accents = String(repeating: "e\u{301}", count: 4_000)
            try workspace.write(
                "long.yaml", "{readiness: 1, title: \(accents), id: Wrong Id}\n")
            let outcome = try await workspace.readiness("lint", "long.yaml", "--format", "sarif")
            let results = try #require(try outcome.json()["runs"][0]["results"].items)
            let regions = results.map { $0["locations"][0]["physicalLocation"]["region"] }
            let offset = Int64(22 + accents.utf8.count + 6)
            let region = try #require(regions.first { $0["byteOffset"].integer == offset })
            #expect(region["startLine"].integer == 1)
            #expect(region["startColumn"].isMissing)
            #expect(region["byteLength"].integer == 8)
        }
    }

    @Test("A workflow on GitHub gets one command for each mistake")
    func github() async throws {
        try await Workspace.with { workspace in
            try workspace.write("bad.yaml", Self.mistakes)
            let outcome = try await workspace.readiness("lint", "bad.yaml", "--format", "github")
            #expect(outcome.status == 65)
            let lines = outcome.stdout.split(separator: "\n")
            #expect(lines.count >= 10)
            #expect(lines.allSatisfy { $0.hasPrefix("::error file=bad.yaml,line=") })
        }
    }

    @Test(
        "A good checklist exits with 0 in every format",
        arguments: ["text", "json", "sarif", "github"])
    func good(_ format: String) async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness(
                "lint", SampleChecklist.path, "--format", format)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stderr.isEmpty)
            #expect(!workspace.exists(".readiness"))
        }
    }

    /// What may stand in the place of a checklist, with the words for it.
    static let unreadablePaths = [
        ("missing.yaml", "does not exist"), ("fifo", "a pipe"),
        ("checklists/sample.yaml/x", "not a folder"),
    ]

    @Test(
        "What cannot be read exits with 74, and the mistakes of others are shown",
        arguments: unreadablePaths)
    func unreadable(_ name: String, _ words: String) async throws {
        try await Workspace.withSample { workspace in
            try workspace.write("bad.yaml", Self.mistakes)
            _ = try await workspace.shell("mkfifo fifo")
            let lint = try await workspace.readiness("lint", SampleChecklist.path, name, "bad.yaml")
            #expect(lint.status == 74)
            #expect(lint.stdout.contains("\(name):"), "\(lint)")
            #expect(lint.stdout.contains(words), "\(lint)")
            #expect(lint.stdout.contains("bad.yaml:12:"))
            for command in ["run", "status", "report"] {
                let other = try await workspace.readiness(command, SampleChecklist.path, name)
                #expect(other.status == 74, "\(command): \(other)")
                #expect(other.stdout.isEmpty)
                #expect(other.stderr.contains(words))
            }
            #expect(!workspace.exists(".readiness"))
        }
    }

    @Test(
        "No command does anything for an invalid checklist, and all show every mistake",
        arguments: [
            "run X bad.yaml", "status X bad.yaml", "report X bad.yaml --output out",
            "gate bad.yaml --phase first", "sign bad.yaml one --note n",
            "waive bad.yaml one --until 2100-01-01 --reason r",
            "decide bad.yaml first go --reason r",
            "trust bad.yaml", "log bad.yaml",
        ])
    func invalid(_ arguments: String) async throws {
        try await Workspace.withSample { workspace in
            try workspace.write("bad.yaml", Self.mistakes)
            let outcome = try await workspace.shell(
                "\"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path))
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.stdout.isEmpty)
            for line in Self.lines { #expect(outcome.stderr.contains("bad.yaml:\(line):")) }
            #expect(!workspace.exists(".readiness") && !workspace.exists("out"))
            #expect(!workspace.exists("state/readiness/trusted"))
        }
    }

    @Test("One checklist by two paths is one; two of one id and place in one ledger are refused")
    func twins() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness(
                "status", SampleChecklist.path, "checklists/./sample.yaml")
            #expect(outcome.stdout.matches(of: /A sample rollout/).count == 1, "\(outcome)")
            for tree in ["one", "two"] {
                try workspace.write("\(tree)/checklists/c.yaml", SampleChecklist.text)
            }
            let twins = try await workspace.readiness(
                "status", "one/checklists/c.yaml", "two/checklists/c.yaml", "--ledger", "l.sqlite")
            #expect(twins.status == 65 && twins.stderr.contains("same id \"sample\""), "\(twins)")
        }
    }

    @Test("A file of values is read as the checklist is: with places for its mistakes")
    func values() async throws {
        try await Workspace.withSample { workspace in
            try workspace.write("good.yaml", "cloud: two\n")
            try workspace.write("list.yaml", "- cloud\n")
            let good = try await workspace.readiness(
                "status", SampleChecklist.path, "--values", "good.yaml", "--format", "json")
            #expect(try good.json()["parameters"][0]["value"].text == "two")
            let over = try await workspace.readiness(
                "status", SampleChecklist.path, "--values", "good.yaml", "--set", "cloud=one",
                "--format", "json")
            #expect(try over.json()["parameters"][0]["value"].text == "one")
            let list = try await workspace.readiness(
                "status", SampleChecklist.path, "--values", "list.yaml")
            #expect(list.status == 65)
            #expect(list.stderr.contains("list.yaml:1:1"))
            let missing = try await workspace.readiness(
                "status", SampleChecklist.path, "--values", "missing.yaml")
            #expect(missing.status == 74)
        }
    }
}
