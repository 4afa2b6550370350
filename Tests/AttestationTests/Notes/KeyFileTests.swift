import Attestation
import Rollout
import Testing

struct KeyFileTests {
    private func file() throws -> KeyFile {
        try KeyFile(name: "log.example/2026", kind: .ed25519, seed: Array(0x00...0x1F))
    }

    @Test("A file is read as what was written")
    func roundTrip() throws {
        let read = try KeyFile(file().text.utf8)
        #expect(try read.key == file().key)
        #expect(try read.text == file().text)
        #expect(try LogKey(read).sign(.empty) == LogKey(file()).sign(.empty))
    }

    @Test("A file with any other letter, or cut, is refused")
    func changed() throws {
        let bytes = Array(try file().text.utf8)
        for index in bytes.indices.dropLast() {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << bit
                #expect(throws: NoteError.self) { try KeyFile(changed) }
            }
            #expect(throws: NoteError.self) { try KeyFile(bytes[..<index]) }
        }
    }

    @Test("openssl reads the private key, and finds the same public one")
    func openssl() throws {
        let result = try Shell.run(
            "openssl pkey -in key.pem -pubout -outform DER | tail -c 32 | base64",
            files: ["key.pem": Array(try file().text.utf8)])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output == "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=\n")
    }
}
