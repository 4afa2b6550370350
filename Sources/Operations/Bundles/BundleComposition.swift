import Attestation
import LedgerStorage
import Reporting
import Rollout

/// Makes the files of a bundle: the one place that says what they hold.
struct BundleComposition: Sendable {
    let files: BundleFiles
    let judgement: BundleJudgement
    /// The statements whose signatures are in `statements`, by the numbers of their entries.
    let signed: [Int]

    /// Everything but what seals the rest.
    init(_ source: BundleSource) async throws {
        judgement = try await BundleJudgement(source)
        var files = BundleFiles()
        try files.add(BundleManifest.name, source.manifest.bytes)
        for stored in source.entries {
            try files.add(BundleSource.name(of: stored.entry), stored.bytes)
        }
        for (digest, bytes) in source.evidence { try files.add("evidence/\(digest.hex)", bytes) }
        var sets: [ContentDigest: [UInt8]] = [:]
        for (digest, text) in try source.texts() {
            try files.add("checklists/\(digest.hex).yaml", text.bytes)
            for set in text.sets { sets[ContentDigest(of: set)] = set }
        }
        for (digest, bytes) in sets { try files.add("checklists/\(digest.hex).yaml", bytes) }
        signed = try Self.addStatements(judgement, to: &files)
        if let log = source.log {
            try Self.add(log, source.entries.map { ($0.entry, $0.bytes) }, to: &files)
        }
        for entry in judgement.entries where entry.statement.body.kind == .signOff {
            let name = "attestations/\(BundleName.number(entry.sequence))"
            if let envelope = source.log?.envelopes[entry.sequence] {
                try files.add("\(name).dsse.json", envelope.bytes)
            } else {
                try files.add("\(name).intoto.json", InTotoStatement.bytes(of: entry))
            }
        }
        try files.add("report.md", MarkdownFormat().stream([judgement.report]))
        try files.add("report.json", JSONFormat().stream([judgement.report]))
        self.files = files
    }

    /// The files with those that seal them.
    static func sealed(_ files: BundleFiles) throws(BundleFailure.Cause) -> BundleFiles {
        var sealed = files
        for (name, bytes) in seals(of: files) { try sealed.add(name, bytes) }
        return sealed
    }

    /// The list of all digests, and the page that names the digest of the list, as they must be.
    static func seals(of files: BundleFiles) -> [(name: String, bytes: [UInt8])] {
        let sums = files.sums(except: [VerificationGuide.sumsName, VerificationGuide.name])
        let guide = VerificationGuide.bytes(sums: ContentDigest(of: sums), namespace: .statement)
        return [(VerificationGuide.sumsName, sums), (VerificationGuide.name, guide)]
    }

    /// What ssh-keygen and openssl verify: the statements whose signatures count by the list in force.
    private static func addStatements(
        _ judgement: BundleJudgement, to files: inout BundleFiles
    ) throws(BundleFailure.Cause) -> [Int] {
        guard let current = judgement.signers.current else { return [] }
        try files.add("allowed_signers", Array(current.text.utf8))
        try files.add("revoked_keys", Array(current.record.revoked.utf8))
        var (index, passkeys) = ("", "")
        var signed: [Int] = []
        for entry in judgement.entries {
            guard let statement = SignedStatement(entry) else { continue }
            try files.add("\(statement.name).json", entry.statement.canonicalBytes)
            try files.add("\(statement.name).sig", Array(statement.signature.utf8))
            let line = "\(BundleName.number(entry.sequence)) \(statement.principal)\n"
            if statement.isForOpenSSH { index += line } else { passkeys += line }
            signed.append(entry.sequence)
        }
        for (name, lines) in [("INDEX", index), ("PASSKEYS", passkeys)] where !lines.isEmpty {
            try files.add("statements/\(name)", Array(lines.utf8))
        }
        return signed
    }

    private static func add(
        _ log: BundleSource.Log, _ entries: [(entry: Entry, bytes: [UInt8])],
        to files: inout BundleFiles
    ) throws(BundleFailure.Cause) {
        try files.add("log.vkey", Array("\(log.key)\n".utf8))
        try files.add("checkpoint", log.checkpoint.bytes)
        for (entry, bytes) in entries {
            guard let proof = log.proofs[entry.sequence] else { continue }
            let receipt = TlogProof(extra: bytes, inclusion: proof, checkpoint: log.checkpoint)
            try files.add(
                "receipts/\(BundleName.number(entry.sequence)).tlog-proof",
                Array(receipt.text.utf8))
        }
    }
}
