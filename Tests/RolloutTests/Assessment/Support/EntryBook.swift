import CanonicalJSON
import Rollout

/// Writes entries about a checklist as a ledger would.
struct EntryBook {
    let checklist: Checklist
    private(set) var entries: [Entry]

    /// Goes on after the entries, which have the sequences from 1.
    init(_ checklist: Checklist, entries: [Entry] = []) {
        self.checklist = checklist
        self.entries = entries
    }

    /// What a statement is about where that is not the checklist of the book.
    struct Elsewhere {
        var rollout: RolloutReference?
        var scope: Scope?
        /// The digest of the checklist's text.
        var text: ContentDigest?

        /// Another checklist.
        static let otherID = Elsewhere(
            rollout: RolloutReference(id: "other", place: Make.rollout.place))
    }

    /// With a key it is signed, and authentic; who signed it claims that it was made at its time
    /// unless another one is said.
    ///
    /// The list of signers has the other names for who acts.
    mutating func add(
        _ body: StatementBody, step: StepReference? = nil, by principal: Principal,
        onBehalfOf member: Principal? = nil, for role: RoleID? = nil, from site: String? = nil,
        key: KeyFingerprint? = nil, alsoKnownAs others: Set<Principal> = [],
        madeAt: Instant? = nil, at instant: Instant, about elsewhere: Elsewhere = Elsewhere()
    ) {
        let statement = Statement(
            rollout: elsewhere.rollout ?? checklist.rollout,
            scope: elsewhere.scope ?? checklist.scope,
            checklist: elsewhere.text ?? checklist.digest, step: step, principal: principal,
            onBehalfOf: member, role: role, site: site, madeAt: madeAt ?? instant, body: body)
        let sequence = entries.count + 1
        entries.append(
            Entry(
                sequence: sequence, recordedAt: instant, ordinal: sequence,
                rollouts: Self.digest(of: 0), statement: statement,
                signature: key.map { "by \($0.text)" }, digest: Self.digest(of: sequence)
            ).authenticated(
                key.map { .key(SignerKey(fingerprint: $0, type: "ssh-ed25519")) } ?? .none,
                otherNames: OtherNames(principal: others, member: [])))
    }

    /// The digest of an entry with a number: made up, because to hash thousands takes too long.
    static func digest(of sequence: Int) -> ContentDigest {
        let number = UInt64(sequence)
        let bytes = (0..<32).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 7 }
        return ContentDigest(bytes: bytes) ?? Make.otherWording
    }

    /// Adds the outcome of a check; the observation ended when it was recorded, unless it is said.
    ///
    /// `actual` tells findings apart that are not met.
    mutating func check(
        _ step: StepID, _ position: Int = 0, _ outcome: CheckOutcome.Outcome = .met,
        at instant: Instant, observedAt: Instant? = nil, actual: [String] = ["closed"],
        wording: ContentDigest? = nil, kind: String? = nil, from site: String? = nil,
        until end: Instant? = nil, about elsewhere: Elsewhere = Elsewhere()
    ) {
        let checks = checklist.step(step)?.checks ?? []
        let ownKind = checks.indices.contains(position) ? checks[position].kind : "tcp"
        let standing: Finding.Standing =
            switch outcome {
            case .met: .met
            case .unmet: .unmet
            case .undetermined: .unknown
            }
        let findings = (outcome == .met ? ["open"] : actual).map {
            Finding("port \($0) open", actual: $0, standing)
        }
        let report = CheckReport(
            position: position, kind: kind ?? ownKind, outcome: outcome,
            obstacle: outcome == .undetermined ? Obstacle(.timedOut) : nil, findings: findings,
            observedAt: observedAt ?? instant, holdsUntil: end, facts: .inline(JSONText([:])),
            tool: "readiness 0.1.0", host: "gateway")
        add(
            .check(report), step: reference(step, wording), by: "robot@example.com", from: site,
            at: instant, about: elsewhere)
    }

    mutating func sign(
        _ step: StepID, by principal: Principal, for role: RoleID = "ops",
        _ choice: SignOff.Choice = .approve, at instant: Instant, files: Int = 0,
        wording: ContentDigest? = nil, about elsewhere: Elsewhere = Elsewhere()
    ) {
        let evidence = (0..<files).map {
            EvidenceFile(
                name: "file\($0)", file: FileReference(size: 1, digest: Self.digest(of: $0)))
        }
        add(
            .signOff(SignOff(choice: choice, note: "Seen.", evidence: evidence)),
            step: reference(step, wording), by: principal, for: role, at: instant, about: elsewhere)
    }

    mutating func waive(
        _ step: StepID, by principal: Principal = "olga", for role: RoleID = "owner",
        at instant: Instant, until end: Instant, wording: ContentDigest? = nil,
        about elsewhere: Elsewhere = Elsewhere()
    ) {
        add(
            .waiver(Waiver(until: end, reason: "The vendor is late.")),
            step: reference(step, wording), by: principal, for: role, at: instant, about: elsewhere)
    }

    /// Adds a revocation of the entry with a number; `digest` is that entry's unless it is said.
    mutating func revoke(
        _ sequence: Int, by principal: Principal, at instant: Instant,
        digest: ContentDigest? = nil, step: StepID? = nil, about elsewhere: Elsewhere = Elsewhere()
    ) {
        let own = entries.first { $0.sequence == sequence }
        let entry = EntryReference(
            sequence: sequence, digest: digest ?? own?.digest ?? Make.otherWording)
        add(
            .revocation(Revocation(entry: entry, reason: "It was a mistake.")),
            step: step.map { reference($0, nil) } ?? own?.statement.step, by: principal,
            at: instant, about: elsewhere)
    }

    mutating func decide(
        _ phase: PhaseID, _ choice: Decision.Choice, on question: Decision.Question = .start,
        by principal: Principal = "olga",
        for role: RoleID = "owner", at instant: Instant, about elsewhere: Elsewhere = Elsewhere()
    ) {
        let decision = Decision(
            phase: phase, question: question, choice: choice, reason: "As discussed.",
            verdict: .noGo, conditions: 0,
            reasons: [], ledger: .empty)
        add(.decision(decision), by: principal, for: role, at: instant, about: elsewhere)
    }

    /// Adds the owner's word that a step means the same as in the words before; `to` is the digest
    /// of the step in the wording of today unless it is said.
    mutating func reword(
        _ step: StepID, from before: StepWords, to digest: ContentDigest? = nil,
        claiming from: ContentDigest? = nil, by principal: Principal = "olga",
        for role: RoleID = "owner", at instant: Instant, about elsewhere: Elsewhere = Elsewhere()
    ) {
        let rules = checklist.step(step)?.rules
        let claimed = from ?? rules?.digest(in: before) ?? Make.otherWording
        add(
            .editorial(Editorial(from: claimed, before: before, reason: "A typo.")),
            step: reference(step, digest), by: principal, for: role, at: instant, about: elsewhere)
    }

    /// What the entries say at an instant.
    func assessment(asOf instant: Instant) -> Assessment {
        checklist.assessment(of: entries, asOf: instant)
    }

    private func reference(_ step: StepID, _ wording: ContentDigest?) -> StepReference {
        let own = checklist.step(step)?.digest
        return StepReference(id: step, digest: wording ?? own ?? ContentDigest(of: step.text.utf8))
    }
}
