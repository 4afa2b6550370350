import Rollout
import Testing

/// Statements that were made for something else never count, each with a reason of its own.
struct ScopeMatrixTests {
    /// What a statement says.
    enum Kind: String, CaseIterable {
        case check, approval, rejection, waiver, decision, revocation
    }

    /// Another thing to make a statement for.
    struct Other: CustomTestStringConvertible {
        let testDescription: String
        let about: EntryBook.Elsewhere
        /// The code of the reason, for every kind of statement.
        let code: String
    }

    /// A statement for something else.
    struct Case: CustomTestStringConvertible {
        let kind: Kind
        let other: Other
        var testDescription: String { "\(kind.rawValue) for \(other.testDescription)" }
    }

    private static let now = Instant(milliseconds: 1_759_665_600_000)

    /// A rollout with a target and parameters of every sort.
    static func checklist() throws -> Checklist {
        try Make.checklist(
            [Make.step("step", checks: 1)], target: "contoso",
            parameters: [
                Parameter(name: "cloud", value: "dod", origin: .given(fallback: "worldwide")),
                Parameter(name: "tenant", value: "north"),
                Parameter(name: "endpoint", value: "dod.example", origin: .derived(from: "cloud")),
                Parameter(name: "dial", value: "10.0.0.1", reach: .wording),
            ])
    }

    private static let own = ["cloud": "dod", "tenant": "north"]

    private static func scope(
        _ name: String, _ code: String, _ changes: [String: String], without left: String? = nil,
        target: TargetID? = "contoso"
    ) -> Other {
        var parameters = own
        if let left { parameters[left] = nil }
        for (name, value) in changes { parameters[name] = value }
        return Other(
            testDescription: name,
            about: EntryBook.Elsewhere(scope: Scope(target: target, parameters: parameters)),
            code: code)
    }

    private static func place(_ place: String) -> Other {
        Other(
            testDescription: "place \(place)",
            about: EntryBook.Elsewhere(rollout: RolloutReference(id: "sample", place: place)),
            code: "other-place")
    }

    static let others: [Other] = [
        place("checklists/prod/sample.yaml"), place("sample.yaml"), place(""),
        place("Checklists/sample.yaml"),
        scope("no target", "other-target", [:], target: nil),
        scope("another target", "other-target", [:], target: "fabrikam"),
        scope("a target in other letters", "other-target", [:], target: "Contoso"),
        scope("another value", "other-value", ["tenant": "south"]),
        scope("another value of a parameter with a default", "other-value", ["cloud": "gcc"]),
        scope("the default, said", "other-value", ["cloud": "worldwide"]),
        scope("the default, unsaid", "other-value", [:], without: "cloud"),
        scope("an empty value", "other-value", ["tenant": ""]),
        scope("a value with a blank", "other-value", ["tenant": "north "]),
        scope("a value in other letters", "other-value", ["tenant": "North"]),
        scope("a value of other bytes that look alike", "other-value", ["tenant": "n\u{f6}rth"]),
        scope("a parameter that was removed", "unknown-parameter", ["gone": "x"]),
        scope("a parameter that was removed, empty", "unknown-parameter", ["gone": ""]),
        scope("a parameter that is wording now", "unknown-parameter", ["dial": "10.0.0.1"]),
        scope("a parameter that is derived now", "unknown-parameter", ["endpoint": "dod.example"]),
        scope("a removed one for an own one", "other-value", ["gone": "dod"], without: "cloud"),
    ]

    static let cases = Kind.allCases.flatMap { kind in
        others.map { Case(kind: kind, other: $0) }
    }

    @Test("There are enough ways")
    func count() {
        #expect(Self.cases.count == 120)
        #expect(Set(Self.cases.map(\.testDescription)).count == 120)
    }

