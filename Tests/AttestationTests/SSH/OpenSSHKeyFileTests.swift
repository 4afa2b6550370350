import Attestation
import Testing

@Suite("Private keys as ssh-keygen writes them")
struct OpenSSHKeyFileTests {
    @Test(
        "The public half is read, with a passphrase and without",
        arguments: [
            ["-t", "ed25519"], ["-t", "ecdsa", "-b", "384"], ["-t", "rsa", "-b", "2048"],
        ])
    func publicHalf(_ options: [String]) throws {
        try Keygen.inFolder { keygen in
            let line = try keygen.makeKey("key", options)
            #expect(OpenSSHKeyFile.publicKey(try keygen.read("key"))?.line == line)
            let changed = try keygen.run(["-q", "-p", "-P", "", "-N", "secret", "-f", "key"])
            #expect(changed.status == 0, "\(changed.errors)")
            #expect(OpenSSHKeyFile.publicKey(try keygen.read("key"))?.line == line)
        }
    }

    @Test("What is cut off, or in another form, is no such file")
    func others() throws {
        try Keygen.inFolder { keygen in
            let line = try keygen.makeKey("key", ["-t", "ed25519"])
            let file = try keygen.read("key")
            for count in 0..<min(file.count, 160) {
                #expect(OpenSSHKeyFile.publicKey(Array(file.prefix(count))) == nil, "\(count)")
            }
            #expect(OpenSSHKeyFile.publicKey(Array(line.utf8)) == nil)
            var damaged = file
            damaged[60] ^= 0xFF
            #expect(OpenSSHKeyFile.publicKey(damaged) == nil)
        }
    }
}
