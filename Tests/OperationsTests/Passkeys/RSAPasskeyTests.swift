import Attestation
import CanonicalJSON
import CryptoExtras
import Foundation
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

/// Passkeys of RSA, as Windows Hello makes them: an authenticator in software signs as one does.
@Suite("A passkey of RSA is a signer as others are, and openssl proves it", .timeLimit(.minutes(5)))
struct RSAPasskeyTests {
    private func passkey(bits: Int = 2048) throws -> SoftwarePasskey {
        SoftwarePasskey(rsa: try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits)))
    }

    private func refusal(_ work: () async throws -> Void) async throws -> StatementRefusal.Code? {
        do {
            try await work()
            return nil
        } catch let refusal as StatementRefusal {
            return refusal.code
        }
    }

    @Test("Enrolled, confirmed, signed in and signed off, it counts, and is one person with others")
    func counts() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ann = try passkey()
            try await place.confirmed("ann@example.com", ann)
            let session = try await place.signedIn(ann)
            let entry = try await place.record(
                BrowserSigningTests.firm, place.show(BrowserSigningTests.firm, session), ann,
                session)
            let ledger = place.location.ledger()
            let reading = try await ledger.reading(of: nil, asOf: .everything)
            try await ledger.close()
            let signers = try await ReadSigners.read(place.location)
            let stored = try #require(reading.entries.first { $0.sequence == entry.sequence })
            guard case .key(let key) = signers.authentication(of: stored) else {
                Issue.record("it does not count")
                return
            }
            #expect(key.type == SSHKeyType.passkeyRSA.rawValue && !key.isOfOpenSSH)
            #expect(key.securityKey?.origin == "https://ready.example")
            // She signed `approved` with her SSH key, and this one is for somebody else.
            let reviewed: [String: JSONValue] = [
                "rollout": "sample", "act": "sign", "step": "reviewed", "choice": "approve",
                "note": "n",
            ]
            #expect(try await refusal { _ = try await place.show(reviewed, session) } == .rules)
            let audit = try await AuditLedger(
                place.place.context(ledger: ".readiness/ledger.sqlite"))()
            #expect(audit.findings.isEmpty, "\(audit.findings)")
        }
    }

    /// What is not as it must be.
    static let attacks: [(String, StatementRefusal.Code, SoftwarePasskey.Way)] = [
        ("another challenge", .signature, SoftwarePasskey.Way(challenge: { $0 + [0] })),
        ("another text", .signature, SoftwarePasskey.Way(text: "{}")),
        ("another purpose", .signature, SoftwarePasskey.Way(namespace: .signIn)),
        ("a page of others", .signature, SoftwarePasskey.Way(origin: "https://evil.example")),
        ("another host", .signature, SoftwarePasskey.Way(host: "evil.example")),
        ("nobody there", .signature, SoftwarePasskey.Way(flags: 0x1C)),
        ("no PIN", .signature, SoftwarePasskey.Way(flags: 0x19)),
        (
            "within a page of others", .signature,
            SoftwarePasskey.Way(rest: #","crossOrigin":true}"#)
        ),
        (
            "a signature cut short", .signature,
            SoftwarePasskey.Way(change: { $0.signature.removeLast() })
        ),
        (
            "a signature with a zero", .signature,
            SoftwarePasskey.Way(change: { $0.signature.insert(0, at: 0) })
        ),
        ("a bit turned", .signature, SoftwarePasskey.Way(change: { $0.signature[7] ^= 1 })),
    ]

    @Test("What is signed otherwise is refused", arguments: attacks)
    func attacked(
        _ name: String, _ wanted: StatementRefusal.Code, _ way: SoftwarePasskey.Way
    ) async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ann = try passkey()
            try await place.confirmed("ann@example.com", ann)
            let session = try await place.signedIn(ann)
            let shown = try await place.show(BrowserSigningTests.firm, session)
            let count = try await place.count()
            let code = try await refusal {
                _ = try await place.record(BrowserSigningTests.firm, shown, ann, session, way)
            }
            #expect(code == wanted, "\(name)")
            #expect(try await place.count() == count)
        }
    }

    @Test("The key cannot be used as one of SSH, nor a short one at all")
    func confused() throws {
        let ann = try passkey()
        let listed = try SSHKey(passkey: ann.publicKey, for: "ready.example")
        #expect(listed.type.rawValue == SignerKey.passkeyOfRSA)
        #expect(try SSHKey(line: listed.line.utf8) == listed)
        #expect(throws: SignatureFault.self) {
            try SSHKey(passkey: Array(ann.publicKey.dropLast()), for: "ready.example")
        }
        for (bits, isEnough) in [(1024, false), (1920, false), (3072, true)] {
            let other = try passkey(bits: bits)
            let key = try? SSHKey(passkey: other.publicKey, for: "ready.example")
            #expect((key != nil) == isEnough, "\(bits) bits")
        }
        // The same numbers as an SSH key are another key.
        let other = try SSHKey(passkey: ann.publicKey, for: "other.example")
        #expect(other.fingerprint != listed.fingerprint)
    }
}
