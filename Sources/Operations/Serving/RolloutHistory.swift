package import LedgerStorage
package import Rollout

/// What is on record under the id of a rollout, as the rules judge what comes behind it.
package struct RolloutHistory {
    /// How many entries there are.
    package private(set) var count = 0
    /// All of them, in the order of the ledger; nil where there are more than stay in memory.
    private var entries: [Entry]? = []
    /// What was said, by its digest.
    private(set) var said: Set<ContentDigest> = []
    /// The same without its signatures.
    private var statements: Set<ContentDigest> = []
    /// The newest approval of each voice, and what is neither an approval nor an outcome of a check.
    private var approvals: [Voice: Entry] = [:]
    private var others: [Entry] = []
    /// Whether an older approval of a voice may come to count again, or for another wording.
    private var mayComeBack = false

    /// Who approves what on which text: the next approval of the same voice takes the place of the one
    /// before it.
    private struct Voice: Hashable {
        let subject: RecordRules.Subject?
        let step: StepReference?
        let actor: Actor
        let role: RoleID?
        let key: KeyFingerprint?
        let otherNames: OtherNames
        let hasEvidence: Bool
    }

    /// The most that stay in memory as a whole: of a longer history what nearly every statement is
    /// judged by stays, and all of it is read anew for the others.
    private let mostWhole: Int

    package init(mostWhole: Int) { self.mostWhole = mostWhole }

    /// How many entries are in memory.
    package var kept: Int { entries?.count ?? approvals.count + others.count }

    /// Adds an entry, as `Entry.asRecorded` has it.
    package mutating func add(_ entry: Entry, _ draft: PreparedDraft) {
        count += 1
        if count > mostWhole { entries = nil } else { entries?.append(entry) }
        if let said = SaidDigest(of: draft) { self.said.insert(said.digest) }
        statements.insert(ContentDigest(of: draft.bytes))
        let statement = entry.statement
        switch statement.body {
        case .check, .checklistText: return
        case .signOff(let signOff) where signOff.choice == .approve:
            let voice = Voice(
                subject: RecordRules.Subject(statement), step: statement.step,
                actor: statement.actor, role: statement.role,
                key: entry.authentication.signer?.fingerprint, otherNames: entry.otherNames,
                hasEvidence: !signOff.evidence.isEmpty)
            approvals[voice] = entry
        case .revocation, .editorial, .correction:
            mayComeBack = true
            others.append(entry)
        default: others.append(entry)
        }
    }

    /// What bears on whether some new statements may be on record, in the order of the ledger; nil
    /// where that is all there is, and it is not in memory.
    ///
    /// Outcomes of checks are judged by the text alone, and for an approval neither they nor what
    /// newer approvals of the same voices took the place of says anything.
    package func bearing(on new: [(statement: Statement, digest: ContentDigest)]) -> [Entry]? {
        let kinds = Set(new.map(\.statement.body.kind))
        let areApprovals = new.allSatisfy { one in
            switch one.statement.body {
            case .check, .checklistText: true
            case .signOff(let signOff): signOff.choice == .approve
            default: false
            }
        }
        // The same statement by another signature.
        let isSaidAgain =
            new.contains { statements.contains($0.digest) }
            || Set(new.map(\.digest)).count < new.count
        guard areApprovals, !mayComeBack, !isSaidAgain else { return entries }
        guard kinds.contains(.signOff) else { return [] }
        return (others + approvals.values).sorted { $0.sequence < $1.sequence }
    }
}
