import Synchronization

/// What a server counts while it runs.
final class Metrics: Sendable {
    /// Requests by what a scraper tells apart: the pattern of the path, and the status.
    struct Kind: Hashable, Comparable {
        let method: String
        let route: String
        let status: Int

        static func < (one: Kind, other: Kind) -> Bool {
            (one.route, one.method, one.status) < (other.route, other.method, other.status)
        }
    }

    private let counts = Mutex<[Kind: Int]>([:])

    func count(_ kind: Kind) { counts.withLock { $0[kind, default: 0] += 1 } }

    /// All of them, in one order.
    var requests: [(kind: Kind, count: Int)] {
        counts.withLock { $0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
