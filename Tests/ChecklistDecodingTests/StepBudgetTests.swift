import ChecklistDecoding
import LocatedYAML
import Testing

struct StepBudgetTests {
    /// A checklist whose steps stand for many, by aliases of one list of values.
    private func text(steps count: Int, values: Int, extra: String = "") -> String {
        let list = (0..<values).map { "v\($0)" }.joined(separator: ", ")
        let steps = (0..<count).map { index in
            "- {id: s\(index), title: T, role: ops, due: start, sign-off: {}, "
                + "for-each: \(index == 0 ? "&all {v: [\(list)]}" : "*all")}"
        }
        return Sample.checklist(extra: extra, steps: steps.joined(separator: "\n"))
    }

    @Test("A short text cannot stand for more than 20,000 steps")
    func steps() throws {
        let outcome = try Reading.outcome(text(steps: 21, values: 1_000))
        let mistake = try #require(outcome.diagnostics.first)
        #expect(outcome.diagnostics.count == 1)
        #expect(mistake.code == "too-many-steps")
        #expect(mistake.message.contains("more than 20000 steps"))
        #expect(mistake.start.line == Sample.firstStepLine + 20)
        #expect(mistake.fix == "make several checklists of it")
    }

    @Test("Targets do not multiply it without end")
    func targets() throws {
        let targets = (0..<60).map { "t\($0): {title: T, set: {p: x\($0)}}" }
        let outcome = try Reading.outcome(
            text(
                steps: 2, values: 1_000,
                extra:
                    "parameters: {p: {default: x}}\ntargets: {\(targets.joined(separator: ", "))}"
            ))
        #expect(outcome.diagnostics.map(\.code) == ["too-many-steps"])
        #expect(outcome.diagnostics.first?.message.contains("those of all 60 targets") == true)
    }

    @Test("Steps that are written are as many as there is room for")
    func written() throws {
        let steps = (0..<20_100).map {
            "- {id: s\($0), title: T, role: ops, due: start, sign-off: {}}"
        }
        let outcome = try Reading.outcome(Sample.checklist(steps: steps.joined(separator: "\n")))
        #expect(outcome.diagnostics.isEmpty)
    }
}
