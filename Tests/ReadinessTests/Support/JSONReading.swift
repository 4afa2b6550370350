import CanonicalJSON
import Rollout

/// A place in a JSON value, which may not be there.
struct JSONReading: CustomStringConvertible {
    /// What stands at the place.
    let value: JSONValue?

    var text: String? { value?.text }
    var integer: Int64? { value?.integer }
    var boolean: Bool? { value?.boolean }
    var items: [JSONReading]? { value?.items?.map { JSONReading(value: $0) } }
    var members: [String: JSONValue]? { value?.members }
    var isMissing: Bool { value == nil }
    var description: String { value.map { "\($0)" } ?? "nothing" }

    subscript(_ key: String) -> JSONReading { JSONReading(value: value?.members?[key]) }

    subscript(_ index: Int) -> JSONReading {
        guard let items, items.indices.contains(index) else { return JSONReading(value: nil) }
        return items[index]
    }

    /// The first entry of a list of objects that has the text under the key.
    func first(_ key: String, _ text: String) -> JSONReading {
        items?.first { $0[key].text == text } ?? JSONReading(value: nil)
    }
}
