import Testing

@Suite("readiness sign", .timeLimit(.minutes(10)))
struct SigningTests {
    private static func sign(
        _ workspace: Workspace, _ step: String, _ principal: String, _ more: String = ""
    ) async throws -> Outcome {
        try await workspace.shell(
            "\"$READINESS\" sign \(SampleChecklist.path) \(step) --as \(principal) --note Done \(more)"
        )
    }

    private static func step(_ workspace: Workspace, _ id: String) async throws -> String {
        let status = try await workspace.readiness(
            "status", SampleChecklist.path, "--format", "json")
        return try status.json()["steps"].first("id", id)["status"].text ?? "\(status)"
    }

    @Test("A sign-off counts, with the digest of its evidence and the word unauthenticated")
    func signed() async throws {
        try await Workspace.withSample { workspace in
            let signed = try await Self.sign(
                workspace, "approved", "ann@example.com", "--evidence evidence.txt")
            #expect(signed.status == 0)
            let words = "signed: approved by ann@example.com for admin, unauthenticated (entry 2, "
            #expect(signed.stdout.hasPrefix(words), "\(signed)")
            let status = try await workspace.readiness(
                "status", SampleChecklist.path, "--format", "json")
            let signOff = try status.json()["steps"].first("id", "approved")["signOffs"][0]
            #expect(signOff["principal"].text == "ann@example.com")
            #expect(signOff["role"].text == "admin")
            #expect(signOff["decision"].text == "approve")
            #expect(signOff["counts"].boolean == true && signOff["authentication"].text == "none")
            #expect(signOff["why"].text != nil && signOff["recordedAt"].text != nil)
            let digest = try await workspace.shell("sha256sum evidence.txt").stdout.prefix(64)
            #expect(signOff["evidence"][0]["digest"].text == "sha256:\(digest)")
            #expect(signOff["evidence"][0]["name"].text == "evidence.txt")
            #expect(signOff["evidence"][0]["size"].integer == 9)
            let report = try await workspace.readiness("report", SampleChecklist.path)
            #expect(report.stdout.contains("unauthenticated"))
        }
    }

    @Test("Without --as the account signs")
    func account() async throws {
        try await Workspace.withSample { workspace in
            let account = try await workspace.shell("printf %s \"$(id -un)@$(hostname)\"").stdout
            try workspace.edit("[ann@example.com", "[\(account)")
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--note", "n")
            #expect(signed.status == 0 && signed.stdout.contains(" by \(account) "), "\(signed)")
        }
    }

    /// A sign-off that must not be recorded, with the exit status and the words for it.
    static let refusals = [
        ("approved", "zoe@example.com --evidence evidence.txt", 65, "not a member of admin"),
        ("approved", "bea@example.com --role boss --evidence evidence.txt", 65, "refused"),
        ("approved", "ann@example.com", 65, "requires evidence"),
        ("approved", "ann@example.com --evidence missing.txt", 74, "missing.txt cannot be read"),
        ("approved", "ann@example.com --evidence fifo", 74, "it is a pipe"),
        ("approved", "ann@example.com --evidence checklists", 74, "it is a folder"),
        (
            "approved", "ann@example.com --evidence evidence.txt --evidence missing.txt", 74,
            "missing.txt"
        ),
        ("present", "ann@example.com", 65, "asks for no sign-off"),
    ]

    @Test("What may not be signed is refused and not recorded", arguments: refusals)
    func refused(_ step: String, _ arguments: String, _ status: Int, _ words: String) async throws {
        try await Workspace.withSample { workspace in
            _ = try await workspace.shell("mkfifo fifo")
            let outcome = try await Self.sign(workspace, step, arguments)
            #expect(outcome.status == status, "\(outcome)")
            #expect(outcome.stdout.isEmpty)
            #expect(outcome.stderr.contains(words), "\(outcome)")
            #expect(!workspace.exists(".readiness"))
        }
    }

    @Test("A rejection makes the step failing, and only who rejected may take it back")
    func rejection() async throws {
        try await Workspace.withSample { workspace in
            #expect(try await Self.sign(workspace, "reviewed", "bob@example.com").status == 0)
            #expect(try await Self.step(workspace, "reviewed") == "ready")
            let rejected = try await Self.sign(workspace, "reviewed", "ann@example.com", "--reject")
            #expect(rejected.status == 0 && rejected.stdout.hasPrefix("rejected: "))
            #expect(try await Self.step(workspace, "reviewed") == "failing")

            let owner = try await Self.sign(workspace, "reviewed", "bea@example.com", "--revoke 3")
            #expect(
                owner.status == 65 && owner.stderr.contains("Only ann@example.com may"), "\(owner)")
            let wrongStep = try await Self.sign(
                workspace, "approved", "ann@example.com", "--revoke 3")
            #expect(wrongStep.status == 64)
            let wrongKind = try await Self.sign(
                workspace, "reviewed", "ann@example.com", "--revoke 1")
            #expect(wrongKind.status == 64)
            #expect(try await Self.step(workspace, "reviewed") == "failing")

            let own = try await Self.sign(workspace, "reviewed", "ann@example.com", "--revoke 3")
            #expect(own.status == 0 && own.stdout.contains("unauthenticated"), "\(own)")
            #expect(try await Self.step(workspace, "reviewed") == "ready")
            let log = try await workspace.readiness(
                "log", SampleChecklist.path, "--step", "reviewed")
            #expect(log.stdout.contains("took entry 3 about reviewed back"), "\(log)")
        }
    }

    @Test("Another wording of the step makes its evidence stale, another step's does not")
    func wording() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            try workspace.edit("Somebody else looked at it", "Somebody else read it")
            #expect(try await Self.step(workspace, "reviewed") == "stale")
            #expect(try await Self.step(workspace, "approved") == "ready")
            #expect(try await Self.step(workspace, "present") == "ready")
            try workspace.edit("present.txt", "checklists.txt")
            #expect(try await Self.step(workspace, "present") == "stale")
            #expect(try await Self.step(workspace, "reviewed") == "ready")
        }
    }

    @Test("An option before the step does not swallow it, and the environment says who acts")
    func order() async throws {
        try await Workspace.withSample { workspace in
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "--note", "n", "--evidence", "evidence.txt",
                "approved", environment: ["READINESS_AS": "ann@example.com"])
            #expect(signed.status == 0, "\(signed)")
            #expect(signed.stdout.contains("approved by ann@example.com"), "\(signed)")
        }
    }
}
