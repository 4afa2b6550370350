import CanonicalJSON

/// The values of reasons in JSON: names as text, moments as RFC 3339, what is not there as null.
extension JSONValue {
    static func name(_ name: some Name) -> JSONValue { .string(name.text) }

    static func name(_ name: (some Name)?) -> JSONValue { name.map { .string($0.text) } ?? .null }

    static func names(_ names: [some Name]) -> JSONValue {
        .array(names.map { .string($0.text) })
    }

    static func number(_ number: Int) -> JSONValue { .integer(Int64(number)) }

    static func moment(_ instant: Instant) -> JSONValue { .string(instant.rfc3339) }

    static func list(_ mismatches: [Mismatch]) -> JSONValue {
        .array(
            mismatches.map {
                [
                    "parameter": .string($0.parameter), "value": .string($0.value),
                    "wanted": .array($0.wanted.map(JSONValue.string)),
                ]
            })
    }
}
