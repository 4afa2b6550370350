import Rollout

/// The phases beside the one that the first screen is about: a line for each, or for each verdict
/// where there is no room for that.
struct OtherPhaseItems {
    private let context: ReportContext
    private let phases: [PhaseAssessment]

    init(_ context: ReportContext) {
        self.context = context
        phases = context.assessment.phases.filter {
            $0.verdict != nil && $0.phase.id != context.focus?.phase.id
        }
    }

    var count: Int { phases.count }

    var items: [Inline] {
        phases.map { phase in
            "\(phase.phase.title) (\(about(phase))): \(context.verdict(phase.headline))"
        }
    }

    /// The worst verdict first, with every phase that has it.
    var byVerdict: [Inline] {
        let verdicts = Verdict.allCases.sorted(by: >).map(Optional.some) + [nil]
        return verdicts.compactMap { verdict in
            let own = phases.filter { $0.headline == verdict }
            guard !own.isEmpty else { return nil }
            let names = own.map { phase -> Inline in "\(phase.phase.title) (\(about(phase)))" }
            return "\(context.verdict(verdict)): \(.joined(names))"
        }
    }

    private func about(_ phase: PhaseAssessment) -> String {
        let minus = TMinus(start: phase.starts, asOf: context.asOf, zone: context.zone)
        return "\(minus.short), \(phase.phase.status.rawValue)"
    }
}
