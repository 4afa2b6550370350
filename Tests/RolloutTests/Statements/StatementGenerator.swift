import CanonicalJSON
import Rollout

/// Makes statements of every kind with hostile content, the same ones for the same seed.
struct StatementGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    static let hostile = [
        "", " ", "\u{0}", "a\u{0}b", "\"", "\\", "\\\"", "\\u0041", "</script>", "${x}",
        "a\r\nb\rc\n", "\t\u{8}\u{c}\u{7f}", "\u{1b}[31mred", "é", "e\u{301}", "\u{22}\u{301}",
        "👩‍👩‍👧‍👦", "🇩🇪", "\u{202e}evil", "\u{feff}", "\u{ffff}", "\u{10ffff}", "\u{d7ff}\u{e000}",
        "null", "true", "1", "sha256:", "2025-10-10T08:00:00Z", "{\"entry\":2}", "[]", "a,b}c]",
        "a text of more than fifteen bytes", String(repeating: "z\u{335}", count: 100),
        String(repeating: "\u{1}", count: 40),
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

    mutating func optional<Value>(_ make: (inout StatementGenerator) -> Value) -> Value? {
        next() % 2 == 0 ? make(&self) : nil
    }

    mutating func digest() -> ContentDigest { ContentDigest(of: "\(next())".utf8) }

    mutating func instant() -> Instant {
        Instant(milliseconds: Int64(number(below: 315_537_897_600_000)) - 62_135_596_800_000)
    }

    mutating func list<Item>(_ make: (inout StatementGenerator) -> Item) -> [Item] {
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

    mutating func texts() -> [String: String] {
        Dictionary(list { ($0.text(), $0.text()) }) { first, _ in first }
    }

    mutating func file() -> FileReference {
        FileReference(size: number(below: 1 << 50), digest: digest())
    }

    mutating func body(_ kind: StatementBody.Kind, _ text: String) -> StatementBody {
        switch kind {
        case .checklistText: return .checklistText(ChecklistText(.inline(text)))
        case .check: return .check(check())
        case .signOff:
            return .signOff(
                SignOff(
                    choice: one(of: SignOff.Choice.allCases), note: self.text(),
                    evidence: list { EvidenceFile(name: $0.text(), file: $0.file()) }))
        case .waiver: return .waiver(Waiver(until: instant(), reason: self.text()))
        case .revocation:
            return .revocation(
                Revocation(
                    entry: EntryReference(sequence: 1 + number(below: 1 << 40), digest: digest()),
                    reason: self.text()))
        case .correction:
            return .correction(
                Correction(
                    entry: EntryReference(sequence: 1 + number(below: 1 << 40), digest: digest()),
                    time: instant(), reason: self.text()))
        case .poll:
            return .poll(
                Poll(
                    phase: PhaseID(self.text()), question: one(of: Decision.Question.allCases),
                    choice: one(of: Decision.Choice.allCases), comment: self.text()))
        case .request: return .request(ChangeRequest(note: self.text()))
        case .approval:
            return .approval(
                PlanApproval(
                    next: list { generator in
                        PlanApproval.Approvers(
                            role: RoleID(generator.text()),
                            members: generator.list { Principal($0.text()) })
                    }, isRequired: next() % 2 == 0, note: self.text()))
        case .retrospective:
            return .retrospective(
                Retrospective(
                    entry: EntryReference(sequence: 1 + number(below: 1 << 40), digest: digest()),
                    note: self.text()))
        case .signers:
            return .signers(
                SignersRecord(
                    owner: Principal(self.text()), allowed: .inline(text), revoked: self.text()))
        case .enrolmentLink:
            return .enrolmentLink(
                EnrolmentLink(
                    person: Principal(self.text()), token: digest(), until: instant()))
        case .enrolment:
            return .enrolment(
                Enrolment(credential: self.text(), key: self.text(), token: self.text()))
        case .triage:
            return .triage(
                Triage(
                    announcement: self.text(), choice: one(of: Triage.Choice.allCases),
                    reason: self.text()))
        case .editorial:
            return .editorial(
                Editorial(
                    from: digest(), before: StepWords(title: self.text(), text: self.text()),
                    reason: self.text()))
        case .decision:
            let reasons = list {
                RecordedReason(code: $0.text(), values: JSONText(.object($0.facts())))
            }
            return .decision(
                Decision(
                    phase: PhaseID(self.text()), question: one(of: Decision.Question.allCases),
                    choice: one(of: Decision.Choice.allCases),
                    reason: self.text(), isEmergency: next() % 2 == 0,
                    verdict: one(of: Verdict.allCases),
                    conditions: reasons.count + number(below: 3), reasons: reasons,
                    ledger: LedgerExtent(size: number(below: 1 << 40), root: digest())))
        }
    }

    mutating func check() -> CheckReport {
        let obstacle = optional { Obstacle($0.one(of: Obstacle.Code.allCases), $0.texts()) }
        let findings = list {
            Finding($0.text(), actual: $0.text(), $0.one(of: Finding.Standing.allCases))
        }
        return CheckReport(
            position: number(below: 9), kind: text(),
            outcome: CheckOutcome.Outcome(findings: findings, obstacle: obstacle),
            obstacle: obstacle, findings: findings, observedAt: instant(),
            holdsUntil: optional { $0.instant() },
            facts: next() % 2 == 0 ? .inline(JSONText(.object(facts()))) : .stored(file()),
            tool: text(), host: text())
    }

    mutating func statement(_ kind: StatementBody.Kind) -> Statement {
        let text = text()
        let body = body(kind, text)
        return Statement(
            rollout: RolloutReference(id: self.text(), place: self.text()),
            scope: Scope(target: optional { TargetID($0.text()) }, parameters: texts()),
            checklist: kind == .checklistText || kind == .signers
                ? ContentDigest(of: text.utf8) : digest(),
            step: kind.isAboutAStep
                ? StepReference(id: StepID(self.text()), digest: digest()) : nil,
            principal: Principal(self.text()),
            onBehalfOf: optional { Principal($0.text()) },
            role: kind.isForARole ? RoleID(self.text()) : nil, site: optional { $0.text() },
            run: optional { $0.text() }, madeAt: instant(), body: body)
    }

    mutating func entry(_ kind: StatementBody.Kind) -> Entry {
        let entry = Entry(
            sequence: 1 + number(below: 1 << 40), recordedAt: instant(),
            ordinal: 1 + number(below: 1 << 40), rollouts: digest(), statement: statement(kind),
            signature: optional { $0.text() }, digest: digest())
        return Entry(
            sequence: entry.sequence, recordedAt: entry.recordedAt,
            ordinal: entry.ordinal, rollouts: entry.rollouts, statement: entry.statement,
            signature: entry.signature, digest: ContentDigest(ofLeaf: entry.canonicalBytes))
    }
}
