package import Rollout

/// How much of a ledger was judged, and what was seen in it besides the rollout, in words.
package enum LedgerWording {
    /// The checkpoint behind a report, in formats that have no members for it.
    package static func sentence(_ extent: LedgerExtent) -> String {
        let entries =
            switch extent.size {
            case 0: "no entries"
            case 1: "the first entry"
            default: "the first \(extent.size) entries"
            }
        return "Judged by \(entries) of the ledger, with the root \(extent.root)."
    }

    package static func sentence(_ warning: LedgerWarning) -> String {
        switch warning.kind {
        case .damage:
            guard let entry = warning.entry else {
                return "The ledger is damaged: \(warning.detail)."
            }
            return
                "Entry \(entry) of the ledger, which was not part of this judgement, is damaged: "
                + "\(warning.detail)."
        case .unverifiedCopy:
            return "This is judged from an unverified copy: a text file does not show by itself "
                + "whether entries were changed or left out."
        case .content:
            let subject = warning.entry.map { "Entry \($0)" } ?? "The ledger"
            return "\(subject) rests on a file that cannot be shown any more: \(warning.detail)."
        case .otherTexts:
            return "This is judged by the text of the checklist that somebody signed on last, and "
                + "people signed on other texts of it: \(warning.detail)."
        }
    }
}
