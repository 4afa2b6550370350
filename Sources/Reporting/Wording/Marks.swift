package import Rollout

extension Verdict {
    /// A sign that makes the verdict visible from afar; the word always stands beside it.
    package var mark: String {
        switch self {
        case .go: return "🟢"
        case .conditional: return "🟡"
        case .noGo: return "🔴"
        }
    }
}

extension StepState {
    /// A sign that makes the state visible from afar; the word always stands beside it.
    package var mark: String {
        switch self {
        case .ready: return "✅"
        case .resting: return "☑️"
        case .waived: return "🟡"
        case .failing: return "❌"
        case .unknown: return "❓"
        case .stale: return "⌛"
        case .pending: return "⬜"
        case .blocked: return "⛔"
        case .notApplicable: return "➖"
        }
    }
}
