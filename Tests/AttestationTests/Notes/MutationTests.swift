import Attestation
import Rollout
import Testing

/// What is read is written again as the same bytes, whatever was done to it before.
struct MutationTests {
    /// The same numbers on each run.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static let receipt = """
        c2sp.org/tlog-proof@v1
        extra ZW50cnktMQ==
        index 1
        QHZrIDNCkCb1PVRQJnmoOXBrR0H43K86i7pfQbX/4HU=

        \(Example.note)
        """
    private static let seeds = [
        Example.note, receipt, Example.logText, Example.witnessText,
        "old 2\nBJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=\n",
    ].map { Array($0.utf8) }

    @Test("Mutations of notes, receipts, proofs and keys are refused, or read as what they are")
    func mutations() {
        var numbers = Numbers(state: 7)
        var read = 0
        for _ in 0..<4000 {
            var input = Self.seeds.randomElement(using: &numbers) ?? []
            for _ in 0..<Int.random(in: 0...2, using: &numbers) {
                let place = Int.random(in: 0..<input.count, using: &numbers)
                let other = Int.random(in: 0..<input.count, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: input[place] = .random(in: .min ... .max, using: &numbers)
                case 1: input.remove(at: place)
                case 2: input.insert(input[other], at: place)
                default: input.swapAt(place, other)
                }
            }
            read += Self.readings(of: input).reduce(0) { count, written in
                #expect(written == input)
                return count + 1
            }
        }
        #expect(read > 1000)
    }

    /// What each reader that takes the input writes again.
    private static func readings(of input: [UInt8]) -> [[UInt8]] {
        var written: [[UInt8]] = []
        if let note = try? SignedNote(input) {
            written.append(note.bytes)
            if let checkpoint = try? Checkpoint(note.text) {
                written.append(Array(checkpoint.text.utf8) + input.dropFirst(note.text.utf8.count))
            }
        }
        if let receipt = try? TlogProof(input) { written.append(Array(receipt.text.utf8)) }
        if let (old, proof) = try? ConsistencyProof.read(input) {
            written.append(Array(proof.text(from: old).utf8))
        }
        if let key = try? NoteKey(String(decoding: input, as: UTF8.self)) {
            written.append(Array(key.description.utf8))
        }
        return written
    }
}
