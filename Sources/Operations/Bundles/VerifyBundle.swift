package import Attestation
import Files
import LedgerStorage
package import Reporting
package import Rollout

/// Verifies a bundle by nothing but itself, and by keys that the verifier brings.
package struct VerifyBundle: Sendable {
    private let log: NoteKey?
    private let signers: (path: String, list: AllowedSigners)?

    /// Takes the key of the log, as its owner made it known, and the path of a list of signers as
    /// ssh-keygen takes it; nil takes what the bundle has.
    package init(log: NoteKey? = nil, signers path: String? = nil) throws(OperationFailure) {
        self.log = log
        guard let path else {
            signers = nil
            return
        }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: path).bytes(limit: 1 << 20)
        } catch {
            throw .file(.signers, path: path, error)
        }
        let list = AllowedSigners(bytes, zone: .utc)
        guard list.mistakes.isEmpty else { throw .signerList(path: path, list.mistakes) }
        signers = (path, list)
    }

    /// What verifying came to.
    package struct Outcome: Sendable {
        /// Nil where the entries cannot be judged, which a finding says.
        package let report: ReportInput?
        /// All entries, with how each is authenticated by the bundle's own list.
        package let entries: [Entry]
        package let ledger: LedgerExtent
        /// The key by which the log's signature holds; nil where there is no log, or it does not.
        package let log: NoteKey?
        package let isLogBrought: Bool
        package let areSignersBrought: Bool
        package let findings: [BundleFinding]
    }

    /// Reads the folder, or the archive, at a path.
    package func callAsFunction(_ path: String) async throws -> Outcome {
        do {
            return try await verify(BundlePlace(path).read())
        } catch let cause as BundleFailure.Cause {
            throw OperationFailure.bundle(BundleFailure(path, cause))
        }
    }

    func verify(_ files: BundleFiles) async throws -> Outcome {
        guard let manifest = files[BundleManifest.name].flatMap({ BundleManifest($0) }) else {
            throw BundleFailure.Cause.noManifest
        }
        var reader = BundleReader(files, manifest)
        let source = reader.source()
        var findings = reader.findings
        for (name, bytes) in BundleComposition.seals(of: files) where files[name] != bytes {
            findings.append(
                BundleFinding(
                    name, .sums,
                    files[name] == nil ? "it is not here" : "it is not the one of these files"))
        }
        let key = find(source, &findings)
        var judgement: BundleJudgement?
        do {
            let composed = try await BundleComposition(source)
            judgement = composed.judgement
            findings += Self.differences(files, composed.files, besides: findings)
            find(composed.judgement, &findings)
        } catch let finding as BundleFinding {
            findings.append(finding)
        }
        return Outcome(
            report: judgement?.report, entries: judgement?.entries ?? source.entries.map(\.entry),
            ledger: manifest.ledger, log: key, isLogBrought: log != nil,
            areSignersBrought: signers != nil, findings: findings)
    }

    /// What is not as the entries make it, but for files that are complained of already.
    private static func differences(
        _ files: BundleFiles, _ composed: BundleFiles, besides findings: [BundleFinding]
    ) -> [BundleFinding] {
        let known = Set(findings.map(\.file))
        let seals = Set(BundleComposition.seals(of: files).map(\.name))
        return Set(files.names).union(composed.names).subtracting(known).subtracting(seals).sorted()
            .compactMap { name in
                switch (files[name], composed[name]) {
                case (nil, _?):
                    BundleFinding(name, BundleFinding.Rule(file: name), "it is not here")
                case (_?, nil): BundleFinding(name, .files, "nothing asks for it")
                case (let here, let made) where here != made:
                    BundleFinding(
                        name, BundleFinding.Rule(file: name),
                        "it is not what the entries make of it")
                default: nil
                }
            }
    }

    /// Holds the entries against the log, and returns the key by which its signature holds.
    private func find(_ source: BundleSource, _ findings: inout [BundleFinding]) -> NoteKey? {
        guard let held = source.log else {
            if let log {
                findings.append(BundleFinding("checkpoint", .log, "there is none by \(log.name)"))
            }
            return nil
        }
        let key = log ?? held.key
        if held.key != key {
            findings.append(BundleFinding("log.vkey", .log, "it is not the key that you brought"))
        }
        let extent: LedgerExtent
        do throws(NoteError) {
            extent = try held.checkpoint.checkpoint(of: key).extent
        } catch {
            findings.append(BundleFinding("checkpoint", .log, "\(error)"))
            return nil
        }
        if extent != source.manifest.ledger {
            findings.append(
                BundleFinding("checkpoint", .log, "it is not one of the ledger in bundle.json"))
        }
        for stored in source.entries {
            let entry = stored.entry
            guard let proof = held.proofs[entry.sequence] else { continue }
            if proof.index != entry.sequence - 1 || !proof.proves(entry.digest, in: extent) {
                findings.append(
                    BundleFinding(
                        BundleSource.name(of: entry), .log,
                        "its receipt does not lead to the signed root"))
            }
            guard let envelope = held.envelopes[entry.sequence] else { continue }
            let name = "attestations/\(BundleName.number(entry.sequence)).dsse.json"
            if envelope.payload != InTotoStatement.bytes(of: entry) {
                findings.append(BundleFinding(name, .attestation, "it says something else"))
            } else if !envelope.isSigned(by: key) {
                findings.append(BundleFinding(name, .attestation, "the log's key did not sign it"))
            }
        }
        return key
    }

    /// Holds the signatures that count against the list that the verifier brought.
    private func find(_ judgement: BundleJudgement, _ findings: inout [BundleFinding]) {
        guard let signers else { return }
        // The list says who has which key; on which pages people sign, the owner said on record.
        let verifier = SignatureVerifier(
            allowed: signers.list, origins: judgement.signers.current?.record.origins ?? [])
        for entry in judgement.entries {
            guard case .key = entry.authentication, let signature = entry.signature else {
                continue
            }
            let verdict = verifier.verify(
                signature.utf8, over: entry.statement.canonicalBytes, by: entry.statement.principal,
                for: .statement, at: entry.recordedAt)
            guard case .failure(let fault) = verdict else { continue }
            findings.append(
                BundleFinding(
                    BundleSource.name(of: entry), .signers,
                    "\(SignatureWording.sentence(fault, in: .utc)) (\(signers.path))"))
        }
    }
}
