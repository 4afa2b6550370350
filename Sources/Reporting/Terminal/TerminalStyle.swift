import Rollout

/// The colours of a terminal, and none where colour is not wanted.
struct TerminalStyle {
    let colour: Bool

    /// The number of an ANSI colour or weight.
    enum Paint: Int {
        case bold = 1
        case faint = 2
        case red = 31
        case green = 32
        case yellow = 33
    }

    func paint(_ text: String, _ paint: Paint?) -> String {
        guard colour, let paint, !text.isEmpty else { return text }
        return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
    }

    static func paint(of verdict: Verdict?) -> Paint {
        switch verdict {
        case .go: return .green
        case .conditional: return .yellow
        case .noGo: return .red
        case nil: return .faint
        }
    }

    static func paint(of state: StepState) -> Paint {
        switch state {
        case .ready: return .green
        case .failing, .unknown: return .red
        case .resting, .waived, .stale, .pending, .blocked: return .yellow
        case .notApplicable: return .faint
        }
    }
}
