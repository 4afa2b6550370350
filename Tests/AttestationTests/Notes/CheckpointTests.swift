import Attestation
import Rollout
import Testing

struct CheckpointTests {
    private static let root = "pkvybgkSj2/i/m+LLYyAHhZrV8BHp82bK4Ceepai8cs="

    struct Form: CustomTestStringConvertible {
        let text: String
        let line: Int
        var testDescription: String { text.debugDescription }
    }

    static let forms = [
        Form(text: "", line: 1), Form(text: "\n3\n\(root)\n", line: 1),
        Form(text: "log\n3\n\(root)", line: 1), Form(text: "log\n", line: 2),
        Form(text: "log\n03\n\(root)\n", line: 2), Form(text: "log\n+3\n\(root)\n", line: 2),
        Form(text: "log\n-3\n\(root)\n", line: 2), Form(text: "log\n3 \n\(root)\n", line: 2),
        Form(text: "log\n00\n\(root)\n", line: 2), Form(text: "log\n\n\(root)\n", line: 2),
        Form(text: "log\n9223372036854775808\n\(root)\n", line: 2),
        Form(text: "log\n99999999999999999999\n\(root)\n", line: 2),
        Form(text: "log\n3\n", line: 3), Form(text: "log\n3\n\(root.dropLast())\n", line: 3),
        Form(text: "log\n3\npkvybg==\n", line: 3), Form(text: "log\n0\n\(root)\n", line: 3),
        Form(text: "log\n3\n\(root)\n\n", line: 4),
        Form(text: "log\n3\n\(root)\nmore\n\nmore\n", line: 5),
    ]

    @Test("A checkpoint in another form is refused", arguments: forms)
    func form(_ form: Form) {
        #expect(throws: NoteError.checkpoint(line: form.line)) { try Checkpoint(form.text) }
    }

    @Test("The largest number, none, and lines of extensions are read and written")
    func read() throws {
        for text in [
            "log\n9223372036854775807\n\(Self.root)\n", "log\n3\n\(Self.root)\nmore\n of it\n",
            "log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        ] {
            #expect(try Checkpoint(text).text == text)
        }
    }

    @Test("A checkpoint under another name than that of its key is refused")
    func otherLog() throws {
        let key = try KeyFile(name: "other.example", kind: .ed25519, seed: Array(0x00...0x1F))
        let signed = try LogKey(key).sign(.empty)
        #expect(throws: NoteError.unknownSigners) {
            try signed.checkpoint(of: Example.log().publicKey)
        }
        #expect(throws: NoteError.keyUse(wanted: .ed25519)) {
            try signed.checkpoint(of: Example.witness().publicKey)
        }
        #expect(throws: NoteError.keyUse(wanted: .cosignature)) { try WitnessKey(key) }
    }
}
