/// The least and the greatest that a value may be; nil is no bound.
package struct Bounds<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
    package let minimum: Value?
    package let maximum: Value?

    package init(minimum: Value? = nil, maximum: Value? = nil) {
        self.minimum = minimum
        self.maximum = maximum
    }

    package func contains(_ value: Value) -> Bool {
        if let minimum, value < minimum { return false }
        if let maximum, value > maximum { return false }
        return true
    }

    /// The bounds in words.
    func words(_ name: String, _ text: (Value) -> String) -> String {
        switch (minimum, maximum) {
        case (let least?, let most?) where least == most: return "\(name) \(text(least))"
        case (let least?, let most?): return "\(name) from \(text(least)) to \(text(most))"
        case (let least?, nil): return "\(name) at least \(text(least))"
        case (nil, let most?): return "\(name) at most \(text(most))"
        case (nil, nil): return "any \(name)"
        }
    }
}
