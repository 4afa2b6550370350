import Attestation
import ChecklistDecoding
import Reporting
import Rollout

/// Which statements may not be on record, by the text that they were made on.
///
/// The one place that decides: a server asks before it takes a statement, and an audit afterwards.
struct RecordRules {
    /// What is judged together: statements about one rollout and scope, on one text.
    struct Subject: Hashable, Sendable {
        let rollout: RolloutReference
        let scope: Scope
        let text: ContentDigest

        /// Nil for a statement that no text judges.
        init?(_ statement: Statement) {
            guard statement.isMadeOnText else { return nil }
            (rollout, scope, text) = (statement.rollout, statement.scope, statement.checklist)
        }

        func holds(_ statement: Statement) -> Bool {
            statement.rollout == rollout && statement.scope == scope && statement.checklist == text
        }
    }

    let subject: Subject
    /// The text, read for the scope of the subject.
    let checklist: Checklist

    /// Why statements of the subject may not be on record, as sentences by the numbers of their entries.
    ///
    /// The entries are those of the rollout's id in their order, as `Entry.asRecorded` has them.
    func refusals(among entries: [Entry]) -> [Int: String] {
        let own = entries.filter { subject.holds($0.statement) }
        guard !own.isEmpty, let newest = entries.map(\.recordedAt).max() else { return [:] }
        let assessment = checklist.assessment(of: entries, asOf: newest)
        var refusals = Self.refusals(assessment)
        for entry in own {
            if let sentence = lacking(entry.statement) { refusals[entry.sequence] = sentence }
        }
        let mine = Set(own.map(\.sequence))
        return refusals.filter { mine.contains($0.key) }
    }

    private static func refusals(_ assessment: Assessment) -> [Int: String] {
        let words = WordingContext(assessment)
        var refused: [Int: String] = [:]
        for made in assessment.signOffs where made.reason.isRefusal {
            refused[made.entry.sequence] = SignOffWording.sentence(made.reason, words)
        }
        for made in assessment.waivers where made.reason.isRefusal {
            refused[made.entry.sequence] = WaiverWording.sentence(made.reason, words)
        }
        for made in assessment.decisions where made.reason.isRefusal {
            refused[made.entry.sequence] = DecisionWording.sentence(made.reason, words)
        }
        for made in assessment.revocations where made.reason.isRefusal {
            refused[made.entry.sequence] = RevocationWording.sentence(made.reason, words)
        }
        for made in assessment.polls where made.reason.isRefusal {
            refused[made.entry.sequence] = PollWording.sentence(made.reason, words)
        }
        for made in assessment.approvals where made.reason.isRefusal {
            refused[made.entry.sequence] = PlanWording.sentence(made.reason, words)
        }
        for made in assessment.corrections where made.reason.isRefusal {
            refused[made.entry.sequence] = CorrectionWording.sentence(made.reason, words)
        }
        for (entry, objection) in assessment.outcomeObjections where objection.isRefusal {
            refused[entry] = StandingWording.sentence(objection, words)
        }
        return refused
    }

    /// What the text does not have that a statement is about; nil where it has all of it.
    private func lacking(_ statement: Statement) -> String? {
        switch statement.body {
        case .decision(let decision) where checklist.phase(decision.phase) == nil:
            return "The checklist has no phase \(decision.phase)."
        case .poll(let poll) where checklist.phase(poll.phase) == nil:
            return "The checklist has no phase \(poll.phase)."
        default: break
        }
        guard let id = statement.step?.id else { return nil }
        guard let step = checklist.step(id) else {
            return mayComeOfWording(id) ? nil : "The checklist has no step \(id)."
        }
        switch statement.body {
        case .signOff where step.signOff == nil: return "The step \(id) asks for no sign-off."
        case .check(let report):
            let isAsked =
                step.checks.indices.contains(report.position)
                && step.checks[report.position].kind == report.kind
            return isAsked ? nil : "The step \(id) has no such check (\(report.kind))."
        default: return nil
        }
    }

    /// The values of a `for-each` may follow from a parameter that no statement carries.
    private func mayComeOfWording(_ id: StepID) -> Bool {
        checklist.parameters.contains { $0.reach == .wording }
            && !checklist.steps(named: id.root).isEmpty
    }
}

extension Entry {
    /// The same as the rules judge it: what was let in by a key that counted is no fault because the key
    /// was withdrawn since, and names were one person where the list said so then.
    func asRecorded(_ authentication: Authentication?, _ signers: SignersHistory) -> Entry {
        authenticated(
            signature == nil ? .none : authentication?.whenRecorded ?? .unverified,
            otherNames: signers.otherNames(of: statement.actor, at: sequence, onlyThen: true))
    }
}
