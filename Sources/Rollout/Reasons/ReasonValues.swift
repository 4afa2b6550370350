package import CanonicalJSON

/// The values of reasons in JSON: names as text, moments as RFC 3339, what is not there as null.
extension JSONValue {
    static func name(_ name: some Name) -> JSONValue { .string(name.text) }

    static func name(_ name: (some Name)?) -> JSONValue { name.map { .string($0.text) } ?? .null }

    package static func names(_ names: some Sequence<some Name>) -> JSONValue {
        .array(names.map { .string($0.text) })
    }

    package static func number(_ number: Int) -> JSONValue { .integer(Int64(number)) }

    package static func moment(_ instant: Instant?) -> JSONValue {
        instant.map { .string($0.rfc3339) } ?? .null
    }

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
