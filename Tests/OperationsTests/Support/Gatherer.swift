import Synchronization

/// Gathers the lines of a ledger that are handed over on other threads.
final class Gatherer: Sendable {
    private let lines = Mutex<[[UInt8]]>([])

    func add(_ line: [UInt8]) { lines.withLock { $0.append(line) } }

    /// Each line with its end.
    var text: String {
        String(decoding: lines.withLock { $0 }.flatMap { $0 + [10] }, as: UTF8.self)
    }
}
