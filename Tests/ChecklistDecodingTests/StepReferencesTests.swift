import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Needs and exclusions of steps, through families too.
struct StepReferencesTests {
    private static func said(_ lines: String...) throws -> [String] {
        try Reading.outcome(Sample.checklist(steps: lines.joined(separator: "\n")))
            .diagnostics.map { "\($0.start.line):\($0.start.column) \($0.message)" }
    }

    private static func step(_ id: String, _ keys: String) -> String {
        "- {id: \(id), title: T, role: ops, due: start, \(keys), sign-off: {}}"
    }

    @Test("A circle through a family names its steps, and the need that closes it")
    func family() throws {
        #expect(
            try Self.said(
                Self.step("a", "needs: [f]"), Self.step("f", "for-each: {v: [x, y]}, needs: [b]"),
                Self.step("b", "needs: [f/y]"))
                == ["12:77 the steps wait for each other: b → f/y → b"])
        let found = try Self.said(
            Self.step("a", "needs: [f]"), Self.step("f", "for-each: {v: [x, y]}, needs: [a]"))
        #expect(found == ["12:77 the steps wait for each other: a → f/x → a"])
    }

    @Test("A family that needs itself waits for itself, also where another needs it first")
    func itself() throws {
        #expect(
            try Self.said(
                Self.step("a", "needs: [f]"), Self.step("f", "for-each: {v: [x, y]}, needs: [f]"))
                == ["12:77 the step waits for itself: f/x → f/x"])
    }

    @Test("References are to a step, to a family, or to one step of it")
    func references() throws {
        let text = Sample.checklist(
            steps: [
                Self.step("f", "for-each: {v: [x, y]}"), Self.step("a", "needs: [f, f/x]"),
                "- {id: b, title: T, role: ops, due: start, sign-off: {not-by: [f/y, a]}}",
            ].joined(separator: "\n"))
        let checklist = try Reading.loaded(text).checklist
        #expect(checklist.step("a")?.needs == ["f", "f/x"])
        #expect(checklist.step("b")?.signOff?.notBy == ["f/y", "a"])
        #expect(checklist.steps(named: "f").map(\.id.value) == ["x", "y"])
        #expect(
            try Self.said(Self.step("f", "for-each: {v: [x]}"), Self.step("a", "needs: [f/z]"))
                == ["12:54 there is no step \"f/z\""])
    }

    @Test("Families that all need each other are read in time")
    func wide() throws {
        let values = (0..<300).map { "v\($0)" }.joined(separator: ", ")
        let steps = (0..<20).map { number in
            let needs = (0..<number).map { "f\($0)" }.joined(separator: ", ")
            return
                "- {id: f\(number), title: T, role: ops, due: start, for-each: {v: [\(values)]}, "
                + "needs: [\(needs)], sign-off: {not-by: [\(needs)]}}"
        }
        let loaded = try Reading.loaded(Sample.checklist(steps: steps.joined(separator: "\n")))
        #expect(loaded.checklist.steps.count == 6000)
        #expect(loaded.warnings.isEmpty)
    }

    @Test("Thousands of references that lead nowhere are a hundred mistakes")
    func manyUnknown() throws {
        let steps = (0..<5000).map { Self.step("s\($0)", "needs: [t\($0)]") }
        let codes = try Reading.codes(Sample.checklist(steps: steps.joined(separator: "\n")))
        #expect(codes.count == 101)
    }
}
