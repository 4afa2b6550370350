import Foundation
import Logging
import Operations
import Reporting

/// What every route works with.
struct Desk: Sendable {
    let folder: DataFolder
    let intake: StatementIntake
    let log: ServeLog
    let rollouts: ServedRollouts
    let browser: ServeBrowser
    let tool: ReportInput.Tool
    let logger: Logger

    init(_ folder: DataFolder, _ logger: Logger) throws {
        let context = folder.context()
        self.folder = folder
        self.logger = logger
        intake = StatementIntake(
            folder.location, folder.logKey, firstList: try folder.firstList(),
            clock: DataFolder.now)
        log = ServeLog(folder.location)
        rollouts = ServedRollouts(context)
        browser = ServeBrowser(
            folder.context(recorder: IntakeRecorder(intake)), intake, rollouts)
        tool = ReportInput.Tool(name: "readiness", version: ServerVersion.text)
    }
}
