import ChecklistDecoding
import LedgerStorage
import Reporting
import Rollout

/// The texts of a checklist on record, as they read for the scope that is reported.
struct FormerTexts {
    /// A text with those of the step sets that it uses.
    struct Text {
        let bytes: [UInt8]
        let sets: [[UInt8]]
    }

    /// In the order of the ledger.
    private let texts: [(entry: Entry, checklist: Checklist)]

    /// Reads them; one that cannot be shown any more is left out, and so is one that the rules of today,
    /// or the values that were chosen, do not fit.
    ///
    /// `text` gives the text that an entry recorded, nil where it cannot be shown any more.
    init(in entries: [Entry], for loaded: LoadedChecklist, text: (Entry) -> Text?) {
        let current = loaded.checklist
        let own = entries.filter {
            $0.statement.body.kind == .checklistText && $0.statement.rollout == current.rollout
        }
        texts = own.compactMap { entry in
            Self.checklist(of: entry, loaded, text).map { (entry, $0) }
        }
    }

    private static func checklist(
        of entry: Entry, _ loaded: LoadedChecklist, _ text: (Entry) -> Text?
    ) -> Checklist? {
        let current = loaded.checklist
        let digest = entry.statement.checklist
        if digest == current.digest { return current }
        guard let text = text(entry),
            let outcome = try? ChecklistDecoder.read(
                text.bytes, of: .digest(prefix: digest.hex), with: text.sets,
                place: current.rollout.place,
                target: loaded.target, chosen: loaded.chosen), case .loaded(let old) = outcome
        else { return nil }
        return old.first?.checklist
    }

    /// In the order of the ledger.
    var recorded: [RecordedText] {
        texts.map { RecordedText($0.checklist, at: $0.entry.recordedAt) }
    }

    /// By their digests.
    var checklists: [ContentDigest: Checklist] {
        Dictionary(texts.map { ($0.checklist.digest, $0.checklist) }) { first, _ in first }
    }

    /// Where a text put a phase at another time than the text before it, in the order of the ledger.
    var movedDates: [ReportInput.MovedDate] {
        var found: [ReportInput.MovedDate] = []
        var before: [PhaseID: CalendarRange]?
        for (entry, checklist) in texts {
            for phase in checklist.timeline {
                guard let from = before?[phase.id], from != phase.starts else { continue }
                found.append(
                    ReportInput.MovedDate(
                        phase: phase.id, from: from, to: phase.starts, entry: entry.sequence,
                        at: entry.recordedAt))
            }
            before = Dictionary(checklist.timeline.map { ($0.id, $0.starts) }) { first, _ in first }
        }
        return found
    }
}
