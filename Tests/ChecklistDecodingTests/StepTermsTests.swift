import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Whether a step may be waived, and from when its evidence counts.
struct StepTermsTests {
    @Test("A step may be waived unless it says that it may not")
    func waivable() throws {
        func waivable(_ keys: String) throws -> Bool? {
            try Reading.loaded(Sample.step(keys)).checklist.steps.first?.waivable
        }
        #expect(try waivable("sign-off: {}") == true)
        #expect(try waivable("waivable: true, sign-off: {}") == true)
        #expect(try waivable("waivable: false, sign-off: {}") == false)
        #expect(
            try Reading.codes(Sample.step("waivable: no, sign-off: {}")) == ["11:60 wrong-value"])
    }

    @Test("The point before which evidence does not count is written like a due date")
    func notBefore() throws {
        func notBefore(_ text: String) throws -> Due? {
            try Reading.loaded(
                Sample.checklist(
                    steps: "- {id: a, title: A, role: ops, due: start.end + 9w, "
                        + "not-before: \(text), sign-off: {}}")
            ).checklist.steps.first?.notBefore
        }
        #expect(try notBefore("start") == Due(phase: "start"))
        #expect(
            try notBefore("start.end + 2bd")
                == Due(phase: "start", edge: .end, amount: 2, unit: .workingDays))
        #expect(try Reading.loaded(Sample.checklist()).checklist.steps.first?.notBefore == nil)
    }

    @Test(
        "What is wrong with the point is found",
        arguments: [
            ("strat", "10:46 unknown-phase"), ("start.end", "10:46 no-end"),
            ("start + 1y", "10:46 wrong-value"), ("tomorrow + 1d", "10:46 unknown-phase"),
        ])
    func mistakes(text: String, code: String) throws {
        let text = Sample.checklist(
            timeline: "timeline: [{id: start, title: S, starts: 2025-10-10}]",
            steps: "- {id: a, title: A, role: ops, not-before: \(text), due: start + 9w, "
                + "sign-off: {}}")
        #expect(try Reading.codes(text) == [code])
    }

    @Test(
        "A step that is due before its evidence may count is warned of",
        arguments: [
            ("start - 1d", "start", ["order"]), ("start", "start", []),
            ("start", "start + 1d", ["order"]), ("start + 1d", "start", []),
            ("start", "start + 4h", []),
        ])
    func order(due: String, notBefore: String, codes: [String]) throws {
        let loaded = try Reading.loaded(
            Sample.checklist(
                steps: "- {id: a, title: A, role: ops, due: \(due), not-before: \(notBefore), "
                    + "sign-off: {}}"))
        #expect(loaded.warnings.map(\.code) == codes)
    }
}
