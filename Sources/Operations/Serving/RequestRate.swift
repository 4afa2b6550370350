import Synchronization

/// How many requests a client may make: a bucket for each, which fills at a steady rate.
///
/// In memory alone: a server that starts anew begins with full buckets.
package final class RequestRate: Sendable {
    /// Requests in a minute, which is also how many may come at once.
    package let perMinute: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    /// So many clients are told apart at once; those that did not ask for longest are forgotten.
    private static let mostClients = 65_536

    private struct Bucket {
        var level: Double
        var at: ContinuousClock.Instant
    }

    package init(perMinute: Int) { self.perMinute = perMinute }

    /// Takes one request of a client; nil where it may be made, else how long to wait.
    package func take(_ client: String, at now: ContinuousClock.Instant) -> Duration? {
        buckets.withLock { buckets in
            let rate = Double(perMinute) / 60
            var bucket = buckets[client] ?? Bucket(level: Double(perMinute), at: now)
            let passed = bucket.at.duration(to: now) / .seconds(1)
            bucket.level = min(Double(perMinute), bucket.level + max(0, passed) * rate)
            bucket.at = max(bucket.at, now)
            let isTaken = bucket.level >= 1
            if isTaken { bucket.level -= 1 }
            if buckets[client] == nil, buckets.count >= Self.mostClients {
                forget(&buckets, now, rate)
            }
            buckets[client] = bucket
            return isTaken ? nil : .seconds((1 - bucket.level) / rate)
        }
    }

    /// Full buckets say nothing; where none is full, those that are fullest by now go.
    private func forget(
        _ buckets: inout [String: Bucket], _ now: ContinuousClock.Instant, _ rate: Double
    ) {
        func level(_ bucket: Bucket) -> Double {
            bucket.level + max(0, bucket.at.duration(to: now) / .seconds(1)) * rate
        }
        let gone = buckets.sorted { level($0.value) > level($1.value) }
            .prefix(Self.mostClients / 8).map(\.key)
        for client in gone { buckets[client] = nil }
    }
}
