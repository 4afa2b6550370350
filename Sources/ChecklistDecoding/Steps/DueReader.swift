import Fields
import LocatedYAML
import Rollout

/// Reads points that are counted from an edge of a phase.
struct DueReader {
    private let names: DeclaredNames
    private let phases: [PhaseID: Phase]
    private let timeline: [Phase]

    init(names: DeclaredNames, timeline: [Phase]) {
        self.names = names
        self.timeline = timeline
        phases = Dictionary(timeline.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The point of a field; a phase that is not there, or has no such edge, is reported.
    func read(_ field: Field<Due>, of reader: MappingReader) -> Due? {
        guard let node = reader.node(of: field),
            let text = reader.context.text(of: node, wanted: field.type.words)
        else { return nil }
        // A date, or a phase and an offset without blanks, is also the form of a phase's id.
        let advice = DueAdvice(timeline: timeline)
        let due = Due(language: text)
        let isPhase = due.map { phases[$0.phase] != nil } ?? false
        let meant = isPhase ? nil : advice.meant(by: text)
        guard let due, meant == nil else {
            reader.report(
                "wrong-value", "\"\(text)\" is not \(field.type.words)",
                fix: meant ?? advice.form, at: field)
            return nil
        }
        guard let phase = phases[due.phase] else {
            names.check(
                due.phase, at: node.span(of: due.phase.text), of: node, in: reader.context)
            return due
        }
        guard let point = due.point(in: phase, zone: .utc) else {
            reader.context.report(
                "no-end", "the phase \"\(due.phase)\" has no end to count from",
                fix: "give the phase \"ends:\", or count from its start",
                at: node.span(of: due.phase.text), in: node.source)
            return due
        }
        if !(1...9999).contains(point.date.year) {
            reader.context.report(
                "wrong-value", "this is outside the years 1 to 9999", fix: "count fewer days",
                at: node)
        }
        return due
    }

    /// Warns of a step that is due before its evidence may count.
    func warn(_ due: Due?, before notBefore: Due?, of reader: MappingReader) {
        guard let due, let notBefore, let last = point(due), let first = point(notBefore),
            last.lapses(in: .utc) <= first.begins(in: .utc)
        else { return }
        reader.report(
            "order", "the step is due before its evidence may count, so it will be late",
            severity: .warning, fix: "let it be due later", at: StepFields.notBefore)
    }

    private func point(_ due: Due) -> CalendarPoint? {
        phases[due.phase].flatMap { due.point(in: $0, zone: .utc) }
    }
}
