import GRDB

extension DatabaseQueue {
    /// A connection that waits for others: the one that wrote a ledger may still be closing.
    static func patient(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(60)
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
