import Fields
import LocatedYAML
import Rollout

/// Looks for steps that cannot be ready in time, or that nobody waits for.
struct UntimelySteps {
    let steps: [DecodedStep]
    let checklist: Checklist

    func warn(_ reader: MappingReader) {
        let points = Dictionary(
            checklist.steps.map { ($0.id, checklist.point(of: $0.due)) }, uniquingKeysWith: { $1 })
        warnOfLaterNeeds(points, reader)
        warnOfCancelledPhases(points, reader)
    }

    /// Warns of a step that is due before one that it needs.
    private func warnOfLaterNeeds(_ points: [StepID: CalendarPoint?], _ reader: MappingReader) {
        let lapses = points.compactMapValues { $0?.lapses(in: checklist.zone) }
        // The latest moment at which the steps that a reference names are due.
        var latest: [StepID: Instant] = [:]
        for (id, moment) in lapses {
            for name in id.references { latest[name] = max(latest[name] ?? moment, moment) }
        }
        for step in steps where !step.needs.isEmpty {
            guard let id = step.id, let due = lapses[id] else { continue }
            for need in step.needs {
                guard let other = latest[need.value], other > due else { continue }
                reader.context.report(
                    "order", "the step is due before \"\(need.value)\", which it needs",
                    severity: .warning, fix: "let it be due later, or \"\(need.value)\" earlier",
                    at: need.node)
            }
        }
    }

    /// Warns of a blocking step that is due against a cancelled phase, and for no later one.
    private func warnOfCancelledPhases(
        _ points: [StepID: CalendarPoint?], _ reader: MappingReader
    ) {
        let zone = checklist.zone
        let cancelled = Set(checklist.timeline.filter { $0.status == .cancelled }.map(\.id))
        guard !cancelled.isEmpty else { return }
        let last = checklist.timeline.filter { $0.status != .cancelled }
            .map { $0.start.begins(in: zone) }.max()
        for step in steps {
            guard let whole = step.step, whole.level == .blocking,
                cancelled.contains(whole.due.phase),
                let due = points[whole.id]??.begins(in: zone), last.map({ $0 < due }) ?? true
            else { continue }
            reader.context.report(
                "no-verdict",
                "the step is blocking, but \"\(whole.due.phase)\" is cancelled and no other phase "
                    + "waits for it",
                severity: .warning, fix: "let it be due for another phase, or remove it",
                at: step.idNode)
        }
    }
}
