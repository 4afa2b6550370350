import Foundation
import LedgerStorage

/// Finds the ledger that belongs to a checklist.
enum LedgerLocation {
    /// The ledger that the operator named, else the one of the checklist.
    static func ledger(_ options: LedgerOptions, for path: String?) -> any Ledger {
        let path = self.path(options, for: path)
        return LedgerFormat(path: path).ledger(at: path)
    }

    /// The path of that ledger.
    static func path(_ options: LedgerOptions, for path: String?) -> String {
        if let named = options.path ?? Machine.variable("READINESS_LEDGER") { return named }
        return "\(home(of: path))/.readiness/ledger.sqlite"
    }

    /// Tells that there is no ledger where the operator says, which may be a slip of the pen.
    ///
    /// At its usual place there is none until something is recorded, which is nothing to tell.
    static func noteWhereMissing(_ path: String, _ options: LedgerOptions) {
        let isNamed = options.path != nil || Machine.variable("READINESS_LEDGER") != nil
        guard isNamed, LedgerFormat(path: path) == .sqlite,
            !FileManager.default.fileExists(atPath: path)
        else { return }
        Terminal.note("There is no ledger at \(path) yet, so that nothing is on record.")
    }

    /// The nearest folder above the checklist that has a `checklists` folder, else the
    /// checklist's own.
    private static func home(of path: String?) -> String {
        let start = URL(
            fileURLWithPath: path.map { ($0 as NSString).deletingLastPathComponent } ?? "."
        )
        .standardizedFileURL
        var folder = start
        while true {
            var isFolder: ObjCBool = false
            let checklists = folder.appendingPathComponent("checklists").path
            if FileManager.default.fileExists(atPath: checklists, isDirectory: &isFolder),
                isFolder.boolValue
            {
                return folder.path
            }
            let parent = folder.deletingLastPathComponent()
            if parent.path == folder.path { return start.path }
            folder = parent
        }
    }
}
