/// The records about a checklist that were on record at an instant, sorted by what they are about.
struct Evidence {
    let asOf: Instant
    /// In the order of the ledger.
    let records: [Record]
    private(set) var checks: [String: [(record: Record, event: CheckEvent)]] = [:]
    private(set) var signOffs: [String: [(record: Record, signOff: SignOff)]] = [:]
    private(set) var waivers: [(record: Record, waiver: Waiver)] = []
    private(set) var decisions: [String: [(record: Record, decision: Decision)]] = [:]
    /// By the sequence of the record that is taken back; only revocations that count.
    private(set) var revocations: [Int: Record] = [:]

    init(_ records: [Record], about checklist: Checklist, asOf: Instant) {
        self.asOf = asOf
        self.records = records.filter { $0.checklist == checklist.id && $0.recordedAt <= asOf }
            .sorted(by: Self.isEarlier)
        for record in self.records { file(record) }
        let bySequence = Dictionary(self.records.map { ($0.sequence, $0) }) { first, _ in first }
        for record in self.records {
            guard case .revocation(let revocation) = record.event,
                let target = bySequence[revocation.sequence],
                RevocationRule.objection(to: revocation, by: record, of: target, in: checklist)
                    == nil
            else { continue }
            // What was taken back once cannot be taken back again: the first one says by whom.
            if revocations[revocation.sequence] == nil {
                revocations[revocation.sequence] = record
            }
        }
    }

    /// The order of the ledger; where two records claim one place, still the same order always.
    private static func isEarlier(_ left: Record, _ right: Record) -> Bool {
        (left.sequence, left.recordedAt, left.digest)
            < (right.sequence, right.recordedAt, right.digest)
    }

    private mutating func file(_ record: Record) {
        switch record.event {
        case .checklistText, .revocation: break
        case .check(let event):
            checks[event.step.id, default: []].append((record, event))
        case .signOff(let signOff):
            signOffs[signOff.step.id, default: []].append((record, signOff))
        case .waiver(let waiver): waivers.append((record, waiver))
        case .decision(let decision):
            decisions[decision.phase, default: []].append((record, decision))
        }
    }

    /// Everybody whose sign-off of a step, for whatever wording, was not taken back.
    func signers(of step: String) -> [String] {
        signOffs[step, default: []].filter { revocations[$0.record.sequence] == nil }
            .map(\.record.principal)
    }
}
