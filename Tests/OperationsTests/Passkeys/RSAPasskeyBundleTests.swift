import Attestation
import CryptoExtras
import Foundation
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

/// What a stranger finds out of passkeys of RSA, with openssl and a shell.
@Suite("A bundle proves passkeys of RSA to a stranger", .timeLimit(.minutes(5)))
struct RSAPasskeyBundleTests {
    @Test("The guide of a bundle proves it with openssl; a changed word, a list without it do not")
    func proved() async throws {
        try await BrowserPlace.with { place in
            let ann = try SoftwarePasskey(rsa: _RSA.Signing.PrivateKey(keySize: .bits2048))
            let entry = try await sign(ann, place)
            try await export(place)
            let well = try guide(place)
            #expect(well.status == 0, "\(well.output)")
            let number = Self.number(of: entry)
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
            try await refuse(forgeries, place)
        }
    }

    @Test(
        "Who was let go has what was signed before proved; a line that did not count then proves nothing"
    )
    func letGo() async throws {
        try await BrowserPlace.with { place in
            let ann = try SoftwarePasskey(rsa: _RSA.Signing.PrivateKey(keySize: .bits2048))
            let entry = try await sign(ann, place)
            func time(_ seconds: Int) -> String {
                let moment = entry.recordedAt.advanced(by: .seconds(seconds)).rfc3339
                return "\(moment.prefix { $0 != "." }.filter(\.isNumber))Z"
            }
            // From the second in which it was taken, and to it.
            let bounds = "valid-after=\"\(time(0))\",valid-before=\"\(time(0))\""
            let path = place.place.path("allowed_signers")
            let before = try String(contentsOfFile: path, encoding: .utf8)
            let type = " \(SignerKey.passkeyOfRSA) "
            let after = before.replacing(type, with: ",\(bounds)\(type)")
            #expect(after != before)
            try place.place.write("allowed_signers", after)
            place.place.later(3600)
            try await place.record(adding: [])
            try await export(place)
            let well = try guide(place)
            #expect(well.status == 0, "\(well.output)")
            let proof = "\(Self.number(of: entry)): Good \"statement-v1@readiness\" signature"
            #expect(well.output.contains(proof), "\(well.output)")
            let forgeries = [
                ("valid-before=\"\(time(0))\"", "valid-before=\"\(time(-1))\""),
                ("valid-after=\"\(time(0))\"", "valid-after=\"\(time(1))\""),
                ("valid-before=\"\(time(0))\"", "valid-before=\"20991301\",cert-authority"),
                ("valid-before=\"\(time(0))\"", "valid-before=\"209912\""),
                ("valid-before=\"\(time(0))\"", "valid-before=\"20991231"),
            ].map { old, new in
                ("allowed_signers", { (text: String) in text.replacing(old, with: new) })
            }
            try await refuse(forgeries, place, saying: "this key that counted at")
        }
    }

    /// Signs in the browser with a passkey of somebody, and returns the entry.
    private func sign(_ ann: SoftwarePasskey, _ place: BrowserPlace) async throws -> Entry {
        try await place.begin()
        try await place.confirmed("ann@example.com", ann)
        let session = try await place.signedIn(ann)
        return try await place.record(
            BrowserSigningTests.firm, place.show(BrowserSigningTests.firm, session), ann,
            session)
    }

    private func export(_ place: BrowserPlace) async throws {
        let context = place.place.context(ledger: ".readiness/ledger.sqlite")
        _ = try await ExportBundle(
            by: "ann@example.com", .account(folder: place.place.path("config")), context)(
                place.place.load(ledger: ".readiness/ledger.sqlite"),
                to: place.place.path("bundle"))
        #expect(try await VerifyBundle()(place.place.path("bundle")).findings.isEmpty)
        try Tool.makeStranger(place.place.path("stranger"))
    }

    /// Does what the guide says, with the tools of a stranger.
    private func guide(_ place: BrowserPlace) throws -> (status: Int32, output: String) {
        let page = try String(
            contentsOfFile: place.place.path("bundle/\(VerificationGuide.name)"), encoding: .utf8)
        let block = try #require(page.split(separator: "```sh\n", maxSplits: 1).last)
        return try Tool.run(
            String(try #require(block.split(separator: "\n```", maxSplits: 1).first)),
            in: place.place.path("bundle"), path: place.place.path("stranger"))
    }

    /// Holds that the guide refuses each change, for what it says of a statement, and takes the bundle that
    /// is written in the same way without one.
    private func refuse(
        _ forgeries: [(name: String, change: (String) -> String)], _ place: BrowserPlace,
        saying words: String = ""
    ) async throws {
        let files = try Self.files(place.place.path("bundle"))
        for (name, change) in forgeries {
            let whole = String(decoding: try #require(files[name]), as: UTF8.self)
            let changed = change(whole)
            #expect(changed != whole, "\(name)")
            var forged = files
            forged[name] = Array(changed.utf8)
            try write(forged, place)
            let said = try guide(place)
            #expect(said.status != 0, "\(name): \(said.output)")
            #expect(said.output.contains("NOT VERIFIED: 0"), "\(name): \(said.output)")
            if !words.isEmpty { #expect(said.output.contains(words), "\(name): \(said.output)") }
        }
        try write(files, place)
        let control = try guide(place)
        #expect(control.status == 0, "\(control.output)")
    }

    /// Sealed anew, as a forger does.
    private func write(_ files: [String: [UInt8]], _ place: BrowserPlace) throws {
        for (name, bytes) in BundleSample.sealed(files) {
            try place.place.write("bundle/\(name)", bytes)
        }
    }

    private static func number(of entry: Entry) -> String {
        String(repeating: "0", count: 6 - "\(entry.sequence)".count) + "\(entry.sequence)"
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
