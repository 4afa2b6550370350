import Foundation
import LedgerStorage
import Logging
import Operations
import Reporting

/// What every route works with.
struct Desk: Sendable {
    let folder: DataFolder
    let ledger: any ServedLedger
    let intake: StatementIntake
    let log: ServeLog
    let rollouts: ServedRollouts
    let entries: ServeEntries
    let texts: ServeTexts
    let witnesses: Witnesses
    let events: EventSeats
    let browser: ServeBrowser
    let pages = RecentPages()
    let tool: ReportInput.Tool
    let logger: Logger
    let limits: LimitOptions
    let quota: EvidenceQuota
    let metrics = Metrics()
    let verdicts: VerdictCount
    let health: LedgerHealth

    /// A page by its name, made now or a moment ago over what the ledger has now; nil where there is none.
    func page(
        _ name: String, _ make: @escaping @Sendable () async throws -> RecentPages.Page?
    ) async throws -> RecentPages.Page? {
        try await pages.page(name, try await ledger.extent(), make)
    }

    init(
        _ folder: DataFolder, _ limits: LimitOptions, _ logger: Logger, witnesses: [Witness] = []
    ) throws {
        let context = folder.context()
        self.folder = folder
        self.logger = logger
        intake = StatementIntake(
            folder.location, folder.logKey, firstList: try folder.firstList(),
            clock: DataFolder.now)
        log = ServeLog(folder.location, folder.logKey)
        rollouts = ServedRollouts(context)
        entries = ServeEntries(folder.location)
        texts = ServeTexts(folder.location)
        self.witnesses = Witnesses(witnesses, of: folder.location, folder.logKey, context)
        events = EventSeats()
        browser = ServeBrowser(
            folder.context(recorder: IntakeRecorder(intake)), intake, rollouts)
        ledger = folder.location.servedLedger()
        tool = ReportInput.Tool(name: "readiness", version: ServerVersion.text)
        self.limits = limits
        quota = EvidenceQuota(
            perDay: limits.evidencePerDay << 20, whole: limits.evidenceLimit << 20)
        verdicts = VerdictCount(rollouts, tool)
        health = LedgerHealth(folder)
    }
}
