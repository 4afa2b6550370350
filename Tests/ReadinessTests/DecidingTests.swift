import CanonicalJSON
import Testing

@Suite("readiness decide and gate", .timeLimit(.minutes(10)))
struct DecidingTests {
    private static func decide(
        _ workspace: Workspace, _ choice: String, as principal: String = "bea@example.com",
        phase: String = "first"
    ) async throws -> Outcome {
        try await workspace.readiness(
            "decide", SampleChecklist.path, phase, choice, "--as", principal, "--reason", "Because")
    }

    private static func gate(_ workspace: Workspace, _ more: String = "") async throws -> Outcome {
        try await workspace.shell(
            "\"$READINESS\" gate \(SampleChecklist.path) --phase first \(more)")
    }

    @Test(
        "The gate is closed until everything is ready, and with --require-decision until the owner says go"
    )
    func gate() async throws {
        try await Workspace.withSample { workspace in
            let empty = try await Self.gate(workspace)
            #expect(empty.status == 1 && empty.stdout.hasPrefix("first: NO-GO\n"), "\(empty)")
            try await workspace.makeReady()
            let ready = try await Self.gate(workspace)
            #expect(
                ready.status == 0
                    && ready.stdout == "first: GO\n  3 entries that count: unauthenticated.\n",
                "\(ready)")
            #expect(try await Self.gate(workspace, "--format json").status == 0)

            let undecided = try await Self.gate(workspace, "--require-decision")
            #expect(undecided.status == 1)
            #expect(
                undecided.stdout.hasPrefix(
                    "first: GO, without a go of the owner that stands\n  No decision is on record.\n"
                ), "\(undecided)")
            let decided = try await Self.decide(workspace, "go")
            #expect(decided.status == 0)
            #expect(
                decided.stdout.hasPrefix(
                    "decided: go for first by bea@example.com for boss, unauthenticated; the evidence says GO (entry 5, "
                ))
            #expect(try await Self.gate(workspace, "--require-decision").status == 0)
            #expect(try await Self.decide(workspace, "no-go").status == 0)
            #expect(try await Self.gate(workspace, "--require-decision").status == 1)
            #expect(try await Self.gate(workspace).status == 0)
        }
    }

    @Test("A go on another text of the checklist does not open the gate")
    func olderText() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            #expect(try await Self.decide(workspace, "go").status == 0)
            try workspace.edit("title: A sample rollout", "title: Another rollout")
            #expect(try await Self.gate(workspace).status == 0)
            #expect(try await Self.gate(workspace, "--require-decision").status == 1)
        }
    }

    @Test("What was checked, signed and decided for one tenant does not open the gate for another")
    func otherValues() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            #expect(try await Self.decide(workspace, "go").status == 0)
            #expect(try await Self.gate(workspace, "--require-decision").status == 0)
            let evidence = try await Self.gate(workspace, "--set cloud=two")
            #expect(evidence.status == 1, "\(evidence)")
            #expect(evidence.stdout.contains("cloud one, not for two"), "\(evidence)")
            let other = try await Self.gate(workspace, "--set cloud=two --require-decision")
            #expect(other.status == 1, "\(other)")
            #expect(other.stdout.contains("The decision of entry 5 does not stand"), "\(other)")
        }
    }

    @Test("A go does not make ready what is not")
    func goAgainstEvidence() async throws {
        try await Workspace.withSample { workspace in
            let decided = try await Self.decide(workspace, "go")
            #expect(decided.status == 0 && decided.stdout.contains("the evidence says NO-GO"))
            #expect(try await Self.gate(workspace, "--require-decision").status == 1)
            let report = try await workspace.readiness("report", SampleChecklist.path)
            #expect(report.status == 1)
            #expect(report.stdout.contains("the evidence says NO-GO"))
        }
    }

    @Test(
        "Only the owner decides, and only on a phase that has a verdict",
        arguments: [
            ("ann@example.com", "first", "not a member of Bosses"),
            ("bea@example.com", "gone", "cancelled"),
            ("bea@example.com", "second", "does not apply"),
        ])
    func refused(_ principal: String, _ phase: String, _ words: String) async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await Self.decide(workspace, "go", as: principal, phase: phase)
            #expect(outcome.status == 65 && outcome.stdout.isEmpty, "\(outcome)")
            #expect(outcome.stderr.contains(words), "\(outcome)")
            #expect(!workspace.exists(".readiness"))
        }
    }

    @Test("A phase without a verdict lets nothing through", arguments: ["gone", "second"])
    func noVerdict(_ phase: String) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let outcome = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", phase)
            #expect(outcome.status == 1 && outcome.stdout.hasPrefix("\(phase): no verdict\n"))
        }
    }

    @Test("A gate on the past says so in its first line, and on stderr what it leaves out")
    func past() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let past = try await Self.gate(workspace, "--entries 1 --allow-past")
            #expect(
                past.stdout.hasPrefix("first: NO-GO (by the first 1 entry of the ledger)\n"),
                "\(past)")
            #expect(past.stderr.contains("3 later entries of the ledger left out"), "\(past)")
            let day = try await Self.gate(workspace, "--as-of 2025-10-09T12:00:00Z --allow-past")
            #expect(
                day.stdout.hasPrefix("first: NO-GO (as of 2025-10-09 14:00 Europe/Berlin)\n"),
                "\(day)")
            #expect(day.stderr.contains("4 later entries"), "\(day)")
        }
    }

    @Test("The past and an unverified copy open no gate, unless somebody says that they are meant")
    func refusals() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            _ = try await workspace.shell(
                "\"$READINESS\" log --format jsonl > l.jsonl; cp -r .readiness/evidence .")
            _ = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "ann@example.com", "--reject",
                "--note", "n")
            for (more, flag, words) in [
                ("--entries 4", "--allow-past", "A gate is about the present"),
                ("--as-of 2025-10-09", "--allow-past", "A gate is about the present"),
                ("--ledger l.jsonl", "--allow-unverified", "l.jsonl is an unverified copy"),
            ] {
                let refused = try await Self.gate(workspace, more)
                #expect(refused.status == 64 && refused.stdout.isEmpty, "\(refused)")
                #expect(refused.stderr.contains(words) && refused.stderr.contains(flag))
                let meant = try await Self.gate(workspace, "\(more) \(flag)")
                #expect(meant.status == (more.contains("2025") ? 1 : 0), "\(meant)")
            }
            let variable = try await workspace.readiness(
                "gate", SampleChecklist.path, "--phase", "first",
                environment: ["READINESS_LEDGER": "l.jsonl"])
            #expect(variable.status == 64, "\(variable)")
            #expect(try await Self.gate(workspace).status == 1)
        }
    }

    @Test("A text that is named by its digest opens no gate, as it may have been replaced")
    func digest() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let command = """
                "$READINESS" gate "$("$READINESS" status \(SampleChecklist.path) --format json |
                /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["checklist"]["digest"])')"
                """.replacing("\n", with: " ")
            let refused = try await workspace.shell("\(command) --phase first")
            #expect(refused.status == 64 && refused.stdout.isEmpty, "\(refused)")
            #expect(refused.stderr.contains("A gate is about today's text"))
            let meant = try await workspace.shell("\(command) --phase first --allow-past")
            #expect(meant.status == 0, "\(meant)")
        }
    }

    @Test("A gate names what failed in other words, though it says GO now")
    func reworded() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            _ = try await workspace.shell("rm checklists/present.txt")
            #expect(try await workspace.readiness("run", SampleChecklist.path).status == 1)
            #expect(try await Self.gate(workspace).status == 1)
            try workspace.edit("{path: present.txt}", "{path: sample.yaml}")
            #expect(try await workspace.readiness("run", SampleChecklist.path).status == 0)
            let gate = try await Self.gate(workspace)
            #expect(gate.status == 0)
            #expect(
                gate.stdout
                    == "first: GO\n  3 entries that count: unauthenticated.\n  present failed a check (entry 5), and the step was reworded since.\n",
                "\(gate)")
            let json = try await Self.gate(workspace, "--format json").json()["gate"]
            #expect(json["earlierNoes"][0]["step"].text == "present")
            #expect(json["earlierNoes"][0]["entry"].integer == 5)
        }
    }

    @Test("For programs it says what was asked and what it answers")
    func json() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let gate = try await Self.gate(workspace, "--require-decision --format json")
            let answer = try gate.json()["gate"]
            #expect(answer["phase"].text == "first" && answer["question"].text == "start")
            #expect(answer["verdict"].text == "GO", "\(gate)")
            #expect(answer["decision"]["reason"].text == "none")
            #expect(answer["passes"].boolean == false && gate.status == 1)
            let free = try await Self.gate(workspace, "--format json").json()["gate"]
            #expect(free["passes"].boolean == true && free["decision"].value == .null)
        }
    }
}
