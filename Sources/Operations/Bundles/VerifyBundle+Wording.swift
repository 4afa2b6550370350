import Attestation
import Reporting
import Rollout

extension VerifyBundle.Outcome {
    /// What holds, as sentences: nothing where anything was found.
    package var proved: [String] {
        guard findings.isEmpty, let report else { return [] }
        let size = Prose.count(entries.count, "entry", "entries")
        var sentences = ["Every file is as it was when the bundle was made, and none is missing."]
        if let log {
            sentences.append(
                "\(size), each in the log \(log.name), which signed \(ledger.size) with the root "
                    + "\(ledger.root).")
        }
        let signed = numbers { if case .key = $0 { true } else { false } }
        if !signed.isEmpty {
            sentences.append(
                "\(Prose.count(signed.count, "statement", "statements")) signed by a key that its "
                    + "principal had when the ledger took it.")
        }
        sentences.append(
            "Judged anew as of \(report.assessment.asOf.rfc3339), \(size) give the bytes of the report: "
                + "\(report.assessment.verdict.rawValue).")
        return sentences
    }

    /// What nobody should take to be proved, as sentences.
    package var notProved: [String] {
        var sentences: [String] = []
        if log == nil {
            sentences.append(
                "That the entries are those that were recorded: no signature of a log holds here.")
        } else if !isLogBrought {
            sentences.append(
                "Whose log it is: its key came with the bundle. Get it from its owner, and give it "
                    + "with --log.")
        }
        if !areSignersBrought, entries.contains(where: { $0.authentication.signer != nil }) {
            sentences.append(
                "Whose keys they are: the list of signers came with the bundle. Bring your own with "
                    + "--signers.")
        }
        let browsers = Set(entries.compactMap(\.authentication.signer?.securityKey?.origin))
        if !browsers.isEmpty {
            sentences.append(
                "What the pages showed to those who signed in the browser at "
                    + "\(Prose.list(browsers.sorted(), "and")).")
        }
        let unsigned = numbers { $0 == .none }
        if !unsigned.isEmpty {
            sentences.append(
                "Who made \(Prose.count(unsigned.count, "statement", "statements")) that nobody "
                    + "signed: the names are as they were given.")
        }
        let refused = numbers {
            switch $0 {
            case .unverified, .withdrawn, .refused: true
            case .none, .key: false
            }
        }
        if !refused.isEmpty {
            sentences.append(
                "Who made the statements of "
                    + Prose.list(refused.map { "entry \($0)" }, "and")
                    + ": the signatures do not count by the list of signers.")
        }
        return sentences + [
            "That nothing newer about this rollout was left out behind the newest entry here.",
            "That what people said is true: a log proves order and that nothing is taken out, not "
                + "honesty.",
        ]
    }

    private func numbers(_ isMeant: (Authentication) -> Bool) -> [Int] {
        entries.filter { isMeant($0.authentication) }.map(\.sequence)
    }
}
