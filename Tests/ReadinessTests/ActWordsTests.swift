import Testing

/// What acts say of themselves beside the entry that they record.
@Suite("What an act says", .timeLimit(.minutes(10)))
struct ActWordsTests {
    private static func sign(
        _ workspace: Workspace, _ step: String, _ person: String, _ more: String = ""
    ) async throws -> Outcome {
        try await workspace.shell(
            "\"$READINESS\" sign \(SampleChecklist.path) \(step) --as \(person)@example.com --note n \(more)"
        )
    }

    @Test(
        "A sign-off that ends another one by not-by names it, and status proposes nobody for that")
    func undone() async throws {
        try await Workspace.withSample { workspace in
            #expect(try await Self.sign(workspace, "reviewed", "ann").status == 0)
            let proposed = try await workspace.readiness("status", SampleChecklist.path)
            #expect(
                proposed.stdout.contains("Nobody has signed for Admins yet: bob@example.com can."),
                "\(proposed)")
            let signed = try await Self.sign(
                workspace, "approved", "ann", "--evidence evidence.txt")
            #expect(signed.status == 0)
            #expect(
                signed.stdout.contains(
                    "  With it the approval of reviewed by ann@example.com (entry 2) no longer counts. "
                        + "ann@example.com signed approved, and whoever signed that may not sign this step.\n"
                ), "\(signed)")
            let other = try await Self.sign(workspace, "reviewed", "bob")
            #expect(other.stdout.split(separator: "\n").count == 1, "\(other)")
        }
    }

    @Test("A deputy's word says in whose place it is, in the result and on record")
    func deputy() async throws {
        try await Workspace.withSample { workspace in
            let members = "members: [ann@example.com, bob@example.com]"
            try workspace.edit(
                members,
                members + ", deputies: [{for: ann@example.com, by: dan@example.com, "
                    + "from: 2020-01-01, until: 2099-12-31, reason: leave}]")
            let signed = try await Self.sign(workspace, "reviewed", "dan", "--for ann@example.com")
            let words = "reviewed by dan@example.com in place of ann@example.com for admin, unauth"
            #expect(signed.stdout.contains(words), "\(signed)")
            let log = try await workspace.readiness("log", SampleChecklist.path)
            let author = "dan@example.com (unauthenticated) in place of ann@example.com"
            #expect(log.stdout.contains(author), "\(log)")
        }
    }

    @Test("Where no member can sign, status says why")
    func nobody() async throws {
        try await Workspace.withSample { workspace in
            for person in ["ann", "bob"] {
                _ = try await Self.sign(workspace, "approved", person, "--evidence evidence.txt")
            }
            let status = try await workspace.readiness("status", SampleChecklist.path)
            #expect(
                status.stdout.contains(
                    "Nobody has signed for Admins yet, and no member of the role can. ann@example.com "
                        + "signed approved, and whoever signed that may not sign this step. bob@example.com"
                ), "\(status)")
        }
    }

    @Test(
        "Whatever starts the usual ledger says where it is",
        arguments: [
            "sign X reviewed --as bob@example.com --note n",
            "decide X first no-go --as bea@example.com --reason r",
            "waive X reviewed --as bea@example.com --until \(SampleChecklist.day(in: 5)) --reason r",
            "run X", "run checklists", "report X --output out",
        ])
    func started(_ arguments: String) async throws {
        try await Workspace.withSample { workspace in
            let copy = try await workspace.shell("mkdir copy && cp -r checklists copy")
            try #require(copy.status == 0)
            let outcome = try await workspace.shell(
                "cd copy && \"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path))
            #expect(
                outcome.stderr.contains("A new ledger was started: .readiness/ledger.sqlite"),
                "\(outcome)")
            let outside = try await workspace.shell(
                "\"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path))
            #expect(
                outside.stderr.contains("A new ledger was started: .readiness/ledger.sqlite"))
            let again = try await workspace.shell(
                "\"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path))
            #expect(!again.stderr.contains("A new ledger"), "\(again)")
        }
    }

    @Test("A member that was misspelled is guessed at, by all who act")
    func members() async throws {
        try await Workspace.withSample { workspace in
            for arguments in [
                "sign X reviewed --as anne@example.com --note n",
                "waive X reviewed --as bae@example.com --until \(SampleChecklist.day(in: 5)) --reason r",
                "decide X first go --as bae@example.com --reason r",
            ] {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path))
                let name = arguments.contains("anne") ? "ann" : "bea"
                #expect(outcome.status == 65)
                #expect(
                    outcome.stderr.contains("Did you mean \"\(name)@example.com\"?"), "\(outcome)")
            }
        }
    }

    @Test("Trusting what runs nothing says that there is nothing to trust")
    func trust() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.readiness("trust", SampleChecklist.path)
            #expect(outcome.status == 0)
            #expect(
                outcome.stdout
                    == "\(SampleChecklist.path) runs no commands and reads the content of no file: "
                    + "there is nothing to trust.\n", "\(outcome)")
            #expect(try await workspace.readiness("trust", "--list").stdout.isEmpty)
            try workspace.edit(
                "{path: present.txt}", "{path: present.txt, content: {contains: here}}")
            let content = try await workspace.readiness("trust", SampleChecklist.path)
            #expect(content.stdout.contains("runs no commands, but reads the content of files"))
            #expect(
                content.stdout.contains("It is tied to this text and the folder "), "\(content)")
        }
    }
}
