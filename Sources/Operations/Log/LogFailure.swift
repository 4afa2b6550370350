package import Attestation
package import Files
package import LedgerStorage
package import Rollout

/// Why something that a log is needed for was refused.
package enum LogFailure: Hashable, Sendable {
    /// The ledger was never given a key.
    case noLog(LedgerLocation)
    /// It has one already, of this name.
    case hasLog(LedgerLocation, name: String)
    /// There is a file where the new key would be written.
    case keyInUse(path: String)
    case noKey(path: String, name: String)
    /// Others may read the private key.
    case unsafeKey(path: String)
    /// The private key is not the one that the ledger names.
    case otherKey(path: String, name: String, ledger: LedgerLocation)
    /// The content of a file, or what was given in its place.
    case unreadable(path: String, NoteError)
    /// The name or the text of a key, as it was given.
    case unusable(String, NoteError)
    /// Nothing was signed yet, and the key is not here.
    case unsigned(LedgerLocation)
    /// What the log signed once is not what the ledger begins with.
    case forked(LedgerLocation, signed: LedgerExtent, path: String, size: Int)
    /// The entry is newer than what was signed.
    case notSigned(sequence: Int, size: Int)
    /// A cosignature is not one over the newest checkpoint.
    case otherCosignature(witness: String)
    /// A witness saw more of the log before.
    case shrunk(seen: LedgerExtent, size: Int)
    /// A witness saw another log of the same name.
    case split(seen: LedgerExtent, root: ContentDigest)
    /// A proof does not show that the log only grew since a witness saw it.
    case unproved(seen: LedgerExtent, size: Int)
    /// A witness is shown a larger log, and no proof.
    case proofWanted(seen: Int, size: Int)
    /// A proof begins elsewhere than where the witness was.
    case otherProof(seen: Int, old: Int)
    /// A folder of tiles holds something else than an earlier state of the log.
    case otherTiles(path: String)
    /// Another program holds the lock of the file.
    case busy(path: String)
    case file(path: String, FileFailure)
}
