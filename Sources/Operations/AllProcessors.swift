/// Work on values that do not depend on each other.
enum AllProcessors {
    /// The results in the order of the values; several processors make them at once.
    ///
    /// `share` is how many values are taken in one go, for work that is short.
    static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], share: Int = 1, _ make: @escaping @Sendable (Value) -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, [Result]).self) { group in
            for start in stride(from: 0, to: values.count, by: share) {
                let part = values[start..<min(start + share, values.count)]
                group.addTask { (start, part.map(make)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
                .sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }
}
