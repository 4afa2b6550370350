import ChecklistDecoding
import LocatedYAML
import Reporting
import Rollout
import Testing

/// What a good checklist comes to, and what is only warned of.
struct WholeChecklistTests {
    @Test("What a step does not say is taken from the defaults")
    func defaults() throws {
        let plain = try Reading.loaded(
            Sample.step("check: {tcp: {host: h, port: 1}}, sign-off: {}"))
        let step = try #require(plain.checklist.steps.first)
        #expect(plain.timeout == .seconds(10))
        #expect(step.freshFor == .seconds(86_400))
        #expect(step.level == .blocking)
        #expect(step.id == StepID(family: "one"))
        #expect(step.waivable)
        #expect(step.notBefore == nil)
        #expect(step.signOff == SignOffRule(roles: ["ops"]))
        #expect(step.checks.map(\.kind) == ["tcp"])
        #expect(plain.checks["one"]?.count == 1)
        let said = try Reading.loaded(
            Sample.step(
                "check: {tcp: {host: h, port: 1}}", extra: "defaults: {fresh-for: 1h, timeout: 3s}")
        )
        #expect(said.timeout == .seconds(3))
        #expect(said.checklist.steps.first?.freshFor == .seconds(3600))
        #expect(said.checklist.steps.first?.signOff == nil)
    }

    @Test("Everything that a sign-off asks for is read")
    func signOff() throws {
        let text = Sample.checklist(
            steps: """
                - {id: a, title: A, role: ops, due: start, sign-off: {}}
                - id: b
                  title: B
                  role: ops
                  due: start
                  sign-off: {by: [ops, owner], count: 1, evidence: required, not-by: [a], valid-for: 30d}
                """)
        #expect(
            try Reading.loaded(text).checklist.step("b")?.signOff
                == SignOffRule(
                    roles: ["ops", "owner"], count: 1, evidenceRequired: true, notBy: ["a"],
                    validFor: .seconds(2_592_000)))
    }

    @Test("The digest of a checklist is that of its text")
    func digest() throws {
        let text = Sample.checklist()
        let loaded = try Reading.loaded(text)
        #expect(loaded.checklist.digest == ContentDigest(of: text.utf8))
        #expect(loaded.text == text)
    }

    @Test("A role with fewer people than are asked for is warned of, each person counted once")
    func fewMembers() throws {
        let loaded = try Reading.loaded(
            Sample.checklist(
                roles: """
                    roles:
                      owner: {title: Owner}
                      ops: {title: Operations, members: [nora, nora]}
                      idle: {title: Idle}
                    """,
                steps: "- {id: a, title: A, role: ops, due: start, sign-off: {count: 2}}"))
        #expect(
            DiagnosticText.render(loaded.warnings) == """
                list.yaml:8:3: warning: owner must sign or decide, but it has no members \
                [too-few-members]
                    owner: {title: Owner}
                    ^^^^^
                  fix: add members, or nobody can make it ready
                list.yaml:9:3: warning: 2 members of ops must sign, but it has only 1 member \
                [too-few-members]
                    ops: {title: Operations, members: [nora, nora]}
                    ^^^
                  fix: add members, or nobody can make it ready
                list.yaml:10:3: warning: nothing is asked of the role "idle" [unused-role]
                    idle: {title: Idle}
                    ^^^^
                  fix: give it a step, or remove it
                """)
    }

    @Test("To exclude the signers of a step that nobody signs is warned of")
    func noSigners() throws {
        let loaded = try Reading.loaded(
            Sample.checklist(
                steps: """
                    - {id: a, title: A, role: ops, due: start, check: {tcp: {host: h, port: 1}}}
                    - {id: b, title: B, role: ops, due: start, sign-off: {not-by: [a]}}
                    """))
        #expect(loaded.warnings.map(\.code) == ["no-signers"])
        #expect(loaded.warnings.map(\.severity) == [.warning])
    }

    @Test("A mistake is there in spite of what is only warned of")
    func warningsDoNotHide() throws {
        let text = Sample.checklist(
            roles: "roles: {owner: {title: O}, ops: {title: P, members: [a]}}",
            steps: "- {id: a, title: A, role: ops, due: strat, sign-off: {}}")
        guard case .invalid(let found) = try Reading.outcome(text) else {
            Issue.record("a phase that is not there was let through")
            return
        }
        #expect(found.map(\.code) == ["too-few-members", "unknown-phase"])
    }

    @Test("A key that stands twice is told together with the other mistakes, and never let through")
    func duplicateKeys() throws {
        let twice = Sample.step("sign-off: {}, level: blocking, level: advisory")
        #expect(try Reading.codes(twice) == ["11:81 duplicate-key"])
        guard case .invalid = try Reading.outcome(twice) else {
            Issue.record("a key that stands twice was let through")
            return
        }
        let more = Sample.checklist(
            head: "readiness: 1\nid: A\ntitle: A\nowner: owner\nowner: ops",
            steps: "- {id: a, id: b, title: A, role: opps, due: start, sign-off: {}}")
        #expect(
            try Reading.codes(more) == [
                "2:5 wrong-value", "5:1 duplicate-key", "12:13 duplicate-key", "12:36 unknown-role",
            ])
    }
}
