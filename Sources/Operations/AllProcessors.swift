import Foundation

/// Work on values that do not depend on each other.
package enum AllProcessors {
    /// The results in the order of the values; as many are made at once as there are processors.
    ///
    /// `share` is how many values are taken in one go, for work that is short.
    package static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], share: Int = 1, _ make: @escaping @Sendable (Value) async -> Result
    ) async -> [Result] {
        // What is taken in one go is nothing to share.
        guard values.count > share else { return await part(values[...], make).results }
        let results = await withTaskGroup(of: Part<Result>.self) { group in
            var done: [Part<Result>] = []
            for (number, start) in stride(from: 0, to: values.count, by: share).enumerated() {
                if number >= processors, let first = await group.next() { done.append(first) }
                let part = values[start..<min(start + share, values.count)]
                group.addTask { await self.part(part, make) }
            }
            for await last in group { done.append(last) }
            return done.sorted { $0.start < $1.start }.flatMap(\.results)
        }
        precondition(results.count == values.count, "a result is missing")
        return results
    }

    private static func part<Value: Sendable, Result: Sendable>(
        _ values: ArraySlice<Value>, _ make: @Sendable (Value) async -> Result
    ) async -> Part<Result> {
        var results: [Result] = []
        results.reserveCapacity(values.count)
        for value in values { results.append(await make(value)) }
        return Part(start: values.startIndex, results: results)
    }

    /// The results of neighbours.
    ///
    /// No tuple: of those a group of tasks lost some once they were optimised.
    private struct Part<Result: Sendable>: Sendable {
        let start: Int
        let results: [Result]
    }

    private static let processors = ProcessInfo.processInfo.activeProcessorCount
}
