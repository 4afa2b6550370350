package import Rollout

/// Why a report cannot be compared with a moment.
package enum SinceFault: Hashable, Sendable {
    /// It is behind the instant that the report is about.
    case ahead(Instant, of: Instant)
    /// An old report was made from more entries than the ledger had.
    case moreEntries(Int, of: Int)
    /// An old report is about another checklist.
    case otherPlace(path: String, String)
    /// An old report was made from other entries than those that the ledger begins with.
    case otherLedger(path: String, LedgerExtent, String)

    var sentence: String {
        switch self {
        case .ahead(let moment, let asOf):
            "--since \(moment.rfc3339) is behind the instant of the report, \(asOf.rfc3339)."
        case .moreEntries(let count, let all):
            "The old report was made from \(count) entries, and the ledger has \(all): it is of another one."
        case .otherPlace(let path, let place):
            "\(path) is a report of \(place), which is none of the checklists that were named."
        case .otherLedger(let path, let extent, let ledger):
            "\(path) was made from another ledger than \(ledger), which does not begin with the \(extent.size) entries whose root is \(extent.root). Name the checklists of its own ledger alone, or give --since a moment."
        }
    }
}
