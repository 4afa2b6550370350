import CanonicalJSON

/// How a text with values at places is written; the raw value is its name.
package enum StructuredForm: String, Hashable, Sendable {
    case json = "JSON"
    case yaml = "YAML"

    /// What a text turned out to be.
    enum Reading {
        case values((JSONPointer) -> Found)
        /// It is not written so; where, and why.
        case none(String)
        /// It may be, but what it says is not sure; where, and why.
        case unknown(String)
    }

    /// What stands at a place.
    enum Found {
        /// Nil where nothing does.
        case value(TypedValue?)
        /// What it is, is not sure; where, and why.
        case unknown(String)
    }

    /// Reads a whole text.
    func read(_ bytes: [UInt8]) -> Reading {
        switch self {
        case .yaml: return YAMLValues.read(bytes)
        case .json:
            do throws(JSONSyntaxError) {
                let whole = try TypedValue(jsonBytes: bytes)
                return .values { .value($0.value(in: whole)) }
            } catch {
                let place = "byte \(error.offset + 1): \(error.reason)"
                return error.kind == .syntax ? .none(place) : .unknown(place)
            }
        }
    }
}
