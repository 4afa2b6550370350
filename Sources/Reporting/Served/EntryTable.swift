import Rollout

/// Entries of a ledger, the newest first, as pages of a server list them.
enum EntryTable {
    /// Adds the table; the moments are by the clocks of a zone, which the column names.
    static func write(_ entries: [Entry], in zone: Zone, to document: inout Document) {
        document.table(
            ["Entry", "Recorded (\(zone.name))", "By", "About", "What"],
            rows: entries.reversed().map { entry in
                let statement = entry.statement
                return [
                    "\("\(entry.sequence)" as Inline, file: "/log/\(entry.sequence)")",
                    "\(LocalTime.clock(entry.recordedAt, in: zone))",
                    author(entry),
                    about(statement),
                    "\(StatementWording.words(statement, zone))",
                ]
            })
    }

    static func author(_ entry: Entry) -> Inline {
        let member: Inline =
            entry.statement.onBehalfOf.map { " in place of \(code: $0.text)" } ?? ""
        let word: Inline = AuthenticationWording.unproved(entry).map { " (\($0))" } ?? ""
        return "\(code: entry.statement.principal.text)\(member)\(word)"
    }

    static func about(_ statement: Statement) -> Inline {
        // What is about no rollout has a name that no checklist can have.
        guard !statement.rollout.id.hasPrefix(".") else { return "the ledger itself" }
        let target: Inline = statement.scope.target.map { ", \($0.text)" } ?? ""
        return "\(statement.rollout.id)\(target)"
    }
}
