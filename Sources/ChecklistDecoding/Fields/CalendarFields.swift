import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension ValueType where Value == CivilDate {
    /// A day of the calendar that exists.
    static var date: ValueType {
        scalar(
            "a date that exists (YYYY-MM-DD)",
            schema: ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
        ) { CivilDate($0) }
    }
}

extension ValueType where Value == CalendarPoint {
    /// A day or a local time.
    static var point: ValueType {
        scalar(
            "a date or local time that exists (2025-10-10, 2025-10-10T22:00)",
            schema: [
                "type": "string",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$",
            ]
        ) { CalendarPoint($0) }
    }
}

extension ValueType where Value == CalendarRange {
    /// A point, or the earliest and the latest one.
    static var range: ValueType {
        let range = ValueType.mapping(RangeFields.shape) { RangeFields.make($0) }
        let point = ValueType<CalendarPoint>.point
        return ValueType(
            words: "\(point.words), or a range {earliest: …, latest: …}",
            schema: ["anyOf": [point.schema, range.schema]], shape: RangeFields.shape
        ) { node, context in
            node.kind == .mapping
                ? range.read(node, context) : point.read(node, context).map { CalendarRange($0) }
        }
    }
}

extension ValueType where Value == CalendarRange {
    /// A point or a range, or the word for a point that is not known yet.
    static var rangeOrLater: ValueType {
        let range = ValueType.range
        let word = CalendarPoint.toBeAnnouncedWord
        return ValueType(
            words: "\(range.words), or \(word)",
            schema: ["anyOf": [range.schema, ["const": .string(word)]]], shape: RangeFields.shape
        ) { node, context in
            node.kind == .scalar && node.text == word
                ? CalendarRange(.toBeAnnounced) : range.read(node, context)
        }
    }
}

/// The keys of a range of the calendar.
private enum RangeFields {
    static let earliest = Field<CalendarPoint>(
        "earliest", .point, .required,
        "The earliest point that the source allows; dates count from it.")
    static let latest = Field<CalendarPoint>(
        "latest", .point, .required, "The latest point that the source allows.")
    static let shape = Shape("a range", [earliest.description, latest.description])

    static func make(_ reader: MappingReader) -> CalendarRange? {
        let earliest = reader[Self.earliest]
        let latest = reader[Self.latest]
        guard let earliest, let latest else { return nil }
        // A day lasts until it ends, so that it may follow a time on the same day.
        if latest.lapses(in: .utc) < earliest.begins(in: .utc)
            || latest.date < earliest.date
        {
            reader.report("order", "the latest point is before the earliest", at: Self.latest)
        }
        return CalendarRange(earliest: earliest, latest: latest)
    }
}

extension ValueType where Value == Zone {
    /// A time zone by its IANA name.
    static var zone: ValueType {
        let words = "an IANA time zone (Europe/Berlin, UTC)"
        return ValueType<Zone>(words: words, schema: ["type": "string", "minLength": 1]) {
            node, context in
            guard let name = context.text(of: node, wanted: words) else { return nil }
            if let zone = Zone(name) { return zone }
            context.report(
                "unknown-zone", "\"\(name)\" is not \(words)",
                fix: NearestName.question(for: name, among: Zone.knownNames)
                    ?? "use a name such as Europe/Berlin", at: node)
            return nil
        }
    }
}

extension ValueType where Value == Due {
    /// A point counted from an edge of a phase.
    static var due: ValueType {
        scalar(
            "a due date: PHASE[.start|.end] [+|- N(h|d|w|bd)], such as worldwide - 7d",
            schema: [
                // A phase may have an id that a YAML reader makes a number or a truth of.
                "type": ["string", "number", "boolean"],
                "pattern": "^[a-z0-9-]+(\\.(start|end))?( +[+-] *[0-9]{1,4}(h|d|w|bd))?$",
            ]
        ) { Due(language: $0) }
    }
}
