import Attestation
import CanonicalJSON
import Characters
import Rollout
import Testing

@Suite("In-toto statements in envelopes")
struct DSSEEnvelopeTests {
    private static let payload = Array(#"{"_type":"https://in-toto.io/Statement/v1"}"#.utf8)

    @Test("An envelope reads as what was written, and holds by the log's key alone")
    func roundTrip() throws {
        let log = try Example.log()
        let envelope = try log.envelope(Self.payload)
        #expect(envelope.isSigned(by: log.publicKey))
        #expect(DSSEEnvelope(envelope.bytes) == envelope)
        #expect(!envelope.isSigned(by: try NoteKey(Example.witnessText)))
        let other = try KeyFile(
            name: log.publicKey.name, kind: .ed25519, seed: Array(repeating: 9, count: 32))
        #expect(!envelope.isSigned(by: other.key))
        let value = try JSONValue(jsonBytes: envelope.bytes)
        #expect(value["payloadType"]?.text == "application/vnd.in-toto+json")
        #expect(value["payload"]?.text.flatMap { Base64.bytes($0.utf8) } == Self.payload)
    }

    @Test("No change of a byte leaves an envelope that holds")
    func changed() throws {
        let log = try Example.log()
        let bytes = try log.envelope(Self.payload).bytes
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            #expect(DSSEEnvelope(changed)?.isSigned(by: log.publicKey) != true, "\(place)")
        }
    }

    @Test("openssl verifies what DSSE says is signed")
    func openssl() throws {
        let log = try Example.log()
        let envelope = try log.envelope(Self.payload)
        let signed =
            "DSSEv1 28 application/vnd.in-toto+json \(Self.payload.count) "
            + String(decoding: Self.payload, as: UTF8.self)
        let result = try Shell.run(
            #"""
            { printf '302a300506032b6570032100' | xxd -r -p; cat key; } > key.der
            openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey key.der -in text -sigfile signature
            """#,
            files: [
                "text": Array(signed.utf8), "key": log.publicKey.publicKey,
                "signature": envelope.signature,
            ])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test("A sign-off is about the text and the files that were shown, and holds the signature")
    func statement() throws {
        let digest = ContentDigest(of: [1])
        let file = EvidenceFile(
            name: "a \"log\"", file: FileReference(size: 1, digest: ContentDigest(of: [2])))
        let statement = Statement(
            rollout: RolloutReference(id: "c", place: "c.yaml"), scope: Scope(), checklist: digest,
            step: StepReference(id: "s", digest: digest), principal: "ann@example.com", role: "net",
            madeAt: Instant(milliseconds: 0),
            body: .signOff(SignOff(choice: .approve, note: "n", evidence: [file])))
        let entry = Entry(
            sequence: 3, recordedAt: Instant(milliseconds: 5), ordinal: 1, rollouts: digest,
            statement: statement, signature: "S\n", digest: digest)
        let value = try JSONValue(jsonBytes: InTotoStatement.bytes(of: entry))
        #expect(value["_type"]?.text == "https://in-toto.io/Statement/v1")
        #expect(
            value["subject"]?.items?.compactMap { $0["name"]?.text } == ["c.yaml", "a \"log\""])
        #expect(value["subject"]?.items?.last?["digest"]?["sha256"]?.text == file.file.digest.hex)
        #expect(value["predicate"]?["statement"]?["principal"]?.text == "ann@example.com")
        #expect(value["predicate"]?["signature"]?.text == "S\n")
        #expect(value["predicate"]?["entry"]?["sequence"]?.integer == 3)
    }
}
