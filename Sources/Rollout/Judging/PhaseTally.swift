/// The steps of a verdict, counted by what they weigh.
struct PhaseTally: Hashable {
    /// What one step weighs.
    enum Weight: Hashable, CaseIterable {
        /// A blocking step that is ready.
        case clear
        /// A blocking step that is waived or rests on a waiver.
        case condition
        /// A blocking step that is neither.
        case open
        case advisoryClear
        case advisoryOpen

        /// Nil for a step that does not apply.
        init?(level: Step.Level, status: StepStatus, isTainted: Bool) {
            switch (level, status) {
            case (_, .notApplicable): return nil
            case (.blocking, .ready): self = isTainted ? .condition : .clear
            case (.blocking, .waived): self = .condition
            case (.blocking, _): self = .open
            case (.advisory, .ready): self = .advisoryClear
            case (.advisory, _): self = .advisoryOpen
            }
        }
    }

    private var counts: [Weight: Int] = [:]

    mutating func add(_ weight: Weight) { counts[weight, default: 0] += 1 }

    mutating func remove(_ weight: Weight) { counts[weight, default: 0] -= 1 }

    private func has(_ weight: Weight) -> Bool { counts[weight, default: 0] > 0 }

    /// No blocking step applies, so that nothing shows readiness.
    var isEmpty: Bool { !has(.clear) && !has(.condition) && !has(.open) }

    var verdict: Verdict {
        if isEmpty || has(.open) { return .noGo }
        return has(.condition) || has(.advisoryOpen) ? .conditional : .go
    }
}
