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
        SoftwarePasskey(rsa: try _RSA.Signing.PrivateKey(keySize: .init(bitCount: bits)))
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
    static let attacks: [(String, SoftwarePasskey.Way)] = [
        ("another challenge", SoftwarePasskey.Way(challenge: { $0 + [0] })),
        ("another text", SoftwarePasskey.Way(text: "{}")),
        ("another purpose", SoftwarePasskey.Way(namespace: .signIn)),
        ("a page of others", SoftwarePasskey.Way(origin: "https://evil.example")),
        ("another host", SoftwarePasskey.Way(host: "evil.example")),
        ("nobody there", SoftwarePasskey.Way(flags: 0x1C)),
        ("no PIN", SoftwarePasskey.Way(flags: 0x19)),
        ("within a page of others", SoftwarePasskey.Way(rest: #","crossOrigin":true}"#)),
        ("a signature cut short", SoftwarePasskey.Way(change: { $0.signature.removeLast() })),
        ("a signature with a zero", SoftwarePasskey.Way(change: { $0.signature.insert(0, at: 0) })),
        ("a bit turned", SoftwarePasskey.Way(change: { $0.signature[7] ^= 1 })),
    ]

    @Test("What is signed otherwise is refused", arguments: attacks)
    func attacked(_ name: String, _ way: SoftwarePasskey.Way) async throws {
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
            #expect(code != nil, "\(name)")
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
        // The same numbers as an SSH key are another key.
        let other = try SSHKey(passkey: ann.publicKey, for: "other.example")
        #expect(other.fingerprint != listed.fingerprint)
    }

    @Test("The guide of a bundle proves it with openssl; a changed word, a list without it do not")
    func proved() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ann = try passkey()
            try await place.confirmed("ann@example.com", ann)
            let session = try await place.signedIn(ann)
            let entry = try await place.record(
                BrowserSigningTests.firm, place.show(BrowserSigningTests.firm, session), ann,
                session)
            let context = place.place.context(ledger: ".readiness/ledger.sqlite")
            _ = try await ExportBundle(
                by: "ann@example.com", .account(folder: place.place.path("config")), context)(
                    place.place.load(ledger: ".readiness/ledger.sqlite"),
                    to: place.place.path("bundle"))
            #expect(try await VerifyBundle()(place.place.path("bundle")).findings.isEmpty)
            let tools = place.place.path("stranger")
            try Tool.makeStranger(tools)
            func guide() throws -> (status: Int32, output: String) {
                let page = try String(
                    contentsOfFile: place.place.path("bundle/\(VerificationGuide.name)"),
                    encoding: .utf8)
                let block = try #require(page.split(separator: "```sh\n", maxSplits: 1).last)
                return try Tool.run(
                    String(try #require(block.split(separator: "\n```", maxSplits: 1).first)),
                    in: place.place.path("bundle"), path: tools)
            }
            let well = try guide()
            #expect(well.status == 0, "\(well.output)")
            let number =
                String(repeating: "0", count: 6 - "\(entry.sequence)".count)
                + "\(entry.sequence)"
            #expect(
                well.output.contains(
                    "\(number): Good \"statement-v1@readiness\" signature for ann@example.com with a passkey of RSA"
                ), "\(well.output)")
            let fingerprint = try SSHKey(passkey: ann.publicKey, for: "ready.example").fingerprint
            let forgeries: [(name: String, change: (String) -> String)] = [
                (
                    "allowed_signers",
                    { $0.replacing(" \(SignerKey.passkeyOfRSA) ", with: " ssh-rsa ") }
                ),
                ("allowed_signers", { $0.replacing("=\"statement-v1@readiness,", with: "=\"") }),
                ("statements/PASSKEYS", { $0.replacing("ann@", with: "bea@") }),
                ("statements/\(number).json", { $0.replacing("approve", with: "reject") }),
                ("revoked_keys", { "\($0)\(fingerprint)\n" }),
                ("statements/\(number).sig", Self.turned),
            ]
            let files = try Self.files(place.place.path("bundle"))
            for (name, change) in forgeries {
                let whole = String(decoding: try #require(files[name]), as: UTF8.self)
                let changed = change(whole)
                #expect(changed != whole, "\(name)")
                var forged = files
                forged[name] = Array(changed.utf8)
                // Sealed anew, as a forger does.
                for (name, bytes) in BundleSample.sealed(forged) {
                    try place.place.write("bundle/\(name)", bytes)
                }
                let status = try guide()
                #expect(status.status != 0, "\(name): \(status.output)")
            }
        }
    }

    /// A letter in the middle of a signature becomes another one.
    private static func turned(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let place = bytes.count * 2 / 3
        bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func files(_ folder: String) throws -> [String: [UInt8]] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).reduce(into: [:]) {
            files, path in
            files[path] = (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
                .map { Array($0) }
        }
    }
}
