import ChecklistDecoding
import LedgerStorage
import LocatedYAML
import Rollout

/// Finds texts of checklists that were recorded without a step set that they name.
///
/// Nothing else about a text is judged: it may be of another version of the language. A file that
/// is not there is the business of `KeptFiles`.
struct TextAudit {
    private let content: ContentStore
    /// Each text with its sets is read once.
    private var seen: Set<[ContentDigest]> = []
    private(set) var findings: [AuditFinding] = []

    init(_ location: LedgerLocation) {
        content = location.content
    }

    mutating func add(_ entry: Entry) {
        guard entry.statement.body.kind == .checklistText,
            let stored = try? StoredText(entry, content)
        else { return }
        let sets = stored.setBytes
        let key = [stored.digest] + sets.map { ContentDigest(of: $0) }
        guard seen.insert(key).inserted else { return }
        let statement = entry.statement
        let outcome = try? ChecklistDecoder.read(
            Array(stored.text.utf8), of: .digest(prefix: stored.digest.hex), with: sets,
            place: statement.rollout.place, target: statement.scope.target,
            chosen: statement.scope.parameters)
        for mistake in outcome?.diagnostics ?? [] where mistake.code == "missing-set" {
            findings.append(
                AuditFinding(
                    entry: entry.sequence, rule: .rules,
                    "its text \(stored.digest) names a set that was not kept: \(mistake.message)"))
        }
    }
}
