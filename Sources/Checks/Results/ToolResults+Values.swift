extension TypedValue {
    /// The value of a key; nil where there is none.
    subscript(key: String) -> TypedValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// What stands in a list; nil where it is none.
    var entries: [TypedValue]? {
        guard case .list(let items) = self else { return nil }
        return items
    }

    var isObject: Bool {
        if case .object = self { return true }
        return false
    }

    /// It says something: neither null, false, an empty text nor an empty list or object.
    var saysSomething: Bool {
        switch self {
        case .null, .boolean(false), .text(""): return false
        case .list(let items): return !items.isEmpty
        case .object(let members): return members.count > 0
        default: return true
        }
    }
}
