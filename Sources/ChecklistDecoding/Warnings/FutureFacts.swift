import Fields
import LocatedYAML
import Rollout

/// Looks for what is said to have happened, at a time that has not come.
struct FutureFacts {
    let checklist: Checklist
    let now: Instant

    func warn(_ reader: MappingReader) {
        let nodes = reader.node(of: ChecklistFields.timeline)?.items ?? []
        for (phase, node) in zip(checklist.timeline, nodes) {
            let facts = [
                (PhaseFields.started.key, phase.started, "started"),
                (PhaseFields.ended.key, phase.ended, "ended"),
            ]
            for (key, point, verb) in facts {
                guard let point, point.begins(in: checklist.zone) > now else { continue }
                reader.context.report(
                    "in-the-future", "\"\(phase.id)\" is said to have \(verb) on \(point.date)",
                    severity: .warning, fix: "write when it happened, once it has",
                    at: node.value(forKey: key) ?? node)
            }
        }
    }
}
