/// A value with its type, as a check saw it or as a checklist expects it.
package indirect enum TypedValue: Hashable, Sendable {
    case text(String)
    case number(DecimalNumber)
    case boolean(Bool)
    /// The `null` of JSON.
    case null
    case duration(Duration)
    /// In bytes.
    case size(Int64)
    /// The permission bits of a file.
    case mode(UInt16)
    case version(Version)
    /// Their order counts in JSON only.
    case list([TypedValue])
    case object(JSONObject)

    /// A list of texts.
    package static func texts(_ texts: some Sequence<String>) -> TypedValue {
        .list(texts.map { .text($0) })
    }

    package static func number(_ number: Int) -> TypedValue {
        .number(DecimalNumber(Int64(number)))
    }

    /// The same type and value; texts are compared by their bytes, lists in their order.
    func isSame(as other: TypedValue) -> Bool {
        switch (self, other) {
        case (.text(let left), .text(let right)): return left.utf8.elementsEqual(right.utf8)
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)):
            return left.count == right.count
                && left.allSatisfy { key, value in right[key]?.isSame(as: value) ?? false }
        case (.version(let left), .version(let right)): return left.order(to: right) == .same
        default: return self == other
        }
    }

    /// Whether the two have one type, so that it says something that they are not the same: a number
    /// may be meant by the text of its digits.
    func isComparable(with other: TypedValue) -> Bool {
        switch (self, other) {
        case (.text, .text), (.number, .number), (.boolean, .boolean), (.null, .null),
            (.duration, .duration), (.size, .size), (.mode, .mode), (.version, .version),
            (.list, .list), (.object, .object):
            true
        default: false
        }
    }

    /// Whether something can be at a place in it.
    var hasPlaces: Bool {
        switch self {
        case .list, .object: true
        default: false
        }
    }

    /// How the value stands to another one of its type; nil where the two have no order.
    func order(to other: TypedValue) -> Order? {
        switch (self, other) {
        case (.number(let left), .number(let right)): return Order(left, right)
        case (.duration(let left), .duration(let right)): return Order(left, right)
        case (.size(let left), .size(let right)): return Order(left, right)
        case (.version(let left), .version(let right)): return left.order(to: right)
        default: return nil
        }
    }
}

/// How one value stands to another.
package enum Order: Int, Hashable, Sendable {
    case less = -1
    case same = 0
    case greater = 1

    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .less : left == right ? .same : .greater
    }
}
