/// Whether a phase may go ahead, as computed from the evidence; worse is greater.
package enum Verdict: String, Hashable, Sendable, CaseIterable, Comparable {
    case go = "GO"
    case conditional = "CONDITIONAL"
    case noGo = "NO-GO"

    package static func < (left: Verdict, right: Verdict) -> Bool {
        left.severity < right.severity
    }

    private var severity: Int {
        switch self {
        case .go: return 0
        case .conditional: return 1
        case .noGo: return 2
        }
    }
}
