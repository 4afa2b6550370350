import Characters
import Rollout

/// The hashes of a proof, one in base64 on each line.
enum ProofLines {
    /// No tree is as high; a proof that would have more is not one.
    private static let most = 128

    /// Reads lines; the index of the first of them is one less than its number.
    static func hashes<Line: Collection<UInt8>>(
        _ lines: ArraySlice<Line>
    ) throws(NoteError) -> [ContentDigest] {
        var hashes: [ContentDigest] = []
        for (index, line) in zip(lines.indices, lines) {
            guard hashes.count < most, let bytes = Base64.bytes(line),
                let digest = ContentDigest(bytes: bytes)
            else { throw .proof(line: index + 1) }
            hashes.append(digest)
        }
        return hashes
    }
}
