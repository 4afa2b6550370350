import CanonicalJSON

extension JSONValue {
    /// An object of an entry, or a value in one, with the way to it.
    struct Place {
        let path: [String]
        let value: JSONValue
        var key: String { path.joined(separator: ".") }
    }

    /// The value itself and everything that objects below it hold, except what has free keys: the
    /// facts of a check, and parameters.
    var places: [Place] {
        var places = [Place(path: [], value: self)]
        for (key, member) in members ?? [:] where !["facts", "parameters", "values"].contains(key) {
            places += member.places.map { Place(path: [key] + $0.path, value: $0.value) }
        }
        return places
    }

    /// The value with another one at the end of a path, or without it for nil.
    func replacing(_ path: [String], with value: JSONValue?) -> JSONValue {
        guard let key = path.first else { return value ?? .null }
        var members = members ?? [:]
        members[key] =
            path.count == 1
            ? value : members[key]?.replacing(Array(path.dropFirst()), with: value)
        return .object(members)
    }

    func hasType(of other: JSONValue) -> Bool {
        switch (self, other) {
        case (.null, .null), (.boolean, .boolean), (.integer, .integer), (.string, .string),
            (.array, .array), (.object, .object):
            return true
        default: return false
        }
    }
}
