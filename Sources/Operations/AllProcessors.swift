import Dispatch
import Synchronization

/// Work on values that do not depend on each other.
enum AllProcessors {
    /// The results in the order of the values; as many are made at once as there are processors.
    ///
    /// - Parameter share: How many values are taken in one go, for work that is short.
    static func map<Value: Sendable, Result: Sendable>(
        _ values: [Value], share: Int = 1, _ make: @Sendable (Value) -> Result
    ) -> [Result] {
        let shares = stride(from: 0, to: values.count, by: share).map {
            values[$0..<min($0 + share, values.count)]
        }
        let results = Mutex<[Int: [Result]]>([:])
        DispatchQueue.concurrentPerform(iterations: shares.count) { number in
            let made = shares[number].map(make)
            results.withLock { $0[number] = made }
        }
        return results.withLock { all in shares.indices.flatMap { all[$0] ?? [] } }
    }
}
