import Fields
import LocatedYAML
import Rollout

/// The keys of a phase of the timeline.
enum PhaseFields {
    static let id = Field<String>(
        "id", .identifier, .required, "The name that steps are due against.")
    static let title = Field<String>("title", .text, .required, "The phase for readers.")
    static let audience = Field<String>("audience", .text, "Whom the phase reaches.")
    static let starts = Field<CalendarRange>("starts", .range, .required, "When the phase starts.")
    static let ends = Field<CalendarRange>("ends", .range, "When the phase ends.")
    static let status = Field<Phase.Status>(
        "status", .choice, .defaults("planned"), "How far the phase has come.")
    static let source = Field<String>("source", .text, "The phrase that the dates were read from.")
    static let when = Field<[Condition]>("when", .conditions, Condition.summary)

    static let shape = Shape(
        "a phase",
        [
            id.description, title.description, audience.description, starts.description,
            ends.description, status.description, source.description, when.description,
        ])

    static func make(_ reader: MappingReader, _ parameters: Parameters) -> Phase? {
        let id = reader[Self.id]
        let title = reader[Self.title]
        let audience = reader[Self.audience] ?? ""
        let starts = reader[Self.starts]
        let ends = reader[Self.ends]
        let status = reader[Self.status] ?? .planned
        let source = reader[Self.source] ?? ""
        let applicability = parameters.applicability(of: reader[when] ?? [], in: reader.context)
        guard let id, let title, let starts, (ends != nil) == reader.has(Self.ends) else {
            return nil
        }
        if let ends, ends.earliest.lapses(in: .utc) <= starts.earliest.begins(in: .utc) {
            reader.report("order", "the phase ends before it starts", at: Self.ends)
        }
        return Phase(
            id: id, title: title, audience: audience, starts: starts, ends: ends, status: status,
            source: source, applicability: applicability)
    }
}
