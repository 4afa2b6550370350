import Rollout
import Testing

/// What an edit changes, told from two texts alone.
struct ChecklistComparisonTests {
    private func changes(_ old: Step, _ new: Step) throws -> [PartChange.Part] {
        let comparison = ChecklistComparison(
            from: try Make.checklist([old]), to: try Make.checklist([new]))
        #expect(comparison.differences.count < 2)
        return comparison.differences.first?.parts.map(\.part) ?? []
    }

    @Test("The same says nothing, added and removed steps are named")
    func steps() throws {
        let one = try Make.checklist([Make.step("one"), Make.step("two")])
        #expect(ChecklistComparison(from: one, to: one).differences.isEmpty)
        let other = try Make.checklist([Make.step("three"), Make.step("one")])
        let differences = ChecklistComparison(from: one, to: other).differences
        #expect(differences.map(\.subject) == [.step("three"), .step("two")])
        #expect(differences.map(\.nature) == [.added, .removed])
    }

    @Test("Words alone are a rewording; every rule is named")
    func parts() throws {
        let step = Make.step("one")
        #expect(try changes(step, Make.step("one", title: "Other")) == [.title])
        let other = SignOffRule(roles: ["ops"], count: 2)
        #expect(try changes(step, Make.step("one", signOff: other, rules: "2")) == [.signOff])
        #expect(
            try changes(step, Make.step("one", level: .advisory, waivable: false, rules: "2"))
                == [.level, .waivable])
        #expect(
            try changes(step, Make.step("one", due: Due(phase: "start", amount: -1), rules: "2"))
                == [.due, .dueOn])
        #expect(try changes(step, Make.step("one", rules: "2")) == [.spelling])
        let differences = ChecklistComparison(
            from: try Make.checklist([step]),
            to: try Make.checklist([Make.step("one", title: "Other", rules: "2")])
        ).differences
        #expect(differences.map(\.isRewording) == [false])
    }

    @Test("A phase that moves moves its steps, whose words and rules are the same")
    func moves() throws {
        let old = try Make.checklist([Make.step("one")])
        let phases = [try Make.phase("start", starts: "2025-10-17")]
        let differences = ChecklistComparison(
            from: old, to: try Make.checklist([Make.step("one")], phases: phases)
        ).differences
        #expect(differences.map(\.subject) == [.phase("start"), .step("one")])
        #expect(
            differences[0].parts == [PartChange(.starts, ["2025-10-10"], ["2025-10-17"])])
        #expect(differences.map(\.isMove) == [false, true])
        #expect(!differences[1].isRewording)
    }

    @Test("Waivers and parameters are compared")
    func others() throws {
        let old = try Make.checklist(
            [Make.step("one")], parameters: [Parameter(name: "cloud", value: "one")])
        let new = try Make.checklist(
            [Make.step("one")], waivers: nil, parameters: [Parameter(name: "cloud", value: "two")])
        let differences = ChecklistComparison(from: old, to: new).differences
        #expect(differences.map(\.subject) == [.checklist, .parameter("cloud")])
        #expect(differences[0].parts.map(\.part) == [.waivers])
        #expect(differences[1].parts.map(\.part) == [.value, .source])
    }
}
