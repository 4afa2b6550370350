import Files
import LedgerStorage
import Rollout

extension LogFailure: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    package var description: String {
        switch self {
        case .noLog(let location):
            return
                "The ledger \(location) has no log key, and nobody can sign what it holds without "
                + "one. Make it: readiness checkpoint --start NAME."
        case .hasLog(let location, let name):
            return "The ledger \(location) is the log \(name) already, and a log has one name. "
                + "Nothing was changed."
        case .keyInUse(let path):
            return "There is a key at \(path) already, which may have signed another log: two logs "
                + "under one name look like fraud. Choose another name, or another file with "
                + "--log-key. Nothing was changed."
        case .noKey(let path, let name):
            return "The private key of the log \(name) is not at \(path). Name its file with "
                + "--log-key, or sign on the machine that has it. Nothing was signed."
        case .unsafeKey(let path):
            return "Others may read the private key \(path), and sign with it. If nobody did, take "
                + "their right away: chmod 600. Nothing was signed."
        case .otherKey(let path, let name, let location):
            return
                "The key \(path) is that of \(name), and not the one that the ledger \(location) "
                + "names. Name the file of its key with --log-key. Nothing was signed."
        case .unreadable(let path, let error):
            return "\(path) cannot be used: \(error). Bring it back from where it came from."
        case .unusable(let text, let error): return "\(text): \(error)."
        case .unsigned(let location):
            return
                "Nothing of the ledger \(location) was signed yet. Sign it where its log key is: "
                + "readiness checkpoint."
        case .forked(let location, let signed, let path, let size):
            return "The ledger \(location) does not begin with what its log signed before: "
                + "\(Self.entries(signed.size)), root \(signed.root) (\(path)); the ledger has "
                + "\(Self.entries(size)). It was brought back from an old copy, or changed. Find the "
                + "copy that has these entries; to sign this one would give the log two histories. "
                + "Nothing was signed."
        case .notSigned(let sequence, let size):
            return "Entry \(sequence) is newer than the newest signed checkpoint, which has "
                + "\(Self.entries(size)). Sign the ledger first, where its log key is: readiness "
                + "checkpoint."
        case .otherCosignature(let witness):
            return "There is no signature by \(witness) over the newest checkpoint of the ledger. "
                + "Show the witness the one that `readiness checkpoint` prints. Nothing was kept."
        case .shrunk, .split, .unproved, .proofWanted, .otherProof, .otherTiles, .busy, .file:
            return refusal
        }
    }

    /// The same for what a witness refuses, and for files.
    private var refusal: String {
        switch self {
        case .shrunk(let seen, let size):
            return "The log is smaller than it was: it had \(Self.entries(seen.size)), and this "
                + "checkpoint has \(Self.entries(size)). Ask for a newer one; if there is none, "
                + "entries were removed. Nothing was signed."
        case .split(let seen, let root):
            return
                "The log has two histories: with \(Self.entries(seen.size)) this witness saw the "
                + "root \(seen.root), and this checkpoint has \(root). Keep both checkpoints, they "
                + "prove it. Nothing was signed."
        case .unproved(let seen, let size):
            return
                "It is not shown that the checkpoint with \(Self.entries(size)) follows from the "
                + "\(Self.entries(seen.size)) that this witness saw, root \(seen.root). Get the "
                + "proof anew; if that fails too, the log has two histories: keep both checkpoints, "
                + "they prove it. Nothing was signed."
        case .proofWanted(let seen, let size):
            return "This witness saw the log with \(Self.entries(seen)), and the checkpoint has "
                + "\(Self.entries(size)): show that it only grew, with --proof (readiness checkpoint "
                + "--since \(seen)), --tiles or --copy. Nothing was signed."
        case .otherProof(let seen, let old):
            return "The proof begins at \(Self.entries(old)), and this witness saw the log with "
                + "\(Self.entries(seen)). Ask for: readiness checkpoint --since \(seen). Nothing "
                + "was signed."
        case .otherTiles(let path):
            return "\(path) holds something else than an earlier state of this log. Name another "
                + "folder, or move this one away. Nothing in it was replaced."
        case .busy(let path):
            return "Another program holds the lock of \(path). Wait until it is done, or stop it, "
                + "and try again. Nothing was signed."
        case .file(let path, let failure):
            let advice = failure.advice.isEmpty ? "" : "; \(failure.advice)"
            return "\(path) cannot be used: \(failure.reason)\(advice)."
        case .noLog, .hasLog, .keyInUse, .noKey, .unsafeKey, .otherKey, .unreadable, .unusable,
            .unsigned, .forked, .notSigned, .otherCosignature:
            return description
        }
    }

    private static func entries(_ size: Int) -> String { size == 1 ? "1 entry" : "\(size) entries" }
}
