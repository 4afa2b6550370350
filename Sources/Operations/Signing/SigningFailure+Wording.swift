import Files
import Reporting

extension SigningFailure: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    package var description: String {
        "\(reason) Nothing was recorded."
    }

    private var reason: String {
        switch self {
        case .noSignersOnRecord:
            return "The checklist counts signed statements alone, and no list of signers is on "
                + "record. The owner of the ledger records one: `readiness signers --update`."
        case .mustBeSigned:
            return "Unsigned it would count for nothing: leave out --unsigned."
        case .noKey(let principal, let lack):
            return "Neither ssh-agent nor git's user.signingkey offers a key that counts for "
                + "\(principal) by the list of signers.\(lack.details) Name one with --key; what "
                + "people say can be signed elsewhere, with --statement-out."
        case .oneAtATime:
            return "A file of --statement-out holds one statement; sign the steps one by one, or "
                + "with --key."
        case .noProgram(let name):
            return "\(name) could not be started; it comes with the package openssh-client."
        case .notSigned(let key):
            return
                "ssh-keygen did not sign with \(key). If the file is a public key, ssh-agent must "
                + "hold the private one. Where a signature is not required, --unsigned does without."
        case .file(let path, let failure):
            return "\(path) cannot be used: \(failure.reason)."
        case .notAStatement(let path, let reason):
            return "\(path) holds no statement as --statement-out writes it: \(reason)."
        case .otherThanShown(let part):
            return "What was shown and signed is no longer what would be recorded: its \(part) "
                + "differs. Look at the page again."
        case .otherStatement(let path, let part):
            return "The statement in \(path) is not the one that this command makes: its \(part) "
                + "differs. Give the same arguments as with --statement-out, for the same text."
        }
    }
}
