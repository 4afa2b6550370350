package import CanonicalJSON

extension Obstacle {
    /// The obstacle as programs read it.
    package var json: JSONValue {
        ["code": .string(code.rawValue), "values": .object(values.mapValues(JSONValue.string))]
    }
}
