import CanonicalJSON
import Characters
import Importing
import LocatedYAML
import Operations
import Reporting

/// What an import came to, for people and for programs.
enum ImportText {
    /// What was read in an announcement.
    static func text(_ announcement: any ImportedAnnouncement) -> String {
        if let page = announcement as? PageAnnouncement { return PageText.text(page) }
        if let plan = announcement as? PlanDraft { return PlanDraftText.text(plan) }
        guard let read = announcement as? ReadAnnouncement else { return "" }
        var lines = ["\(read.post.id)  \(read.post.title)"]
        if let reach = read.cancellation.summary {
            lines.append(
                reach.isEmpty
                    ? "  CANCELLED: the publisher does not proceed."
                    : "  CANCELLED FOR \(reach): the publisher does not proceed for them.")
        }
        lines += read.leftOut.sentences.map { "  LEFT OUT: \($0)." }
        if read.needsNoAction { lines.append("  The post says that no action is needed.") }
        for phase in read.phases { lines.append("  \(line(phase))") }
        if read.phases.isEmpty { lines.append("  No phase was read.") }
        lines += read.tasks.map { "  to do: \($0.text)" }
        return lines.map { VisibleText.line($0) + "\n" }.joined()
    }

    static func line(_ phase: AnnouncedPhase) -> String {
        let start = phase.start.map { range($0) } ?? "to be announced"
        let end = phase.end.map { " until \(range($0))" } ?? ""
        let status = phase.status.map { ", \($0.rawValue)" } ?? ""
        let warning = phase.isInconsistent ? "; INCONSISTENT, it ends before it starts" : ""
        return "\(start)\(end)  \(phase.name)\(status)\(warning)"
    }

    private static func range(_ date: AnnouncedDate) -> String {
        guard let days = date.days else {
            return
                "\"\(date.phrase)\", which \(date.isUnclear ? "may mean several days" : "is no date")"
        }
        return days.earliest == days.latest
            ? "\(days.earliest)" : "\(days.earliest) to \(days.latest)"
    }

    /// What became of a post.
    static func text(_ draft: ImportedDraft, writes: Bool) -> String {
        var text =
            VisibleText.line(
                "\(draft.state.rawValue)  \(draft.path)  \(draft.announcement.title)") + "\n"
        if let reach = draft.announcement.cancellation.summary {
            let whom = reach.isEmpty ? "" : " for \(reach)"
            text +=
                VisibleText.line("  The publisher does not proceed with this change\(whom).") + "\n"
        }
        if let read = draft.announcement as? ReadAnnouncement {
            text += read.leftOut.sentences.map { "  Left out: \($0).\n" }.joined()
        }
        if draft.state == .foreign {
            text +=
                "  It was not imported, or .imported beside it was lost, and is left as it is. Restore "
                + ".imported from version control, or move the checklist away.\n"
        }
        if draft.state == .older {
            text +=
                "  A newer version of the post was imported before; the checklist is left as it is.\n"
        }
        text += difference(draft.difference)
        for conflict in draft.conflicts {
            text +=
                "  Changed by people and by the post; kept as people have it (--write --settle: that is right):\n"
            text += lines("    kept     ", conflict.kept, otherwise: "(taken out)")
            text += lines(
                "    offered  ", conflict.offered, otherwise: "(nothing: the post has it no more)")
        }
        if !draft.leftOut.isEmpty {
            text += "  Also changed in the post, in comments that people took out or rewrote:\n"
            text += lines("    offered  ", draft.leftOut, otherwise: "")
        }
        if draft.state == .unreadable {
            text +=
                "  The checklist is wrong as it is. Nothing was compared, and it was left alone; mend it and import again:\n"
            text += draft.mistakes.map { DiagnosticText.render($0) + "\n" }.joined()
        } else if !draft.mistakes.isEmpty {
            text += "  Updated, it would be wrong. It was left as it is:\n"
            text += draft.mistakes.map { DiagnosticText.render($0) + "\n" }.joined()
        } else if !draft.difference.isEmpty {
            text += draft.isWritten ? "  Written.\n" : "  Not written; --write does that.\n"
        }
        return text
    }

    private static func lines(_ margin: String, _ lines: [String], otherwise: String) -> String {
        (lines.isEmpty ? [otherwise] : lines).map { VisibleText.line(margin + $0) + "\n" }.joined()
    }

    static func difference(_ text: String) -> String {
        text.utf8.split(separator: 10).map {
            VisibleText.line(String(decoding: $0, as: UTF8.self)) + "\n"
        }.joined()
    }

    static func json(_ draft: ImportedDraft) -> JSONValue {
        [
            "id": .string(draft.announcement.id), "state": .string(draft.state.rawValue),
            "path": .string(draft.path),
            "cancelled": .boolean(draft.announcement.isCancelled),
            "cancelledFor": .array(
                draft.announcement.cancellation.names.map { .string($0) }),
            "difference": .string(draft.difference),
            "conflicts": .array(
                draft.conflicts.map { conflict in
                    [
                        "kept": .array(conflict.kept.map { .string($0) }),
                        "offered": .array(conflict.offered.map { .string($0) }),
                    ]
                }), "leftOut": .array(draft.leftOut.map { .string($0) }),
            "mistakes": .array(draft.mistakes.map(\.json)),
            "written": .boolean(draft.isWritten),
        ]
    }
}
