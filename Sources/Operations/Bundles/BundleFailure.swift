package import Files
package import LedgerStorage

/// Why a bundle cannot be written or read.
package struct BundleFailure: Error, Sendable {
    package let path: String
    package let cause: Cause

    package enum Cause: Error, Sendable {
        /// There is something where the bundle would be written.
        case occupied
        /// The ledger or what is kept beside it is not as it was recorded; sentences.
        case damagedLedger(LedgerLocation, [String])
        /// The checklist's text is newer than what the log signed last.
        case textNotSigned(LedgerLocation)
        /// What was made does not hold by itself: the first finding.
        case contradiction(BundleFinding)
        case file(String, FileFailure)
        /// A name that no bundle has.
        case name(String)
        /// It is no archive in the form that export writes, from this byte on.
        case archive(offset: Int)
        case twice(String)
        case tooManyFiles(most: Int)
        case tooLarge(most: Int)
        /// It does not say what it is a bundle of.
        case noManifest
    }

    package init(_ path: String, _ cause: Cause) {
        self.path = path
        self.cause = cause
    }
}

extension BundleFailure: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    package var description: String {
        switch cause {
        case .occupied:
            return
                "There is something at \(path) already, and a bundle never replaces anything. Name "
                + "another place, or move it away. Nothing was written."
        case .damagedLedger(let location, let sentences):
            return "The ledger \(location) is not as it was recorded, and a bundle would prove "
                + "nothing: \(sentences.joined(separator: " ")) `readiness audit` shows all of it. "
                + "Nothing was written."
        case .textNotSigned(let location):
            return
                "The text of the checklist is newer than what the log of \(location) signed last. "
                + "Sign it where the log's key is: readiness checkpoint. Nothing was written."
        case .contradiction(let finding):
            return "The bundle would not verify: \(finding.file) [\(finding.rule.rawValue)]: "
                + "\(finding.words). `readiness audit` looks for what is wrong with the ledger. Nothing "
                + "was written."
        case .file(let name, let failure):
            let advice = failure.advice.isEmpty ? "" : "; \(failure.advice)"
            return "\(name) in the bundle \(path) cannot be used: \(failure.reason)\(advice)."
        case .name(let name):
            return
                "\(path) holds \(name), which no bundle has. Nothing of it was believed; ask for "
                + "the bundle anew."
        case .archive(let offset):
            return
                "\(path) is not an archive as `readiness export` writes it, from byte \(offset) on. "
                + "Ask for it anew, or unpack it and name the folder."
        case .twice(let name):
            return "\(path) holds \(name) twice, and nobody knows which one is meant. Ask for the "
                + "bundle anew."
        case .tooManyFiles(let most):
            return "\(path) has more than \(most) files, the most of a bundle."
        case .tooLarge(let most):
            return "\(path) has more than \(most >> 20) MiB, the most of a bundle."
        case .noManifest:
            return
                "\(path) is no bundle that this program reads: bundle.json is not there, or not as "
                + "`readiness export` writes it. Name the folder or the .tar that it wrote."
        }
    }
}
