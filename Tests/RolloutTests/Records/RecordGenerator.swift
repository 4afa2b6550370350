import CanonicalJSON
import Rollout

/// Makes drafts of every kind with hostile content, the same ones for the same seed.
struct RecordGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    static let hostile = [
        "", " ", "\u{0}", "a\u{0}b", "\"", "\\", "\\\"", "\\u0041", "</script>", "${x}",
        "a\r\nb\rc\n", "\t\u{8}\u{c}\u{7f}",
        "\u{1b}[31mred", "é", "e\u{301}", "\u{22}\u{301}", "👩‍👩‍👧‍👦", "🇩🇪", "\u{202e}evil", "\u{feff}",
        "\u{ffff}", "\u{10ffff}",
        "\u{d7ff}\u{e000}", "null", "true", "1", "sha256:", "2025-10-10T08:00:00Z",
        "{\"record\":2}", "[]",
        String(repeating: "z\u{335}", count: 500), String(repeating: "\u{1}", count: 2000),
    ]

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func text() -> String {
        (0..<number(below: 4)).map { _ in Self.hostile[number(below: Self.hostile.count)] }.joined()
    }

    mutating func digest() -> ContentDigest { ContentDigest(of: "\(next())".utf8) }

    mutating func instant() -> Instant {
        Instant(milliseconds: Int64(number(below: 315_537_897_600_000)) - 62_135_596_800_000)
    }

    mutating func list<Item>(_ make: (inout RecordGenerator) -> Item) -> [Item] {
        (0..<number(below: 4)).map { _ in make(&self) }
    }

    mutating func one<Item>(of items: [Item]) -> Item { items[number(below: items.count)] }

    mutating func json(depth: Int = 0) -> JSONValue {
        switch number(below: depth > 3 ? 4 : 6) {
        case 0: return .null
        case 1: return .boolean(next() % 2 == 0)
        case 2:
            return .integer(Int64(number(below: 18_014_398_509_481_983)) - 9_007_199_254_740_991)
        case 3: return .string(text())
        case 4: return .array(list { $0.json(depth: depth + 1) })
        default: return .object(facts(depth: depth + 1))
        }
    }

    mutating func facts(depth: Int = 0) -> [String: JSONValue] {
        Dictionary(list { ($0.text(), $0.json(depth: depth)) }) { first, _ in first }
    }

    mutating func step() -> StepReference {
        StepReference(id: text(), digest: digest(), checklist: digest())
    }

    mutating func event(_ kind: Event.Kind) -> Event {
        switch kind {
        case .checklistText:
            let text = text()
            return .checklistText(ChecklistText(digest: ContentDigest(of: text.utf8), text: text))
        case .check:
            return .check(
                CheckEvent(
                    step: step(), position: number(below: 9), kind: text(), result: result(),
                    tool: text(),
                    host: text()))
        case .signOff:
            return .signOff(
                SignOff(
                    step: step(), role: text(), decision: one(of: SignOff.Verdict.allCases),
                    note: text(),
                    evidence: list {
                        EvidenceFile(
                            name: $0.text(), size: $0.number(below: 1 << 50), digest: $0.digest())
                    }))
        case .waiver:
            return .waiver(Waiver(step: step(), role: text(), until: instant(), reason: text()))
        case .revocation:
            return .revocation(
                Revocation(sequence: 1 + number(below: 1 << 40), digest: digest(), reason: text()))
        case .decision:
            return .decision(
                Decision(
                    phase: text(), role: text(), choice: one(of: Decision.Choice.allCases),
                    reason: text(),
                    computed: one(of: Verdict.allCases), checklist: digest(),
                    parameters: [text(): text()]))
        }
    }

    mutating func result() -> CheckResult {
        CheckResult(
            outcome: one(of: CheckResult.Outcome.allCases), reason: text(),
            warnings: list { $0.text() },
            observedAt: instant(), facts: facts(),
            findings: list {
                Finding(expected: $0.text(), actual: $0.text(), met: $0.next() % 2 == 0)
            })
    }

    mutating func draft(_ kind: Event.Kind) -> RecordDraft {
        RecordDraft(checklist: text(), principal: text(), event: event(kind))
    }
}