    @Test("A statement for another place, target or value counts for nothing", arguments: cases)
    func counts(_ item: Case) throws {
        let about = item.other.about
        var book = EntryBook(try Self.checklist())
        let now = Self.now
        Self.prepare(item.kind, &book, at: now)
        let before = book.assessment(asOf: now)
        Self.record(item.kind, &book, at: now, about: EntryBook.Elsewhere())
        let own = book.assessment(asOf: now)
        #expect(Self.facts(own) != Self.facts(before), "the statement would count here")

        var foreign = EntryBook(try Self.checklist())
        Self.prepare(item.kind, &foreign, at: now)
        Self.record(item.kind, &foreign, at: now, about: about)
        let after = foreign.assessment(asOf: now)
        #expect(Self.facts(after) == Self.facts(before))
        #expect(Self.code(of: item.kind, in: after) == item.other.code)
        #expect(after.entries.count == foreign.entries.count)
    }

    @Test("The step that has evidence elsewhere says so in its reason", arguments: others)
    func elsewhere(_ other: Other) throws {
        var book = EntryBook(try Self.checklist())
        book.check("step", at: Self.now, about: other.about)
        let check = book.assessment(asOf: Self.now).step("step")
        guard case .checkMissing(_, let checkElsewhere) = check?.reason else {
            Issue.record("the check is not missing: \(String(describing: check?.reason))")
            return
        }
        #expect(checkElsewhere?.code == other.code)
        #expect(check?.checks.first?.elsewhere == checkElsewhere)
        book.check("step", at: Self.now)
        book.sign("step", by: "nora", at: Self.now, about: other.about)
        let signOff = book.assessment(asOf: Self.now).step("step")
        guard case .signOffsMissing(_, _, _, _, let signOffElsewhere, _) = signOff?.reason else {
            Issue.record("the sign-off is not missing: \(String(describing: signOff?.reason))")
            return
        }
        #expect(signOffElsewhere?.code == other.code)
        #expect(signOff?.checks.first?.elsewhere == nil)
    }

    @Test("What a statement lacks counts as its default, and values of the same rollout count")
    func same() throws {
        let checklist = try Make.checklist(
            [Make.step("step")],
            parameters: [
                Parameter(name: "cloud", value: "dod", origin: .given(fallback: "worldwide")),
                Parameter(name: "added", value: "as ever"),
            ])
        var book = EntryBook(checklist)
        book.sign(
            "step", by: "nora", at: Self.now,
            about: .init(scope: Scope(parameters: ["cloud": "dod"])))
        #expect(book.assessment(asOf: Self.now).verdict == .go)
    }

    /// What a statement of the kind needs beforehand to have an effect.
    private static func prepare(_ kind: Kind, _ book: inout EntryBook, at now: Instant) {
        switch kind {
        case .approval: book.check("step", at: now)
        case .revocation:
            book.check("step", at: now)
            book.sign("step", by: "nora", at: now)
        case .check, .rejection, .waiver, .decision: break
        }
    }

    private static func record(
        _ kind: Kind, _ book: inout EntryBook, at now: Instant, about: EntryBook.Elsewhere
    ) {
        switch kind {
        case .check: book.check("step", at: now, about: about)
        case .approval: book.sign("step", by: "nora", at: now, about: about)
        case .rejection: book.sign("step", by: "nora", .reject, at: now, about: about)
        case .waiver: book.waive("step", at: now, until: now.plus(hours: 1), about: about)
        case .decision: book.decide("start", .go, at: now, about: about)
        case .revocation: book.revoke(2, by: "nora", at: now, about: about)
        }
    }

    /// What a judgement comes to, without the reasons that may name other rollouts.
    private static func facts(_ assessment: Assessment) -> [String?] {
        let step = assessment.steps.first
        let phase = assessment.phases.first
        return [
            step?.status.rawValue, step?.checks.first?.freshness.rawValue,
            phase?.verdict?.rawValue, phase?.decision?.reason.code,
            String(assessment.signOffs.filter(\.counts).count),
            String(assessment.waivers.filter(\.covers).count),
        ]
    }

    /// The reason of the newest statement of the kind.
    private static func code(of kind: Kind, in assessment: Assessment) -> String? {
        switch kind {
        case .check: assessment.steps.first?.checks.first?.elsewhere?.code
        case .approval, .rejection: assessment.signOffs.last?.reason.code
        case .waiver: assessment.waivers.last?.reason.code
        case .decision: assessment.decisions.last?.reason.code
        case .revocation: assessment.revocations.last?.reason.code
        }
    }
}
