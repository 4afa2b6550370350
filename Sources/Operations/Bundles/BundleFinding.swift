/// Something in a bundle that is not as its other files, or the verifier's own keys, want it.
package struct BundleFinding: Error, Hashable, Sendable {
    /// What should have been so.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        case sums, files, entry, log, statement, signers, evidence, report, attestation
    }

    /// The name of the file; that of the bundle's own description where no one file is at fault.
    package let file: String
    package let rule: Rule
    /// A clause without a full stop.
    package let words: String

    package init(_ file: String, _ rule: Rule, _ words: String) {
        self.file = file
        self.rule = rule
        self.words = words
    }
}

extension BundleFinding.Rule {
    /// The rule of the files by a name, for one that is not what the others make of it.
    init(file name: String) {
        switch name.split(separator: "/").first {
        case "SHA256SUMS", "HOW-TO-VERIFY.md": self = .sums
        case "entries": self = .entry
        case "receipts", "checkpoint", "log.vkey": self = .log
        case "statements", "allowed_signers", "revoked_keys": self = .statement
        case "evidence", "checklists": self = .evidence
        case "report.md", "report.json": self = .report
        case "attestations": self = .attestation
        default: self = .files
        }
    }

    /// The rule as a sentence.
    package var sentence: String {
        switch self {
        case .sums: return "SHA256SUMS and HOW-TO-VERIFY.md are those of these files."
        case .files: return "A bundle has the files that its entries ask for, and no others."
        case .entry: return "Entries are as a ledger writes them, and none of a rollout is missing."
        case .log: return "Each entry leads to the root that the log signed."
        case .statement:
            return "A statement and its signature are those in the entry of the same number."
        case .signers: return "Who signed is on the list that you brought."
        case .evidence: return "What an entry names is here, with its digest."
        case .report: return "The report is what the entries come to."
        case .attestation: return "An attestation says what its entry says, and the log signed it."
        }
    }

    /// What it means that the rule is broken, and what to do, as a sentence.
    package var consequence: String {
        switch self {
        case .sums: return "The bundle was changed after it was made. Ask for it anew."
        case .files: return "Nobody vouches for the file. Ask for the bundle anew."
        case .entry:
            return
                "What is on record is not shown as it is. Rely on nothing here; ask for the bundle "
                + "anew."
        case .log:
            return
                "Nothing shows that it is on record. Rely on nothing here, and ask the owner of the "
                + "log for the receipt."
        case .statement:
            return "Nobody is shown to have said it. Go by the entry, and ask for the bundle anew."
        case .signers: return "By your list the statement counts for nothing. Ask its principal."
        case .evidence: return "What was shown cannot be seen here. Ask for the bundle anew."
        case .report:
            return
                "Do not go by the report: either it was changed, or another version of the program "
                + "made it, which bundle.json names."
        case .attestation: return "Do not hand it to other tools. Ask for the bundle anew."
        }
    }
}
