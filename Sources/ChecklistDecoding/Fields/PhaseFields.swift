import Fields
import LocatedYAML
import Rollout

/// The keys of a phase of the timeline.
enum PhaseFields {
    static let id = Field<String>(
        "id", .identifier, .required, "The name that steps are due against.")
    static let title = Field<String>(
        "title", .text.freelyWorded, .required, "The phase for readers.")
    static let audience = Field<String>("audience", .text.freelyWorded, "Whom the phase reaches.")
    static let starts = Field<CalendarRange>(
        "starts", .rangeOrLater, .required,
        "When the phase starts; `to-be-announced` where its publisher will say it later.")
    static let ends = Field<CalendarRange>("ends", .range, "When the phase ends.")
    static let status = Field<Phase.Status>(
        "status", .choice, .defaults("planned"), "How far the phase has come.")
    static let started = Field<CalendarPoint>(
        "started", .point, "When the phase really started; dates count from it.")
    static let ended = Field<CalendarPoint>(
        "ended", .point, "When the phase really ended; dates count from it.")
    static let source = Field<String>(
        "source", .text.freelyWorded, "The phrase that the dates were read from.")
    static let when = Field<[Condition]>("when", .conditions, Condition.summary)

    static let shape = Shape(
        "a phase",
        [
            id.description, title.description, audience.description, starts.description,
            ends.description, status.description, started.description, ended.description,
            source.description, when.description,
        ],
        otherWords: [
            "name": "title", "date": "starts", "begins": "starts", "from": "starts",
            "until": "ends", "to": "ends",
        ])

    static func make(_ reader: MappingReader, _ parameters: Parameters) -> Phase? {
        let id = reader[Self.id]
        let title = reader[Self.title]
        let audience = reader[Self.audience] ?? ""
        let starts = reader[Self.starts]
        let ends = reader[Self.ends]
        let status = reader[Self.status] ?? .planned
        let started = reader[Self.started]
        let ended = reader[Self.ended]
        let source = reader[Self.source] ?? ""
        let applicability = parameters.applicability(of: reader[when] ?? [], in: reader.context)
        check(status, started, ended, reader)
        guard let id, let title, let starts, (ends != nil) == reader.has(Self.ends) else {
            return nil
        }
        if let ends, starts.earliest != .toBeAnnounced,
            ends.earliest.lapses(in: .utc) <= starts.earliest.begins(in: .utc)
        {
            reader.report("order", "the phase ends before it starts", at: Self.ends)
        }
        return Phase(
            id: PhaseID(id), title: title, audience: audience, starts: starts, ends: ends,
            status: status, started: started, ended: ended, source: source,
            applicability: applicability)
    }

    /// Holds the actual dates against the status and each other.
    private static func check(
        _ status: Phase.Status, _ started: CalendarPoint?, _ ended: CalendarPoint?,
        _ reader: MappingReader
    ) {
        if started != nil, status == .planned || status == .cancelled {
            reader.report(
                "conflict", "a phase that is \(status.rawValue) has no actual start",
                fix: status == .planned
                    ? "add \"status: started\", or remove \"started:\""
                    : "set another status, or remove \"started:\"", at: Self.started)
        }
        guard let ended else { return }
        if status != .completed {
            reader.report(
                "conflict", "a phase that is \(status.rawValue) has no actual end",
                fix: "set \"status: completed\", or remove \"ended:\"", at: Self.ended)
        }
        if !reader.has(Self.started) {
            reader.report(
                "missing-key", "a phase that has ended needs the key \"started\"",
                fix: "add \"started:\" with the actual start", at: Self.ended)
        } else if let started,
            ended.lapses(in: .utc) <= started.begins(in: .utc) || ended.date < started.date
        {
            reader.report("order", "the phase ended before it started", at: Self.ended)
        }
    }
}
