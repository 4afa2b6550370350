/// Why a signed note, or what it is verified with, is refused.
package enum NoteError: Error, Hashable, Sendable {
    /// It has more bytes than are read.
    case tooLarge(limit: Int)
    /// It is not UTF-8, or holds a control character.
    case notText
    /// It lacks the blank line, or what follows it.
    case noSignatures
    case tooManySignatures(limit: Int)
    /// A signature line cannot be read; they are counted from 1.
    case signatureLine(Int)
    /// A signature by a key that is known is not one over the text.
    case badSignature(name: String)
    /// None of the signatures is by a key that is known.
    case unknownSigners
    /// The text of a key is not a name, an id and a key.
    case keyForm
    case keyName(String)
    /// Keys of this kind are not read here.
    case keyKind(UInt8)
    /// The id is not the one of the name and the key.
    case keyID
    /// The file of a private key is not in the form that this program writes.
    case keyFile
    /// The key is not of the kind that is wanted: a log's or a witness's.
    case keyUse(wanted: NoteKey.Kind)
    /// A line of a checkpoint is wrong; they are counted from 1.
    case checkpoint(line: Int)
    /// A checkpoint is one of another log than the key's.
    case otherLog(origin: String, key: String)
    /// A line of a proof is wrong; they are counted from 1.
    case proof(line: Int)
    /// A proof does not lead to the root of the checkpoint.
    case unproved
    /// A tile has not the size that the tree gives it.
    case tile(path: String)
}

extension NoteError: CustomStringConvertible {
    /// A clause without a full stop, about the note or key.
    package var description: String {
        switch self {
        case .tooLarge(let limit): return "it has more than \(limit) bytes, the most that is read"
        case .notText: return "it is not a text in UTF-8 without control characters"
        case .noSignatures:
            return "it does not end with a blank line and lines of signatures behind its text"
        case .tooManySignatures(let limit): return "it has more than \(limit) signatures"
        case .signatureLine(let line): return "its signature line \(line) cannot be read"
        case .badSignature(let name):
            return "the signature of \(name) is not one over this text by that key"
        case .unknownSigners: return "none of its signatures is by a key that is trusted here"
        case .keyForm:
            return "a key is written as NAME+ID+KEY, with 8 hexadecimal digits and base64"
        case .keyName(let name):
            return "“\(name)” cannot name a key: a name has no blanks, no control characters and "
                + "no +, such as ledger.example.com/2026"
        case .keyKind(let kind):
            return
                "keys of kind \(kind) are not known here; a log has an Ed25519 key (1), a witness "
                + "one for cosignatures (4)"
        case .keyID: return "its id is not the one of its name and key"
        case .keyFile:
            return "it is not a file of a private key as readiness writes it: the public key, and "
                + "an Ed25519 key in PEM (PKCS #8) that belongs to it"
        case .keyUse(.ed25519): return "it is the key of a witness, and that of a log is wanted"
        case .keyUse(.cosignature): return "it is the key of a log, and that of a witness is wanted"
        case .checkpoint(1): return "it is no checkpoint: its first line does not name a log"
        case .checkpoint(2):
            return "it is no checkpoint: its second line is not a number of entries"
        case .checkpoint(3): return "it is no checkpoint: its third line is not a root in base64"
        case .checkpoint(let line): return "it is no checkpoint: its line \(line) is empty"
        case .otherLog(let origin, let key):
            return "it is a checkpoint of the log \(origin), and the key is that of \(key)"
        case .proof(let line): return "its line \(line) cannot be read as one of a proof"
        case .unproved: return "the proof does not lead to the root of the checkpoint"
        case .tile(let path):
            return "the tile \(path) has not the size that the checkpoint gives it"
        }
    }
}
