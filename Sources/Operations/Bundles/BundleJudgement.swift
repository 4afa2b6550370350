import Attestation
import ChecklistDecoding
import LedgerStorage
import Reporting
import Rollout

/// What the entries of a bundle come to, by nothing but the bundle.
struct BundleJudgement: Sendable {
    let signers: SignersHistory
    /// All of them, with how each is authenticated.
    let entries: [Entry]
    let report: ReportInput

    init(_ source: BundleSource) async throws(BundleFinding) {
        let manifest = source.manifest
        let all = source.entries.map(\.entry)
        signers = try SignersHistory(all) { file throws(BundleFinding) in
            String(decoding: try source.content(of: file), as: UTF8.self)
        }
        entries = await signers.authenticate(all)
        let loaded = try Self.checklist(source)
        let texts = try source.texts()
        let own = entries.filter { $0.statement.rollout.id == manifest.rollout.id }
        report = JudgedRollout(
            loaded: loaded, location: LedgerLocation(path: BundleManifest.name),
            signers: signers, state: LedgerState(extent: manifest.ledger), later: 0,
            isForecast: false, isTextOnRecord: true,
            assessment: loaded.checklist.assessment(of: own, asOf: manifest.asOf), missing: [],
            formerTexts: FormerTexts(in: own, for: loaded) { texts[$0.statement.checklist] }
        ).report(manifest.tool)
    }

    /// The checklist that the report is about, from its text on record.
    private static func checklist(_ source: BundleSource) throws(BundleFinding) -> LoadedChecklist {
        let manifest = source.manifest
        let name = "checklists/\(manifest.checklist.hex).yaml"
        let isOnRecord = source.entries.contains { stored in
            let statement = stored.entry.statement
            return statement.body.kind == .checklistText
                && statement.checklist == manifest.checklist
                && statement.rollout == manifest.rollout
        }
        guard isOnRecord, let text = try source.texts()[manifest.checklist] else {
            throw BundleFinding(name, .evidence, "no entry has the text that the report is about")
        }
        let outcome: DecodingOutcome
        do {
            outcome = try ChecklistDecoder.read(
                text.bytes, of: .digest(prefix: manifest.checklist.hex), with: text.sets,
                place: manifest.rollout.place,
                target: manifest.target, chosen: manifest.chosen)
        } catch {
            throw BundleFinding(BundleManifest.name, .files, "its values do not fit: \(error)")
        }
        guard case .loaded(let loaded) = outcome, let first = loaded.first, loaded.count == 1,
            first.checklist.id == manifest.rollout.id
        else {
            throw BundleFinding(name, .report, "this version of the program cannot read the text")
        }
        return first
    }
}
