import Attestation
import LedgerStorage
import Rollout

/// What a bundle is made of; every other file in it follows from this.
struct BundleSource: Sendable {
    let manifest: BundleManifest
    /// Those of the rollout, and the lists of signers that they are judged by, in order.
    let entries: [StoredEntry]
    /// What entries name by its digest.
    let evidence: [ContentDigest: [UInt8]]
    /// Nil where the ledger has no log.
    let log: Log?

    struct Log: Sendable {
        let key: NoteKey
        let checkpoint: SignedNote
        /// By the number of the entry.
        let proofs: [Int: InclusionProof]
        /// The log's signatures over in-toto statements, where its key was at hand.
        let envelopes: [Int: DSSEEnvelope]
    }

    /// The content of a file that an entry names.
    func content(of file: FileReference) throws(BundleFinding) -> [UInt8] {
        guard let bytes = evidence[file.digest], bytes.count == file.size else {
            throw BundleFinding(
                "evidence/\(file.digest.hex)", .evidence, "an entry names it, and it is not here")
        }
        return bytes
    }

    /// The texts of the checklist on record, by their digests.
    func texts() throws(BundleFinding) -> [ContentDigest: [UInt8]] {
        var texts: [ContentDigest: [UInt8]] = [:]
        for stored in entries {
            let statement = stored.entry.statement
            guard case .checklistText(let body) = statement.body else { continue }
            let bytes =
                switch body.text {
                case .inline(let text): Array(text.utf8)
                case .stored(let file): try content(of: file)
                }
            guard ContentDigest(of: bytes) == statement.checklist else {
                throw BundleFinding(
                    Self.name(of: stored.entry), .entry, "its text has not the digest that it names"
                )
            }
            texts[statement.checklist] = bytes
        }
        return texts
    }

    /// The name of the file of an entry.
    static func name(of entry: Entry) -> String {
        "entries/\(BundleFiles.number(entry.sequence)).json"
    }
}
