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
    private var subjects: [String: Set<RecordRules.Subject>] = [:]
    /// The entries by the ids of their rollouts, so that they need not be read twice; nil once there
    /// are more than memory should hold.
    private var kept: [String: [Entry]]? = [:]
    private var count = 0

    private static let mostKept = 1 << 17

    init(_ context: OperationContext) {
        self.context = context
    }

    mutating func add(_ entry: Entry) {
        let statement = entry.statement
        count += 1
        if count > Self.mostKept { kept = nil }
        kept?[statement.rollout.id, default: []].append(entry)
        guard let subject = RecordRules.Subject(statement) else { return }
        subjects[statement.rollout.id, default: []].insert(subject)
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
            ).map { $0.asRecorded(verified[$0.sequence], signers) }
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
        _ subject: RecordRules.Subject, _ entries: [Entry]
    ) async throws -> [AuditFinding] {
        guard let first = entries.first(where: { subject.holds($0.statement) }) else { return [] }
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
        let rules = RecordRules(subject: subject, checklist: loaded.checklist)
        return rules.refusals(among: entries).map {
            AuditFinding(entry: $0.key, rule: .rules, detail: .rule($0.value))
        }
    }
}
