import Attestation
import Fuzzing
import Rollout

// Notes, checkpoints, receipts, proofs and keys: what is read is written again as the same bytes.
fuzz { bytes in
    let input = Array(bytes)
    if let note = try? SignedNote(input) {
        precondition(note.bytes == input)
        if let checkpoint = try? Checkpoint(note.text) {
            precondition(checkpoint.text.utf8.elementsEqual(note.text.utf8))
        }
    }
    if let receipt = try? TlogProof(input) {
        precondition(receipt.text.utf8.elementsEqual(input))
        let tree = LedgerExtent(size: receipt.inclusion.index &+ 1, root: .init(of: []))
        precondition(!receipt.inclusion.proves(ContentDigest(of: [1]), in: tree))
    }
    if let (old, proof) = try? ConsistencyProof.read(input) {
        precondition(proof.text(from: old).utf8.elementsEqual(input))
    }
    if let key = try? NoteKey(String(decoding: input, as: UTF8.self)) {
        precondition(key.description.utf8.elementsEqual(input))
    }
    _ = try? KeyFile(input)
}
