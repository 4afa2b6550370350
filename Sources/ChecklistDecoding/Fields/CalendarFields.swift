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

extension Due {
    /// Reads `PHASE[.start|.end] [± N(h|d|w|bd)]`; nil for another form.
    ///
    /// Blanks stand before the sign, and may stand behind it.
    init?(language text: String) {
        let head = text.prefix { $0 != " " }
        let parts = head.split(separator: ".", omittingEmptySubsequences: false)
        guard let phase = parts.first, !phase.isEmpty, parts.count <= 2,
            let edge = parts.count == 1 ? .start : Edge(rawValue: String(parts[1]))
        else { return nil }
        guard head.endIndex != text.endIndex else {
            self.init(phase: PhaseID(String(phase)), edge: edge)
            return
        }
        let offset = text[head.endIndex...].drop { $0 == " " }
        let amountAndUnit = offset.dropFirst().drop { $0 == " " }
        let digits = amountAndUnit.utf8.prefix { (48...57).contains($0) }
        guard let sign = offset.first, sign == "+" || sign == "-", (1...4).contains(digits.count),
            let amount = Int(String(amountAndUnit.prefix(digits.count))),
            let unit = Unit(rawValue: String(amountAndUnit.dropFirst(digits.count)))
        else { return nil }
        self.init(
            phase: PhaseID(String(phase)), edge: edge, amount: sign == "-" ? -amount : amount,
            unit: unit)
    }
}
