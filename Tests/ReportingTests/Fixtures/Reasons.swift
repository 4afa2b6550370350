import CanonicalJSON
import Reporting
import Rollout

/// Every case of every reason, with what its words must name.
enum Reasons {
    struct Row: Sendable {
        let code: String
        let values: [String: JSONValue]
        let text: String
        let names: [String]
    }

    static let at = Instant(milliseconds: 1_759_132_800_000)
    /// The same moment as a reader sees it.
    static let time = "2025-09-29 08:00 UTC"
    static let check = CheckName(
        CheckDefinition(kind: "tls", subject: "a.example:443"), position: 0)
    static let mismatches = [
        Mismatch(parameter: "cloud", value: "gcc", wanted: ["dod", "china"]),
        Mismatch(parameter: "ring", value: "", wanted: ["1"]),
    ]

    static let context: WordingContext = {
        let phase = Phase(
            id: "pilot", title: "The Pilot",
            starts: CalendarRange(.day(CivilDate(daysSinceEpoch: 20_000))))
        let target = Target(id: "north", title: "The North")
        let checklist = Make.checklist(
            target: target, timeline: [phase],
            roles: [
                Role(id: "net", title: "Network Engineers", members: []),
                Role(id: "desk", title: "Service Desk", members: []),
            ])
        return WordingContext(checklist)
    }()

    static let foreign = [
        row(.otherPlace("plants/c.yaml"), ["plants/c.yaml", "checklists/sample.yaml"]),
        row(.otherTarget("south"), ["target south", "The North"]),
        row(.otherTarget(nil), ["no target", "The North"]),
        row(.otherValue(parameter: "tenant", theirs: "a", ours: "b"), ["tenant a", "not for b"]),
        row(.unknownParameter("colour", value: "red"), ["colour red"]),
    ]

    /// The reasons of another family that carry one for every way to be about another rollout.
    static func foreigners<R: Reason>(
        _ make: (ForeignReason) -> R, _ words: (R) -> String, _ done: String
    ) -> [Row] {
        [
            ForeignReason.otherPlace("x/c.yaml"), .otherTarget("south"),
            .otherValue(parameter: "tenant", theirs: "a", ours: "b"),
            .unknownParameter("colour", value: "red"),
        ].map { reason in
            let whole = make(reason)
            return Row(
                code: whole.code, values: whole.values, text: words(whole),
                names: ["It was \(done) for"])
        }
    }

    private static func row(_ reason: ForeignReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: ForeignWording.sentence(reason, act: .carriedOut, context), names: names)
    }
}
