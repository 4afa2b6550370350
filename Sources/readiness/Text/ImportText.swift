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
        switch announcement.kind {
        case .post(let read): show(head(read) + lines(read))
        case .page(let page): show(head(page) + PageText.lines(page))
        case .plan(let plan): PlanDraftText.text(plan)
        }
    }

    private static func show(_ lines: [String]) -> String {
        lines.map { VisibleText.line($0) + "\n" }.joined()
    }

    /// What is said first, whatever it was read from.
    private static func head(_ read: some ImportedAnnouncement) -> [String] {
        var lines = ["\(read.id)  \(read.title)"]
        let extent = read.cancellation.extent
        if let mark = extent.mark, let sentence = extent.sentence {
            lines.append("  \(mark): \(sentence).")
        }
        if let doubt = read.cancellation.doubt { lines.append("  REVIEW: \(doubt).") }
        lines += read.remarks.map { "  REVIEW: \($0)." }
        return lines + read.leftOut.sentences.map { "  LEFT OUT: \($0)." }
    }

    private static func lines(_ read: ReadAnnouncement) -> [String] {
        var lines: [String] = []
        if read.needsNoAction { lines.append("  The post says that no action is needed.") }
        for phase in read.phases { lines.append("  \(line(phase))") }
        if read.phases.isEmpty { lines.append("  No phase was read.") }
        return lines + read.tasks.map { "  to do: \($0.text)" }
    }

    static func line(_ phase: AnnouncedPhase) -> String {
        let start = phase.start.map { range($0) } ?? "to be announced"
        let end = phase.end.map { " until \(range($0))" } ?? ""
        let status = phase.status.map { ", \($0.rawValue)" } ?? ""
        let warning = phase.isInconsistent ? "; INCONSISTENT, it ends before it starts" : ""
        let putOff = phase.putOff == nil ? "" : "; PUT OFF"
        return "\(start)\(end)  \(phase.name)\(status)\(warning)\(putOff)"
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
        text += show(standing(draft.announcement))
        if draft.state == .foreign {
            text +=
                "  It was not imported, or .imported beside it was lost, and is left as it is. Restore "
                + ".imported from version control, or move the checklist away.\n"
        }
        if draft.state == .taken {
            text +=
                VisibleText.line(
                    "  The name is taken by \(draft.holder), which is left as it is. Give the file another name, or "
                        + "take another folder with --output.") + "\n"
        }
        if draft.state == .older {
            text +=
                "  A newer version of the post was imported before; the checklist is left as it is.\n"
        }
        if draft.state == .undated {
            text +=
                "  Whether it is newer than what was imported, nobody can tell, as one of the two does not say when it "
                + "was modified. The checklist is left as it is; --as-newest takes the post as the newer one.\n"
        }
        text += difference(draft.difference)
        for conflict in draft.conflicts {
            text +=
                "  Changed by people and by the post; kept as people have it (--write --settle: that is right):\n"
            text += lines("    kept     ", conflict.kept, otherwise: "(taken out)")
            text += lines(
                "    offered  ", conflict.offered, otherwise: "(nothing: the post has it no more)")
        }
        if !draft.offeredComments.isEmpty {
            text += "  Also changed in the post, in comments that people took out or rewrote:\n"
            text += lines("    offered  ", draft.offeredComments, otherwise: "")
        }
        if draft.state == .unreadable {
            text +=
                "  The checklist is wrong as it is. Nothing was compared, and it was left alone; mend it and import again:\n"
            text += draft.mistakes.map { DiagnosticText.render($0) + "\n" }.joined()
        } else if !draft.mistakes.isEmpty {
            text += "  Updated, it would be wrong. It was left as it is:\n"
            text += draft.mistakes.map { DiagnosticText.render($0) + "\n" }.joined()
        } else if !draft.difference.isEmpty {
            let way = draft.state == .undated ? "--write --as-newest" : "--write"
            text += draft.isWritten ? "  Written.\n" : "  Not written; \(way) does that.\n"
        }
        return text
    }

    /// What a person must know of an announcement, whatever became of its draft.
    private static func standing(_ read: any ImportedAnnouncement) -> [String] {
        let reach = read.cancellation
        return (reach.extent.sentence.map { ["  CANCELLED: \($0)."] } ?? [])
            + (reach.doubt.map { ["  Review: \($0)."] } ?? [])
            + read.remarks.map { "  Review: \($0)." }
            + read.leftOut.sentences.map { "  Left out: \($0)." }
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
        draft.announcement.standing.merged(with: [
            "id": .string(draft.announcement.id), "state": .string(draft.state.rawValue),
            "path": .string(draft.path), "holder": .string(draft.holder),
            "difference": .string(draft.difference),
            "conflicts": .array(
                draft.conflicts.map { conflict in
                    [
                        "kept": .array(conflict.kept.map { .string($0) }),
                        "offered": .array(conflict.offered.map { .string($0) }),
                    ]
                }), "offeredComments": .array(draft.offeredComments.map { .string($0) }),
            "mistakes": .array(draft.mistakes.map(\.json)),
            "written": .boolean(draft.isWritten),
        ])
    }
}
