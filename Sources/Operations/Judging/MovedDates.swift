import ChecklistDecoding
import LedgerStorage
import Reporting
import Rollout

/// Finds where a text on record put a phase at another time than the text before it.
enum MovedDates {
    /// A text with those of the step sets that it uses.
    struct Text {
        let bytes: [UInt8]
        let sets: [[UInt8]]
    }

    /// In the order of the ledger; `text` gives the text that an entry recorded, nil where it cannot
    /// be shown any more.
    static func all(
        in entries: [Entry], for loaded: LoadedChecklist, text: (Entry) -> Text?
    ) -> [ReportInput.MovedDate] {
        let current = loaded.checklist
        let own = entries.filter {
            $0.statement.body.kind == .checklistText && $0.statement.rollout == current.rollout
        }
        guard own.count > 1 else { return [] }
        var found: [ReportInput.MovedDate] = []
        var before: [PhaseID: CalendarRange]?
        for entry in own {
            guard let timeline = timeline(of: entry, loaded, text) else { continue }
            for phase in timeline {
                guard let from = before?[phase.id], from != phase.starts else { continue }
                found.append(
                    ReportInput.MovedDate(
                        phase: phase.id, from: from, to: phase.starts, entry: entry.sequence,
                        at: entry.recordedAt))
            }
            before = Dictionary(timeline.map { ($0.id, $0.starts) }) { first, _ in first }
        }
        return found
    }

    /// Nil where the rules of today, or the values that were chosen, do not fit the text of then.
    private static func timeline(
        of entry: Entry, _ loaded: LoadedChecklist, _ text: (Entry) -> Text?
    ) -> [Phase]? {
        let current = loaded.checklist
        let digest = entry.statement.checklist
        if digest == current.digest { return current.timeline }
        guard let text = text(entry),
            let outcome = try? ChecklistDecoder.read(
                text.bytes, of: .digest(prefix: digest.hex), with: text.sets,
                place: current.rollout.place,
                target: loaded.target, chosen: loaded.chosen), case .loaded(let old) = outcome
        else { return nil }
        return old.first?.checklist.timeline
    }
}
