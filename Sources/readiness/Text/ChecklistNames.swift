import Operations
import Reporting

/// The checklists that a command line names, those of folders included.
enum ChecklistNames {
    /// What the help of a command says of folders.
    static let folders =
        "A folder stands for every checklist below it, behind links and of hidden names too, but for those in .git, .readiness, .build and .imported."

    /// Tells which files of a folder are no checklists, so that none is left out unseen.
    static func expand(_ names: [String]) throws -> [String] {
        try ChecklistFolder.expand(names) { skipped in
            guard !skipped.isEmpty else { return }
            let files = Prose.list(skipped, "and", most: 5)
            Terminal.note("No checklist, for want of the key readiness: \(files).")
        }
    }
}
