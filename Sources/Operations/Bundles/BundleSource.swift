import Attestation
import LedgerStorage
import Reporting
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

    /// The texts of the checklist on record with those of its step sets, by their digests.
    func texts() throws(BundleFinding) -> [ContentDigest: FormerTexts.Text] {
        var texts: [ContentDigest: FormerTexts.Text] = [:]
        for stored in entries {
            let statement = stored.entry.statement
            guard case .checklistText(let body) = statement.body else { continue }
            let bytes = try bytes(of: body.text)
            guard ContentDigest(of: bytes) == statement.checklist else {
                throw BundleFinding(
                    Self.name(of: stored.entry), .entry, "its text has not the digest that it names"
                )
            }
            var sets: [[UInt8]] = []
            for set in body.sets { sets.append(try self.bytes(of: set)) }
            texts[statement.checklist] = FormerTexts.Text(bytes: bytes, sets: sets)
        }
        return texts
    }

    private func bytes(of text: Kept<String>) throws(BundleFinding) -> [UInt8] {
        switch text {
        case .inline(let text): return Array(text.utf8)
        case .stored(let file): return try content(of: file)
        }
    }

    /// The name of the file of an entry.
    static func name(of entry: Entry) -> String {
        "entries/\(BundleName.number(entry.sequence)).json"
    }
}
