import LedgerStorage
import Reporting
import Rollout

extension AuditFinding {
    /// What was found, as a sentence or a clause.
    package var words: String {
        switch detail {
        case .clause(let clause): return clause
        case .signature(let fault): return SignatureWording.sentence(fault, in: .utc)
        case .signers(let fault): return SignersWording.sentence(fault)
        case .rule(let sentence): return sentence
        case .textMissing(let digest, let failure):
            return "the text \(digest) that it was made on cannot be judged: \(failure)"
        case .failure(let failure): return failure.description
        }
    }
}

extension AuditFinding.Rule {
    package var code: String {
        switch self {
        case .ledger(let rule): return rule.rawValue
        case .content: return "content"
        case .signature: return "signature"
        case .rules: return "rules"
        case .checkpoint: return "checkpoint"
        case .since: return "since"
        }
    }

    /// The rule as a sentence.
    package var sentence: String {
        switch self {
        case .ledger(.record): return "What is stored is what was recorded."
        case .ledger(.decision): return "A decision names the ledger that it was made on."
        case .content: return "What an entry names is kept beside the ledger, as it was."
        case .signature:
            return "A signature is by a key that the list of signers gave to its principal then."
        case .rules: return "What is on record may be, by the text that it was said about."
        case .checkpoint: return "The ledger begins with what its log signed."
        case .since: return "The ledger extends the one behind an old report."
        }
    }

    /// What it means that the rule is broken, and what to do, as sentences.
    package var consequence: String {
        switch self {
        case .ledger(.record):
            return
                "No verdict that rests on it can be relied on. Restore the ledger from a backup or "
                + "an export, and find out what changed it."
        case .ledger(.decision):
            return "Entries before the decision were changed after it was made, or it was made on "
                + "another ledger. Compare with a backup or with a report of that time."
        case .content:
            return
                "The sign-off or check cannot be shown any more. Bring the file back from a backup; "
                + "its name is its digest."
        case .signature:
            return "The statement counts for nothing. Ask its principal, and find out who wrote it."
        case .rules:
            return
                "The statement counts for nothing. It was written past the program: find out how."
        case .checkpoint:
            return "The ledger was changed, or brought back from an old copy, after its log signed "
                + "it. Find the copy that has these entries."
        case .since:
            return "The ledger was changed after the report was made, or the report was. Compare "
                + "with other copies of both; each report names the root that it was made from."
        }
    }
}
