import Attestation
import Operations
import Rollout
import Testing

/// A change that somebody makes who does not have the keys.
struct BundleForgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rule: BundleFinding.Rule
    /// Without a program of ours; what needs a judgement is not.
    var isSeenByShell = true
    let change: @Sendable ([String: [UInt8]]) throws -> [String: [UInt8]]

    private static func edit(
        _ name: String, _ old: String, _ new: String
    ) -> @Sendable ([String: [UInt8]]) throws -> [String: [UInt8]] {
        { files in
            var files = files
            let text = String(decoding: try #require(files[name]), as: UTF8.self)
            try #require(text.contains(old), "\(name)")
            files[name] = Array(text.replacing(old, with: new).utf8)
            return files
        }
    }

    private static func swap(
        _ one: String, _ other: String
    ) -> @Sendable ([String: [UInt8]]) throws -> [String: [UInt8]] {
        { files in
            var files = files
            files[one] = files[other]
            files[other] = try #require(Optional(files)?[one]).isEmpty ? nil : files[other]
            return files
        }
    }

    static let all = [
        BundleForgery(
            testDescription: "an entry says something else", rule: .log,
            change: edit("entries/000005.json", "all there", "nothing is")),
        BundleForgery(
            testDescription: "an entry and its statement say something else", rule: .log,
            change: { files in
                let changed = try edit("entries/000003.json", "ann says", "ann lies")(files)
                return try edit("statements/000003.json", "ann says", "ann lies")(changed)
            }),
        BundleForgery(
            testDescription: "a statement alone says something else", rule: .statement,
            change: edit("statements/000003.json", "ann says", "ann lies")),
        BundleForgery(
            testDescription: "the signature of another statement", rule: .statement,
            change: swap("statements/000003.sig", "statements/000004.sig")),
        BundleForgery(
            testDescription: "another person in the index", rule: .statement,
            change: edit("statements/INDEX", "000003 ann", "000003 bob")),
        BundleForgery(
            testDescription: "other evidence under its own name", rule: .evidence,
            isSeenByShell: false,
            change: { files in
                var files = files
                let name = try #require(files.keys.first { $0.hasPrefix("evidence/") })
                files[name] = nil
                let bytes = Array("denied\n".utf8)
                files["evidence/\(ContentDigest(of: bytes).hex)"] = bytes
                return files
            }),
        BundleForgery(
            testDescription: "other evidence under the old name", rule: .evidence,
            change: { files in
                var files = files
                let name = try #require(files.keys.first { $0.hasPrefix("evidence/") })
                files[name] = Array("denied\n".utf8)
                return files
            }),
        BundleForgery(
            testDescription: "a report that says more", rule: .report, isSeenByShell: false,
            change: edit("report.md", "A signed rollout", "A splendid rollout")),
        BundleForgery(
            testDescription: "a later instant", rule: .report, isSeenByShell: false,
            change: edit("bundle.json", "2025-10-01T10", "2025-10-02T10")),
        BundleForgery(
            testDescription: "a key of another log", rule: .log,
            change: { files in
                var files = files
                let other = try KeyFile(
                    name: LogPlace.name, kind: .ed25519, seed: Array(repeating: 7, count: 32))
                files["log.vkey"] = Array("\(other.key)\n".utf8)
                return files
            }),
        BundleForgery(
            testDescription: "a checkpoint with more entries", rule: .log,
            change: edit("checkpoint", "\n5\n", "\n6\n")),
        BundleForgery(
            testDescription: "a receipt at another place", rule: .log,
            change: edit("receipts/000003.tlog-proof", "\nindex 2\n", "\nindex 3\n")),
        BundleForgery(
            testDescription: "an attestation that the log did not sign", rule: .attestation,
            change: edit("attestations/000003.dsse.json", "\"payload\":\"eyJ", "\"payload\":\"eyK")),
        BundleForgery(
            testDescription: "a list of signers with somebody else's key", rule: .statement,
            change: { files in
                var files = files
                let text = String(
                    decoding: try #require(files["allowed_signers"]), as: UTF8.self)
                let lines = text.split(separator: "\n")
                files["allowed_signers"] = Array(
                    "\(lines[1])\n\(lines[2])\n".utf8)
                return files
            }),
        BundleForgery(
            testDescription: "a sign-off is left out", rule: .entry, isSeenByShell: false,
            change: { files in
                var files = files.filter { !$0.key.contains("/000003.") }
                files["statements/INDEX"] = Array(
                    "000001 bea@example.com\n000004 bob@example.com\n".utf8)
                return files
            }),
        BundleForgery(
            testDescription: "a file that nobody asked for", rule: .files, isSeenByShell: false,
            change: { $0.merging(["notes.txt": [65]]) { old, _ in old } }),
    ]
}
