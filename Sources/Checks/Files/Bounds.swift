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

    /// The bounds in words: `a size of at most 10 bytes`, `a change at least 1d ago`.
    func words(_ name: String, suffix: String = "", _ text: (Value) -> String) -> String {
        let bounds: String
        switch (minimum, maximum) {
        case (let least?, let most?) where least == most: bounds = text(least)
        case (let least?, let most?): bounds = "from \(text(least)) to \(text(most))"
        case (let least?, nil): bounds = "at least \(text(least))"
        case (nil, let most?): bounds = "at most \(text(most))"
        case (nil, nil): bounds = "anything"
        }
        return "\(name) \(bounds)\(suffix)"
    }
}
