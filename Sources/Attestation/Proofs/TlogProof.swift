import Characters
package import Rollout

/// A receipt: the proof that an entry is in a log, with the signed checkpoint that it leads to
/// (c2sp.org/tlog-proof).
package struct TlogProof: Hashable, Sendable {
    /// What a reader needs to make the leaf of: the exact bytes of the entry.
    ///
    /// Nothing proves them but the leaf that is made of them.
    package let extra: [UInt8]?
    package let inclusion: InclusionProof
    package let checkpoint: SignedNote

    private static let head = "c2sp.org/tlog-proof@v1"
    /// Room for the largest entry in base64, and for the checkpoint.
    package static let mostBytes = 3 << 16

    package init(extra: [UInt8]?, inclusion: InclusionProof, checkpoint: SignedNote) {
        self.extra = extra
        self.inclusion = inclusion
        self.checkpoint = checkpoint
    }

    package var text: String {
        "\(Self.head)\n" + (extra.map { "extra \(Base64.text($0))\n" } ?? "")
            + "index \(inclusion.index)\n"
            + inclusion.hashes.map { Base64.text($0.bytes) + "\n" }.joined() + "\n"
            + String(decoding: checkpoint.bytes, as: UTF8.self)
    }

    /// Reads a receipt; nothing of it is verified.
    package init(_ bytes: some Collection<UInt8>) throws(NoteError) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
        let bytes = Array(bytes)
        // The first blank line ends the proof; a checkpoint has another one.
        guard
            let end = bytes.indices.dropFirst().first(where: {
                bytes[$0] == 10 && bytes[$0 - 1] == 10
            })
        else { throw .noSignatures }
        let lines = bytes[..<(end - 1)].split(separator: 10, omittingEmptySubsequences: false)
        guard lines[0].elementsEqual(Self.head.utf8) else { throw .proof(line: 1) }
        var next = 1
        if lines.count > next, lines[next].starts(with: "extra ".utf8) {
            guard let extra = Base64.bytes(lines[next].dropFirst(6)) else {
                throw .proof(line: next + 1)
            }
            self.extra = extra
            next += 1
        } else {
            extra = nil
        }
        guard lines.count > next, lines[next].starts(with: "index ".utf8),
            let index = Int(digits: lines[next].dropFirst(6))
        else { throw .proof(line: next + 1) }
        inclusion = InclusionProof(
            index: index, hashes: try ProofLines.hashes(lines[(next + 1)...]))
        checkpoint = try SignedNote(bytes[(end + 1)...])
    }

    /// The checkpoint of the log that the leaf is proved to be in.
    ///
    /// The leaf is the caller's own; that of `extra` where it is taken from the receipt.
    package func verified(
        _ leaf: ContentDigest, in log: NoteKey
    ) throws(NoteError) -> Checkpoint {
        let checkpoint = try checkpoint.checkpoint(of: log)
        guard inclusion.proves(leaf, in: checkpoint.extent) else { throw .unproved }
        return checkpoint
    }
}
