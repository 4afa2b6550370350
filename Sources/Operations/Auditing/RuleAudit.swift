import Attestation
import ChecklistDecoding
import LedgerStorage
import Reporting
import Rollout

/// Judges every statement by the text that it was made on, and finds those that the rules of that
/// text would not have let in.
struct RuleAudit {
    private let context: OperationContext
    /// Each text and scope that something was said about, by the id of its rollout.
    private var subjects: [String: Set<Subject>] = [:]
    /// The entries by the ids of their rollouts, so that they need not be read twice; nil once there
    /// are more than memory should hold.
    private var kept: [String: [Entry]]? = [:]
    private var count = 0

    private static let mostKept = 1 << 17

    private struct Subject: Hashable {
        let rollout: RolloutReference
        let scope: Scope
        let text: ContentDigest
    }

    init(_ context: OperationContext) {
        self.context = context
    }

    mutating func add(_ entry: Entry) {
        let statement = entry.statement
        count += 1
        if count > Self.mostKept { kept = nil }
        kept?[statement.rollout.id, default: []].append(entry)
        switch statement.body {
        case .checklistText, .signers, .triage, .enrolmentLink, .enrolment: return
        default:
            subjects[statement.rollout.id, default: []].insert(
                Subject(
                    rollout: statement.rollout, scope: statement.scope, text: statement.checklist))
        }
    }

    /// One rollout after the other, so that memory holds the entries of one where they are read anew.
    ///
    /// `verified` says how signed statements are authenticated, by the numbers of their entries, and
    /// `signers` which names were one person when a statement was recorded. Of a ledger that is
    /// damaged, what came of it need not be everything, so that all is read anew.
    func findings(
        in location: LedgerLocation, _ verified: [Int: Authentication], _ signers: SignersHistory,
        isDamaged: Bool
    ) async throws -> [AuditFinding] {
        var findings: [AuditFinding] = []
        for (id, subjects) in subjects.sorted(by: { $0.key < $1.key }) {
            let entries = try await entries(
                of: id, in: location, anew: isDamaged
            ).map {
                // What was let in by a key that counted is no fault because the key was withdrawn since.
                $0.authenticated(
                    $0.signature == nil
                        ? .none : verified[$0.sequence]?.whenRecorded ?? .unverified,
                    otherNames: signers.otherNames(
                        of: $0.statement.actor, at: $0.sequence, onlyThen: true))
            }
            for subject in subjects {
                findings += try await self.findings(subject, entries)
            }
        }
        return findings.sorted { ($0.entry ?? 0) < ($1.entry ?? 0) }
    }

    /// All entries of a rollout, in their order.
    private func entries(
        of rollout: String, in location: LedgerLocation, anew: Bool
    ) async throws -> [Entry] {
        if let kept, !anew { return kept[rollout] ?? [] }
        let ledger = location.ledger()
        let reading = try await ledger.reading(of: rollout, asOf: .everything)
        try await ledger.close()
        return reading.entries
    }

    private func findings(
        _ subject: Subject, _ entries: [Entry]
    ) async throws -> [AuditFinding] {
        let own = entries.filter {
            $0.statement.rollout == subject.rollout && $0.statement.scope == subject.scope
                && $0.statement.checklist == subject.text
        }
        guard let last = entries.last, let first = own.first else { return [] }
        let loader = ChecklistLoader(
            context, target: subject.scope.target, chosen: subject.scope.parameters,
            place: subject.rollout.place)
        let loaded: LoadedChecklist
        do {
            loaded = try await loader.loadOne(subject.text.description)
        } catch let failure as OperationFailure {
            return [
                AuditFinding(
                    entry: first.sequence, rule: .rules, detail: .textMissing(subject.text, failure)
                )
            ]
        }
        let newest = entries.map(\.recordedAt).max() ?? last.recordedAt
        let assessment = loaded.checklist.assessment(of: entries, asOf: newest)
        let mine = Set(own.map(\.sequence))
        return Self.refused(assessment).filter { mine.contains($0.key) }.map {
            AuditFinding(entry: $0.key, rule: .rules, detail: .rule($0.value))
        }
    }

    /// Why statements would have been refused, by the number of their entries.
    private static func refused(_ assessment: Assessment) -> [Int: String] {
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
        for made in assessment.approvals where made.reason != .counts {
            refused[made.entry.sequence] = PlanWording.sentence(made.reason, words)
        }
        for made in assessment.corrections where made.reason != .counts {
            refused[made.entry.sequence] = CorrectionWording.sentence(made.reason, words)
        }
        return refused
    }
}
