import Attestation
import Rollout
import Testing

struct SignedNoteTests {
    private let bytes = Array(Example.note.utf8)

    private func keys() throws -> [NoteKey] {
        try [Example.log().publicKey, Example.witness().publicKey]
    }

    /// Whether both the log and the witness are found to have signed the bytes.
    private func isGood(_ bytes: [UInt8]) throws -> Bool {
        let keys = try keys()
        guard let note = try? SignedNote(bytes), let good = try? note.verified(by: keys) else {
            return false
        }
        return good.map(\.key) == keys
    }

    @Test("Every bit of a note that is flipped is noticed")
    func flipped() throws {
        #expect(try isGood(bytes))
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << bit
                #expect(try !isGood(changed), "bit \(bit) of byte \(index)")
            }
        }
    }

    @Test("Every byte that is left out or doubled, and every cut, is noticed")
    func cut() throws {
        for index in bytes.indices {
            var changed = bytes
            changed.remove(at: index)
            #expect(try !isGood(changed), "without byte \(index)")
            changed = bytes
            changed.insert(bytes[index], at: index)
            #expect(try !isGood(changed), "byte \(index) twice")
            #expect(try !isGood(Array(bytes[..<index])), "the first \(index) bytes")
        }
    }

    @Test(
        "A note by the log alone: no byte of it can be another one that is like it, or ends something"
    )
    func single() throws {
        let log = try Example.log()
        let note = try log.sign(.empty).bytes
        #expect(try SignedNote(note).verified(by: [log.publicKey]).count == 1)
        var taken: [[UInt8]] = []
        for index in note.indices {
            let others = (0..<8).map { note[index] ^ 1 << $0 } + Array("\n +=A\0".utf8)
            for byte in others where byte != note[index] {
                var changed = note
                changed[index] = byte
                let checkpoint = try? SignedNote(changed).checkpoint(of: log.publicKey)
                if checkpoint != nil { taken.append(changed) }
            }
        }
        #expect(taken.isEmpty)
    }

    @Test("Signatures by unknown keys are passed over; without a known one the note is refused")
    func unknown() throws {
        let note = try SignedNote(bytes)
        let keys = try keys()
        let stranger = try KeyFile(
            name: "ledger.rollout.example/2026", kind: .ed25519,
            seed: Array(repeating: 7, count: 32)
        ).key
        #expect(try note.verified(by: [stranger, keys[1]]).map(\.key) == [keys[1]])
        #expect(throws: NoteError.unknownSigners) { try note.verified(by: [stranger]) }
        #expect(throws: NoteError.unknownSigners) { try note.verified(by: []) }
    }

    @Test("One bad signature by a known key refuses a note with a good one by another")
    func bad() throws {
        let keys = try keys()
        let root = ContentDigest(of: "another root".utf8)
        let other = try Example.log().sign(LedgerExtent(size: 4, root: root))
        let cosignature = try Example.witness().cosign(
            Checkpoint(try SignedNote(bytes).text), at: Example.time)
        let note = other.adding(cosignature)
        #expect(throws: NoteError.badSignature(name: "witness.example/w1")) {
            try note.verified(by: keys)
        }
        #expect(try note.verified(by: [keys[0]]).count == 1)
        // A second signature of the same key is verified as well.
        let doubled = try SignedNote(
            Array(Example.note.utf8) + Array("\(other.signatures[0].line)\n".utf8))
        #expect(throws: NoteError.badSignature(name: "ledger.rollout.example/2026")) {
            try doubled.verified(by: keys)
        }
    }

    @Test("A cosignature with another time is bad")
    func time() throws {
        let checkpoint = try Checkpoint(try SignedNote(bytes).text)
        let witness = try Example.witness()
        let line = try witness.cosign(checkpoint, at: Example.time)
        let later = try witness.cosign(checkpoint, at: Example.time.advanced(by: .seconds(1)))
        #expect(line != later)
        #expect(line.value[8...] != later.value[8...])
    }

    @Test("Sixteen signatures and more are read, and the number and size are bounded")
    func limits() throws {
        let log = try Example.log()
        var note = try log.sign(.empty)
        for number in 1..<SignedNote.mostSignatures {
            let key = try LogKey(
                KeyFile(
                    name: "log-\(number)", kind: .ed25519,
                    seed: Array(repeating: UInt8(number), count: 32)))
            note = note.adding(try key.sign(.empty).signatures[0])
        }
        #expect(try SignedNote(note.bytes) == note)
        #expect(try note.verified(by: [log.publicKey]).count == 1)
        let more = note.bytes + Array("\(note.signatures[0].line)\n".utf8)
        #expect(throws: NoteError.tooManySignatures(limit: 64)) { try SignedNote(more) }
        let large = Array(repeating: UInt8(ascii: "a"), count: SignedNote.mostBytes) + note.bytes
        #expect(throws: NoteError.tooLarge(limit: SignedNote.mostBytes)) { try SignedNote(large) }
    }

    @Test("A text may have blank lines: the last one ends it")
    func blank() throws {
        let line = try Example.log().sign(.empty).signatures[0].line
        let note = try SignedNote("a\n\n\nb\n\n\(line)\n".utf8)
        #expect(note.text == "a\n\n\nb\n")
        #expect(note.signatures.count == 1)
        #expect(throws: NoteError.unknownSigners) { try note.verified(by: []) }
    }

    struct Form: CustomTestStringConvertible {
        let text: String
        let error: NoteError
        var testDescription: String { text.debugDescription }
    }

    static let forms = [
        Form(text: "", error: .noSignatures), Form(text: "a\n", error: .noSignatures),
        Form(text: "a\n\n", error: .noSignatures), Form(text: "\n\n", error: .noSignatures),
        Form(text: "a\n\n— k AAAAAAA=", error: .noSignatures),
        Form(text: "a\r\n\n— k AAAAAAA=\n", error: .notText),
        Form(text: "a\tb\n\n— k AAAAAAA=\n", error: .notText),
        Form(text: "a\n\nk AAAAAAA=\n", error: .signatureLine(1)),
        Form(text: "a\n\n- k AAAAAAA=\n", error: .signatureLine(1)),
        Form(text: "a\n\n— k AAAAAAA=\n— k\n", error: .signatureLine(2)),
        Form(text: "a\n\n— k AAAAAA==\n", error: .signatureLine(1)),
        Form(text: "a\n\n— k AAAAAAB=\n", error: .signatureLine(1)),
        Form(text: "a\n\n— k AAAAAAA= \n", error: .signatureLine(1)),
        Form(text: "a\n\n—  AAAAAAA=\n", error: .signatureLine(1)),
        Form(text: "a\n\n— k+l AAAAAAA=\n", error: .signatureLine(1)),
    ]

    @Test("A note in another form is refused", arguments: forms)
    func form(_ form: Form) {
        #expect(throws: form.error) { try SignedNote(form.text.utf8) }
    }

    @Test("Bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(throws: NoteError.notText) { try SignedNote([0xFF, 10, 10, 0x41, 10]) }
    }
}
