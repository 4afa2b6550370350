import Rollout

/// Writes records about a checklist as a ledger would.
struct RecordBook {
    let checklist: Checklist
    private(set) var records: [Record] = []

    init(_ checklist: Checklist) {
        self.checklist = checklist
    }

    /// Adds a record; `about` is another checklist's id where the record is not about this one.
    mutating func add(
        _ event: Event, by principal: String, at instant: Instant, about id: String? = nil
    ) {
        let sequence = records.count + 1
        records.append(
            Record(
                sequence: sequence, recordedAt: instant, checklist: id ?? checklist.id,
                principal: principal, event: event,
                digest: Self.digest(of: sequence)))
    }

    /// The digest of the record with a number: made up, because to hash thousands takes too long.
    static func digest(of sequence: Int) -> ContentDigest {
        let digits = "\(sequence)"
        let zeros = String(repeating: "0", count: 64 - digits.utf8.count)
        return ContentDigest("sha256:\(zeros)\(digits)") ?? Make.otherWording
    }

    /// Adds the outcome of a check; the observation ended when it was recorded, unless it is said.
    mutating func check(
        _ step: String, _ position: Int = 0, _ outcome: CheckResult.Outcome = .met,
        at instant: Instant, observedAt: Instant? = nil, wording: ContentDigest? = nil,
        kind: String? = nil, about id: String? = nil
    ) {
        let checks = checklist.step(step)?.checks ?? []
        let ownKind = checks.indices.contains(position) ? checks[position].kind : "tcp"
        let result = CheckResult(
            outcome: outcome, reason: "It is \(outcome.rawValue).",
            observedAt: observedAt ?? instant)
        let event = CheckEvent(
            step: reference(step, wording), position: position, kind: kind ?? ownKind,
            result: result,
            tool: "readiness 1.0.0", host: "gateway")
        add(.check(event), by: "robot@example.com", at: instant, about: id)
    }

    /// Adds a sign-off.
    mutating func sign(
        _ step: String, by principal: String, for role: String = "ops",
        _ decision: SignOff.Verdict = .approve, at instant: Instant, files: Int = 0,
        wording: ContentDigest? = nil, about id: String? = nil
    ) {
        let evidence = (0..<files).map {
            EvidenceFile(name: "file\($0)", size: 1, digest: RecordBook.digest(of: $0))
        }
        let signOff = SignOff(
            step: reference(step, wording), role: role, decision: decision, note: "Seen.",
            evidence: evidence)
        add(.signOff(signOff), by: principal, at: instant, about: id)
    }

    /// Adds a waiver.
    mutating func waive(
        _ step: String, by principal: String = "olga", for role: String = "owner",
        at instant: Instant, until end: Instant, wording: ContentDigest? = nil
    ) {
        let waiver = Waiver(
            step: reference(step, wording), role: role, until: end, reason: "The vendor is late.")
        add(.waiver(waiver), by: principal, at: instant)
    }

    /// Adds a revocation of the record with a number; `digest` is that record's unless it is said.
    mutating func revoke(
        _ sequence: Int, by principal: String, at instant: Instant, digest: ContentDigest? = nil
    ) {
        let own = records.first { $0.sequence == sequence }?.digest
        let revocation = Revocation(
            sequence: sequence, digest: digest ?? own ?? ContentDigest(of: []),
            reason: "It was a mistake.")
        add(.revocation(revocation), by: principal, at: instant)
    }

    /// Adds a decision.
    mutating func decide(
        _ phase: String, _ choice: Decision.Choice, by principal: String = "olga",
        for role: String = "owner", at instant: Instant, text: ContentDigest? = nil
    ) {
        let decision = Decision(
            phase: phase, role: role, choice: choice, reason: "As discussed.", computed: .noGo,
            checklist: text ?? checklist.digest)
        add(.decision(decision), by: principal, at: instant)
    }

    /// What the records say at an instant.
    func assessment(asOf instant: Instant) -> Assessment {
        checklist.assessment(of: records, asOf: instant)
    }

    private func reference(_ step: String, _ wording: ContentDigest?) -> StepReference {
        let own = checklist.step(step)?.digest
        return StepReference(
            id: step, digest: wording ?? own ?? ContentDigest(of: step.utf8),
            checklist: checklist.digest)
    }
}
