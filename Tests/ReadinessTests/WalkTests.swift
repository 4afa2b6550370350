import Testing

@Suite("A guided walk", .timeLimit(.minutes(10)))
struct WalkTests {
    private static let walk = "\"$READINESS\" walk \(SampleChecklist.path) --as ann@example.com"

    @Test("Each open step is asked for; what is refused says why and the walk goes on")
    func answers() async throws {
        try await Workspace.withSample { workspace in
            let answers = [
                "sh", "sign",  // present: no sign-off is asked for
                "skip",
                "sign", "Change 7", "",  // approved: without evidence it is refused
                "sign", "Change 7", "evidence.txt", "",
                "s", "what", "sign",  // reviewed: not by who approved
                "reject", "", "r", "Nobody looked",
            ]
            let outcome = try await workspace.shell(
                "printf '%s\\n' \(answers.map { "'\($0)'" }.joined(separator: " ")) | \(Self.walk)")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.contains("signed: approved by ann@example.com for admin"))
            #expect(outcome.stdout.contains("rejected: reviewed by ann@example.com for admin"))
            #expect(outcome.stdout.hasSuffix("1 signed, 1 rejected, 1 left open\n"))
            for words in [
                "[1/3] present", "asks for no sign-off", "requires evidence",
                "Answer show, sign or skip.", "Without a note nothing is recorded.",
                "may not sign this step",
            ] {
                #expect(outcome.stderr.contains(words), "\(words): \(outcome.stderr)")
            }
            #expect(outcome.stdout.contains("  Check file present.txt: It was never carried out."))
            let log = try await workspace.readiness("log", "--kind", "sign-off")
            #expect(log.stdout.split(separator: "\n").count == 2)
        }
    }

    @Test(
        "The end of the input ends the walk cleanly, wherever it comes",
        arguments: ["", "skip\n", "skip\nsign\n", "skip\nsign\nnote\n"])
    func ends(answers: String) async throws {
        try await Workspace.withSample { workspace in
            try workspace.write("answers", answers)
            let outcome = try await workspace.shell("\(Self.walk) < answers")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.hasSuffix("0 signed, 0 rejected, 3 left open\n"))
            #expect(outcome.stderr.hasSuffix("\n"))
            #expect(!workspace.exists(".readiness/ledger.sqlite"))
        }
    }

    @Test("Somebody in no role is refused, and who is done is told so")
    func others() async throws {
        try await Workspace.withSample { workspace in
            let stranger = try await workspace.readiness(
                "walk", SampleChecklist.path, "--as", "zoe@example.com")
            #expect(stranger.status == 65, "\(stranger)")
            let boss = try await workspace.readiness(
                "walk", SampleChecklist.path, "--as", "bea@example.com")
            #expect(boss.stdout == "Nothing is open that waits for bea@example.com.\n")
        }
    }

    @Test(
        "A deputy in force walks for the member, and is told how; one whose time is over is refused"
    )
    func deputy() async throws {
        try await Workspace.withSample { workspace in
            let members = "members: [ann@example.com, bob@example.com]"
            try workspace.edit(
                members,
                members + ", deputies: [{for: ann@example.com, by: dan@example.com, "
                    + "from: 2020-01-01, until: 2099-12-31, reason: leave}, "
                    + "{for: ann@example.com, by: old@example.com, "
                    + "from: 2020-01-01, until: 2020-01-31, reason: leave}]")
            let alone = try await workspace.readiness(
                "walk", SampleChecklist.path, "--as", "dan@example.com")
            #expect(alone.status == 65, "\(alone)")
            #expect(
                alone.stderr.contains(
                    "To act as a deputy of ann@example.com, add --for ann@example.com."),
                "\(alone)")
            let own = try await workspace.shell(
                "printf 'skip\nskip\nreject\nNot done\n' | \"$READINESS\" walk "
                    + "\(SampleChecklist.path) --as dan@example.com --for ann@example.com")
            #expect(own.status == 0, "\(own)")
            #expect(
                own.stdout.contains("rejected: reviewed by dan@example.com in place of ann@"),
                "\(own)")
            let over = try await workspace.readiness(
                "walk", SampleChecklist.path, "--as", "old@example.com", "--for", "ann@example.com")
            #expect(over.status == 65, "\(over)")
            let due = try await workspace.readiness(
                "due", SampleChecklist.path, "--person", "dan@example.com")
            #expect(due.status == 0, "\(due)")
            #expect(due.stdout.contains("dan@example.com (in place of ann@example.com)"), "\(due)")
            let digest = try await workspace.readiness(
                "digest", SampleChecklist.path, "--person", "dan@example.com", "--within", "90000d")
            #expect(digest.status == 0 && !digest.stdout.isEmpty, "\(digest)")
            let report = try await workspace.readiness(
                "report", SampleChecklist.path, "--person", "dan@example.com")
            #expect(report.stdout.contains("Listed are "), "\(report)")
        }
    }

    @Test("On a terminal it asks and records, and Ctrl-C leaves a clean line and 130")
    func terminal() async throws {
        try await Workspace.withSample { workspace in
            // Answers wait for their questions, as those of a person do.
            try workspace.write(
                "person.py",
                """
                import os, pty, sys
                pid, terminal = pty.fork()
                if pid == 0:
                    os.execv(sys.argv[1], sys.argv[1:])
                seen = b""
                def wait(text):
                    global seen
                    while text not in seen:
                        seen += os.read(terminal, 1000)
                    seen = seen[seen.index(text) + len(text):]
                for question, answer in [(b"quit?", b"skip\\n"), (b"quit?", b"sign\\n"),
                        (b"found?", b"Change 7\\n"), (b"list):", b"evidence.txt\\n"),
                        (b"list):", b"\\n"), (b"quit?", b"si\\n"), (b"quit?", b"\\x03")]:
                    wait(question)
                    os.write(terminal, answer)
                rest = b""
                try:
                    while more := os.read(terminal, 1000):
                        rest += more
                except OSError:
                    pass
                print(repr(rest.strip(b' ')), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
                """)
            let outcome = try await workspace.shell(
                "python3 person.py \(Self.walk)")
            #expect(outcome.stdout == "b'^C\\r\\n' 130\n", "\(outcome)")
            let log = try await workspace.readiness("log", "--kind", "sign-off")
            #expect(log.stdout.contains("signed approved for admin: Change 7 (1 file as evidence)"))
            #expect(log.stdout.split(separator: "\n").count == 1)
        }
    }
}
