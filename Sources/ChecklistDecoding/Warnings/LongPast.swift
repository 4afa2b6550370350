import Fields
import LocatedYAML
import Rollout

/// Looks for dates so far back that a year is probably wrong, or nobody keeps the checklist.
struct LongPast {
    /// How far back a date must lie to be warned of: 180 days.
    static let least = Duration.seconds(180 * 86_400)

    let steps: [DecodedStep]
    let checklist: Checklist
    let now: Instant

    func warn(_ reader: MappingReader) {
        let zone = checklist.zone
        let limit = now.advanced(by: .zero - Self.least)
        var stale: Set<PhaseID> = []
        let nodes = reader.node(of: ChecklistFields.timeline)?.items ?? []
        for (phase, node) in zip(checklist.timeline, nodes) {
            guard phase.status == .completed || phase.status == .cancelled else {
                guard phase.status == .planned, phase.starts.latest.lapses(in: zone) < limit else {
                    continue
                }
                stale.insert(phase.id)
                reader.context.report(
                    "long-past",
                    "\"\(phase.id)\" was to start on \(phase.starts.latest.date) and is still planned",
                    severity: .warning, fix: "set its \"status:\", or the date that holds now",
                    at: node.value(forKey: PhaseFields.starts.key) ?? node)
                continue
            }
            stale.insert(phase.id)
        }
        for step in steps {
            guard let whole = step.step, !stale.contains(whole.due.phase),
                let point = checklist.point(of: whole.due), point.lapses(in: zone) < limit
            else { continue }
            reader.context.report(
                "long-past", "the step was due on \(point.date), which is long past",
                severity: .warning, fix: "check the due date and the phase",
                at: step.idNode)
        }
    }
}
