import CanonicalJSON
import Characters
import Importing
import Operations
import Reporting
import Rollout

/// A list of announcements, for people and for programs.
enum TriageText {
    private static let head = [
        "Act by", "Post", "Severity", "Major", "Service", "Title", "Checklist", "Decision",
    ]

    private static func cells(_ row: TriagePosts.Row) -> [String] {
        let post = row.read.post
        return [
            row.read.dateToAct.map { "\($0)" } ?? "", post.id, post.severity,
            post.isMajorChange.map { $0 ? "major" : "" } ?? "not said",
            post.services.joined(separator: ", "),
            title(row.read), row.checklist ?? "",
            row.decision.map(decision) ?? "",
        ].map(VisibleText.line)
    }

    /// The title, and of whom it says that the change does not come.
    private static func title(_ read: ReadAnnouncement) -> String {
        read.cancellation.extent.mark.map { "\($0): \(read.post.title)" } ?? read.post.title
    }

    private static func decision(_ decided: TriagePosts.Decided) -> String {
        let changed = decided.isOutdated ? " (the post changed since)" : ""
        let mark = AuthenticationWording.mark(decided.entry)
        return "\(decided.triage.choice.rawValue) by \(decided.principal)\(mark): "
            + "\(decided.triage.reason)\(changed)"
    }

    static func text(_ rows: [TriagePosts.Row]) -> String {
        guard !rows.isEmpty else { return "No post fits.\n" }
        return rows.map { row in
            let cells = cells(row)
            let day = DisplayWidth.fit(cells[0].isEmpty ? "-" : cells[0], to: 10)
            let major = cells[3] == "not said" ? "" : cells[3]
            let flags = [cells[2] == "normal" ? "" : cells[2], major].filter { !$0.isEmpty }
            let remarks = [cells[6].isEmpty ? "" : "checklist \(cells[6])", cells[7]]
                .filter { !$0.isEmpty }
            let first =
                "\(day)  \(DisplayWidth.fit(cells[1], to: 10))  \(cells[5])"
                + (flags.isEmpty ? "" : " [\(flags.joined(separator: ", "))]")
            return ([first, "            \(cells[4])"] + remarks.map { "            \($0)" })
                .map { $0 + "\n" }.joined()
        }.joined()
    }

    static func csv(_ rows: [TriagePosts.Row]) -> String {
        ([head] + rows.map(cells)).map(CSVCell.row).joined()
    }

    static func markdown(_ rows: [TriagePosts.Row]) -> String {
        func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
        return line(head) + line(head.map { _ in "---" })
            + rows.map { line(cells($0).map { MarkdownEscaping.cell(MarkdownEscaping.text($0)) }) }
            .joined()
    }

    static func json(_ rows: [TriagePosts.Row]) -> String {
        let values = rows.map { row -> JSONValue in
            let post = row.read.post
            return row.read.standing.merged(with: [
                "id": .string(post.id), "title": .string(post.title),
                "dateToAct": row.read.dateToAct.map { .string("\($0)") } ?? .null,
                "severity": .string(post.severity),
                "majorChange": post.isMajorChange.map { .boolean($0) } ?? .null,
                "services": .array(post.services.map { .string($0) }),
                "audiences": .array(row.read.audiences.map { .string($0.rawValue) }),
                "checklist": row.checklist.map { .string($0) } ?? .null,
                "decision": row.decision.map { decided in
                    [
                        "choice": .string(decided.triage.choice.rawValue),
                        "reason": .string(decided.triage.reason),
                        "principal": .string(decided.principal.text),
                        "authentication": .string(
                            AuthenticationWording.word(decided.entry.authentication)),
                        "recordedAt": .string(decided.entry.recordedAt.rfc3339),
                        "entry": .integer(Int64(decided.entry.sequence)),
                        "isOutdated": .boolean(decided.isOutdated),
                    ]
                } ?? .null,
            ])
        }
        return JSONValue.object(["posts": .array(values)]).prettyText + "\n"
    }

    /// The entry that keeps a decision.
    static func recorded(_ entry: Entry) -> String {
        guard case .triage(let triage) = entry.statement.body else { return "" }
        return VisibleText.line(
            "\(triage.choice.rawValue): \(triage.announcement) by \(entry.statement.principal), "
                + "\(AuthenticationWording.detail(entry.authentication)) (entry \(entry.sequence), "
                + "\(entry.digest.short))") + "\n"
    }
}
