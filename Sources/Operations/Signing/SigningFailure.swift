package import Files
package import Rollout

/// Why a statement did not get a signature that counts.
package enum SigningFailure: Hashable, Sendable {
    /// The checklist counts signed statements alone, and there is no list of signers on record.
    case noSignersOnRecord
    /// It was not to be signed, and counts for nothing unsigned.
    case mustBeSigned
    /// Neither the agent nor git offers a key that counts for the principal, and why.
    case noKey(Principal, KeyLack)
    /// Several statements cannot be signed elsewhere in one file.
    case oneAtATime
    /// `ssh-keygen` could not be started.
    case noProgram(String)
    /// `ssh-keygen` did not sign, and has said why.
    case notSigned(key: String)
    /// A file of a statement or a signature.
    case file(path: String, FileFailure)
    /// The file holds no statement in canonical form, and why.
    case notAStatement(path: String, reason: String)
    /// The statement that was signed is not the one that is to be recorded: the part that differs.
    case otherStatement(path: String, part: String)
    /// The statement that was shown and signed is not the one that would be recorded now.
    case otherThanShown(part: String)
}
