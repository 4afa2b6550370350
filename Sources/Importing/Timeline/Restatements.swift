/// Leaves out sentences that say again what a line says.
enum Restatements {
    static func dropped(from phases: [DraftPhase]) -> [DraftPhase] {
        phases.enumerated().filter { place, phase in
            guard phase.label.isEmpty, !phase.isAudience, !phase.edges.isEmpty else { return true }
            let days = phase.edges.map(\.days)
            return !phases.enumerated().contains { other, candidate in
                guard other != place, !candidate.label.isEmpty || other < place else {
                    return false
                }
                let known = candidate.edges.map(\.days)
                return days.allSatisfy { $0 != nil && known.contains($0) }
            }
        }.map(\.element)
    }
}
