import Attestation
import Characters
import Testing

struct NoteKeyTests {
    @Test("Keys whose base64 has + in it are read and written")
    func plus() throws {
        var found = 0
        for byte in UInt8(0)..<40 {
            let file = try KeyFile(
                name: "log.example/\(byte)", kind: byte % 2 == 0 ? .ed25519 : .cosignature,
                seed: Array(repeating: byte, count: 32))
            let text = file.key.description
            #expect(try NoteKey(text) == file.key)
            if text.filter({ $0 == "+" }).count > 2 { found += 1 }
        }
        // Without one that has it, this test would show nothing.
        #expect(found > 5)
    }

    @Test("A text that is not a key is refused with its reason")
    func refused() throws {
        let key = Example.logText.split(separator: "+", maxSplits: 2).map(String.init)
        func read(_ name: String, _ id: String, _ key: String) throws(NoteError) -> NoteKey {
            try NoteKey("\(name)+\(id)+\(key)")
        }
        #expect(throws: NoteError.keyID) { try read(key[0], "14c75458", key[2]) }
        #expect(throws: NoteError.keyID) { try read("other.example", key[1], key[2]) }
        #expect(throws: NoteError.keyForm) { try read(key[0], "14C75459", key[2]) }
        #expect(throws: NoteError.keyForm) { try read(key[0], "14c7545", key[2]) }
        #expect(throws: NoteError.keyForm) { try read(key[0], key[1], key[2] + "=") }
        #expect(throws: NoteError.keyForm) { try read(key[0], key[1], "AQ==") }
        #expect(throws: NoteError.keyKind(2)) { try read(key[0], key[1], "AgID") }
        #expect(throws: NoteError.keyName("")) { try read("", key[1], key[2]) }
        #expect(throws: NoteError.keyName("a b")) { try read("a b", key[1], key[2]) }
        #expect(throws: NoteError.keyName("a\u{2003}b")) { try read("a\u{2003}b", key[1], key[2]) }
        #expect(throws: NoteError.keyForm) { try NoteKey("name") }
        #expect(throws: NoteError.keyForm) { try NoteKey("") }
    }

    @Test("Every letter of a key that is another one is refused")
    func letters() throws {
        let bytes = Array(Example.logText.utf8)
        var refused = 0
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << bit
                guard let text = String(validating: changed, as: UTF8.self) else { continue }
                #expect(throws: NoteError.self, "\(text)") { try NoteKey(text) }
                refused += 1
            }
        }
        #expect(refused > 500)
    }
}
