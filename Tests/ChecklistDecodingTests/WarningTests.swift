import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// What is probably not meant.
struct WarningTests {
    private func warnings(_ text: String) throws -> [String] {
        try Reading.all(text).first?.warnings.map { "\($0.code): \($0.message)" } ?? []
    }

    @Test("A step that is due before one that it needs")
    func order() throws {
        let steps = """
            - {id: one, title: One, role: ops, due: start - 5d, needs: [two], sign-off: {}}
            - {id: two, title: Two, role: ops, due: start - 1d, sign-off: {}}
            - {id: three, title: Three, role: ops, due: start - 1d, needs: [two], sign-off: {}}
            """
        #expect(
            try warnings(Sample.checklist(steps: steps))
                == ["order: the step is due before \"two\", which it needs"])
    }

    @Test("A sign-off that excludes everybody who could give it")
    func exclusions() throws {
        let steps = """
            - {id: one, title: One, role: ops, due: start, sign-off: {count: 2}}
            - {id: two, title: Two, role: ops, due: start, sign-off: {not-by: [one]}}
            - {id: three, title: Three, role: ops, due: start, sign-off: {}}
            - {id: four, title: Four, role: ops, due: start, sign-off: {not-by: [three]}}
            """
        #expect(
            try warnings(Sample.checklist(steps: steps)) == [
                "no-signers-left: nobody of ops is left to sign this step, whoever does the rest: "
                    + "with nora@example.com and omar@example.com for \"one\""
            ])
    }

    @Test(
        "A rule for waivers under which nobody may waive anything",
        arguments: [("ops", "", 0), ("ops", ", waivable: false", 0), ("owner", "", 1)])
    func waivers(role: String, keys: String, count: Int) throws {
        let steps = "- {id: one, title: One, role: \(role), due: start, sign-off: {}\(keys)}"
        let found = try warnings(
            Sample.checklist(extra: "waivers: {by: [owner], longest: 7d}", steps: steps))
        #expect(found.count { $0.hasPrefix("nobody-waives: nobody may waive anything") } == count)
    }

    @Test("Roles, parameters and effects that nothing refers to")
    func unused() throws {
        let extra = """
              idle: {title: Idle, members: [ida@example.com]}
            effects:
              - {id: loss, kind: risk, title: Loss}
              - {id: gain, kind: opportunity, title: Gain}
              - {id: noise, kind: effect, title: Noise}
              - {id: calm, kind: effect, title: Calm, accepted: Nobody has to do anything.}
            parameters:
              spare: {default: x, scope: wording}
              follows: {from: base, values: {x: y}}
              apart: {default: x}
              base: {default: x}
              used: {default: "${base}"}
              region: {default: eu}
              host: {default: "${region}.example.com"}
            """
        let steps = "- {id: one, title: \"${used}\", role: ops, due: start, sign-off: {}}"
        #expect(
            try warnings(Sample.checklist(extra: extra, steps: steps)) == [
                "unused-role: nothing is asked of the role \"idle\"",
                "unaddressed-effect: no step addresses \"loss\"",
                "unaddressed-effect: no step addresses \"gain\"",
                "unaddressed-effect: no step addresses \"noise\"",
                "unused-parameter: nothing names the parameter \"spare\"",
                "unused-parameter: nothing names the parameter \"follows\"",
                "unused-parameter: nothing names the parameter \"apart\"",
                "unused-parameter: only unused parameters name the parameter \"region\"",
                "unused-parameter: nothing names the parameter \"host\"",
            ])
    }

    @Test("A blocking step of a cancelled phase that no other phase waits for")
    func cancelled() throws {
        let timeline = """
            timeline:
              - {id: first, title: First, starts: 2025-10-01, status: cancelled}
              - {id: second, title: Second, starts: 2025-10-10}
              - {id: third, title: Third, starts: 2025-10-20, status: cancelled}
            """
        let steps = """
            - {id: one, title: One, role: ops, due: first, sign-off: {}}
            - {id: two, title: Two, role: ops, due: third, sign-off: {}}
            - {id: three, title: Three, role: ops, due: third, level: advisory, sign-off: {}}
            """
        #expect(
            try warnings(Sample.checklist(timeline: timeline, steps: steps)) == [
                "no-verdict: the step is blocking, but \"third\" is cancelled and no other phase "
                    + "waits for it"
            ])
    }

    @Test("Dates that are long past, where somebody says what time it is")
    func longPast() throws {
        let timeline = """
            timeline:
              - {id: old, title: Old, starts: 2025-01-10}
              - {id: over, title: Over, starts: 2025-01-10, status: completed}
              - {id: next, title: Next, starts: 2026-01-10}
            """
        let steps = """
            - {id: one, title: One, role: ops, due: old, sign-off: {}}
            - {id: two, title: Two, role: ops, due: over, sign-off: {}}
            - {id: three, title: Three, role: ops, due: next - 300d, sign-off: {}}
            - {id: four, title: Four, role: ops, due: next - 30d, sign-off: {}}
            """
        let text = Sample.checklist(timeline: timeline, steps: steps)
        #expect(try warnings(text) == [])
        let now = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
        let outcome = try ChecklistDecoder.read(
            Array(text.utf8), of: .path("list.yaml"), place: "list.yaml", now: now)
        #expect(
            outcome.diagnostics.map(\.message) == [
                "\"old\" was to start on 2025-01-10 and is still planned",
                "the step was due on 2025-03-16, which is long past",
            ])
    }

    @Test("What is said to have happened and has not")
    func future() throws {
        let timeline = """
            timeline:
              - {id: start, title: S, starts: 2025-10-10, status: started, started: 2026-03-01}
              - id: over
                title: O
                starts: 2025-01-01
                status: completed
                started: 2025-01-01
                ended: 2026-02-01
            """
        let text = Sample.checklist(timeline: timeline)
        let now = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
        let outcome = try ChecklistDecoder.read(
            Array(text.utf8), of: .path("list.yaml"), place: "list.yaml", now: now)
        #expect(
            outcome.diagnostics.map { "\($0.code): \($0.message)" } == [
                "in-the-future: \"start\" is said to have started on 2026-03-01",
                "in-the-future: \"over\" is said to have ended on 2026-02-01",
            ])
    }

    @Test("What nobody will see is not looked for, and changes nothing else")
    func unseen() throws {
        let steps = """
            - {id: one, title: One, role: ops, due: start - 5d, needs: [two], sign-off: {}}
            - {id: two, title: Two, role: ops, due: start - 1d, sign-off: {}}
            """
        let text = Sample.checklist(steps: steps)
        func read(warns: Bool) throws -> LoadedChecklist {
            let outcome = try ChecklistDecoder.read(
                Array(text.utf8), of: .path("list.yaml"), place: "list.yaml", warns: warns)
            guard case .loaded(let loaded) = outcome else { throw Diagnostics(outcome.diagnostics) }
            return try #require(loaded.first)
        }
        let seen = try read(warns: true)
        let unseen = try read(warns: false)
        #expect(seen.warnings.map(\.code) == ["order"])
        #expect(unseen.warnings.isEmpty)
        #expect(
            seen.checklist.steps.map(\.rules) == unseen.checklist.steps.map(\.rules)
                && seen.checklist.digest == unseen.checklist.digest)
    }
}
