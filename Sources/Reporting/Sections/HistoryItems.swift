import Rollout

/// What changed since an earlier moment, and what went wrong on the way, on a few lines.
enum HistoryItems {
    static func items(_ context: ReportContext) -> [Inline] {
        [changes(context, isQuiet: false), setbacks(context), finishedLate(context)].filter {
            !$0.isEmpty
        }
    }

    /// What stands otherwise than then; where it is quiet, nothing where nothing does.
    static func changes(_ context: ReportContext, isQuiet: Bool) -> Inline {
        guard
            let changes = Changes(
                context.assessment, context.focus, since: context.selection.since,
                texts: context.report.formerTexts)
        else { return "" }
        if isQuiet, changes.isEmpty { return "" }
        let moment: Inline =
            changes.decision.map {
                "the decision of \(context.clock($0.entry.recordedAt))"
            } ?? context.clock(changes.from)
        let head: Inline = "\(strong: "Since \(moment):")"
        guard changes.entries > 0 || !changes.isEmpty else { return "\(head) nothing new." }
        let entries: Inline = "\(Prose.count(changes.entries, "entry", "entries"))"
        guard !changes.isEmpty else { return "\(head) \(entries), nothing stands otherwise." }
        var parts: [Inline] = []
        if changes.verdictThen != changes.verdictNow {
            parts.append(
                "\(PhaseWording.word(changes.verdictThen)) became \(PhaseWording.word(changes.verdictNow))"
            )
        }
        func add(_ words: Inline, _ places: [Int]) {
            if !places.isEmpty {
                parts.append("\(words) \(context.steps(places, most: 4))")
            }
        }
        add("ready now:", changes.ready)
        add("no longer ready:", changes.lost)
        add("in another state:", changes.moved)
        add("new in the text:", changes.added)
        if !changes.removed.isEmpty {
            let removed = Inline.list(changes.removed.map { "\(code: $0.text)" }, "and", most: 4)
            parts.append("no longer in the text: \(removed)")
        }
        let text: Inline =
            changes.text == .unreadable
            ? "; then as the text of now has it, for the text of then cannot be read" : ""
        let all: Inline =
            parts.isEmpty ? "nothing stands otherwise" : .joined(parts, separator: "; ")
        return "\(head) \(all) (\(entries)\(text))."
    }

    private static func setbacks(_ context: ReportContext) -> Inline {
        let all = context.setbacks
        guard !all.isEmpty else { return "" }
        // The newest are the ones that a reader asks about.
        let shown = all.suffix(FirstScreen.mostEvents).reversed().map {
            SetbackWording.brief($0, context)
        }
        let rest = all.count - shown.count
        let more: Inline =
            rest > 0 ? "; \(rest) more in the section Exceptions of the report for the board" : ""
        return
            "\(strong: "Went wrong on the way, and is over:") \(.joined(shown, separator: "; "))\(more)."
    }

    private static func finishedLate(_ context: ReportContext) -> Inline {
        let places = context.facts.finishedLate
        return places.isEmpty
            ? "" : "\(strong: "Finished late:") \(context.steps(places, most: 6))."
    }
}
