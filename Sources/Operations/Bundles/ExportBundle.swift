import Attestation
package import ChecklistDecoding
import LedgerStorage
import Reporting
package import Rollout
import Synchronization

/// Writes all that is on record about a rollout so that a stranger can verify it.
package struct ExportBundle: Sendable {
    private let principal: Principal
    private let place: LogKeyPlace
    private let context: OperationContext

    /// - Parameters:
    ///   - principal: Who records the text of the checklist, where it is not on record yet.
    ///   - place: Where the private key of the log is.
    ///   - context: The world around.
    package init(by principal: Principal, _ place: LogKeyPlace, _ context: OperationContext) {
        self.principal = principal
        self.place = place
        self.context = context
    }

    /// What a bundle that was written holds.
    package struct Outcome: Sendable {
        /// Of the rollout, and the lists of signers.
        package let entries: Int
        /// Those whose signature is verified by ssh-keygen alone.
        package let signed: Int
        package let ledger: LedgerExtent
        /// The name of the log; nil where the ledger has none.
        package let log: String?
        /// The log's key is not here, so that attestations have no envelope.
        package let lacksEnvelopes: Bool
    }

    /// Writes a folder, or an archive where the name ends in `.tar`; nothing may stand there yet.
    ///
    /// The report is as of now, and where the ledger has a log, over what the log signed.
    package func callAsFunction(
        _ loaded: LoadedChecklist, to path: String
    ) async throws -> Outcome {
        do {
            let bundle = BundlePlace(path)
            try bundle.requireFree()
            try await RecordTexts(by: principal, context)([loaded])
            let source = try await source(loaded)
            let composed = try await composed(source, loaded)
            let files = try BundleComposition.sealed(composed.files)
            let verified = try await VerifyBundle().verify(files)
            if let finding = verified.findings.first {
                throw BundleFailure.Cause.contradiction(finding)
            }
            try bundle.write(files, last: VerificationGuide.name)
            return Outcome(
                entries: source.entries.count, signed: composed.signed.count,
                ledger: source.manifest.ledger, log: source.log?.key.name,
                lacksEnvelopes: files.names.contains { $0.hasSuffix(".intoto.json") })
        } catch let cause as BundleFailure.Cause {
            throw OperationFailure.bundle(BundleFailure(path, cause))
        } catch let finding as BundleFinding {
            throw OperationFailure.bundle(BundleFailure(path, .contradiction(finding)))
        }
    }

    private func composed(
        _ source: BundleSource, _ loaded: LoadedChecklist
    ) async throws -> BundleComposition {
        let isThere = source.entries.contains {
            $0.entry.statement.body.kind == .checklistText
                && $0.entry.statement.checklist == loaded.checklist.digest
        }
        guard isThere else {
            throw BundleFailure.Cause.textNotSigned(context.location(for: loaded.source.path))
        }
        return try await BundleComposition(source)
    }

    private func source(_ loaded: LoadedChecklist) async throws -> BundleSource {
        let location = context.location(for: loaded.source.path)
        let current = try await CurrentCheckpoint(location, place)()
        let point = JudgementPoint(entries: current?.checkpoint.extent.size)
        let judged = try await JudgeRollouts(context, at: point).judge(loaded)
        let report = judged.report(ReportInput.Tool(context))
        guard report.ledgerWarnings.isEmpty else {
            throw BundleFailure.Cause.damagedLedger(
                location, report.ledgerWarnings.map { LedgerWording.sentence($0) })
        }
        let extent = judged.state.extent
        var entries = try await Self.entries(of: loaded.checklist.id, extent, location)
        // Also where nothing is signed: the list says which names are one person.
        entries += try await Self.entries(of: SignersRecord.rollout.id, extent, location)
        entries.sort { $0.entry.sequence < $1.entry.sequence }
        return BundleSource(
            manifest: BundleManifest(
                rollout: loaded.checklist.rollout, checklist: loaded.checklist.digest,
                target: loaded.target, chosen: loaded.chosen, asOf: judged.assessment.asOf,
                ledger: extent, tool: report.tool, rules: report.rules),
            entries: entries, evidence: try Self.evidence(of: entries, location),
            log: try await log(current, entries, location))
    }

    private static func entries(
        of rollout: String, _ extent: LedgerExtent, _ location: LedgerLocation
    ) async throws -> [StoredEntry] {
        let found = Mutex<[StoredEntry]>([])
        let ledger = location.ledger()
        _ = try await ledger.entries(of: rollout, asOf: .entries(extent.size)) { stored in
            found.withLock { $0.append(stored) }
        }
        try await ledger.close()
        return found.withLock { $0 }
    }

    private static func evidence(
        of entries: [StoredEntry], _ location: LedgerLocation
    ) throws -> [ContentDigest: [UInt8]] {
        var evidence: [ContentDigest: [UInt8]] = [:]
        var size = 0
        for (file, _) in entries.flatMap({ $0.entry.statement.keptFiles })
        where evidence[file.digest] == nil {
            size += file.size
            guard size <= BundleFiles.mostBytes else {
                throw BundleFailure.Cause.tooLarge(most: BundleFiles.mostBytes)
            }
            evidence[file.digest] = try location.content.bytes(of: file)
        }
        return evidence
    }

    /// The proofs of all entries, and the log's own signature over each sign-off where its key is here.
    private func log(
        _ current: LogCheckpoint?, _ entries: [StoredEntry], _ location: LedgerLocation
    ) async throws -> BundleSource.Log? {
        guard let current else { return nil }
        let size = current.checkpoint.extent.size
        let numbers = entries.map(\.entry.sequence)
        let ledger = location.ledger()
        let proofs = try await ledger.hashes { hashes in
            try numbers.map { ($0, try hashes.inclusion(of: $0 - 1, in: size)) }
        }
        try await ledger.close()
        var envelopes: [Int: DSSEEnvelope] = [:]
        if let key = try SignCheckpoint(location, place).logKey(of: current.log) {
            for stored in entries where stored.entry.statement.body.kind == .signOff {
                envelopes[stored.entry.sequence] = try key.envelope(
                    InTotoStatement.bytes(of: stored.entry))
            }
        }
        return BundleSource.Log(
            key: current.log, checkpoint: current.note,
            proofs: Dictionary(uniqueKeysWithValues: proofs), envelopes: envelopes)
    }
}
