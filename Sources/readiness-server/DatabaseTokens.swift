import LedgerStorage
import Operations
import PostgresStorage
import Synchronization

/// The lines of tokens in a database, which all servers share.
struct DatabaseTokens: TokenLines {
    let database: PostgresDatabase
    let location: LedgerLocation
    private let recent = Recent()

    /// How long a token is let in after its line was taken away.
    private static let lasts = Duration.seconds(2)

    private final class Recent: Sendable {
        let lines = Mutex<(lines: [String], read: ContinuousClock.Instant)?>(nil)
    }

    init(_ database: PostgresDatabase, _ location: LedgerLocation) {
        self.database = database
        self.location = location
    }

    func all(isFresh: Bool) async throws -> [String] {
        if !isFresh, let recent = recent.lines.withLock({ $0 }),
            recent.read.duration(to: .now) < Self.lasts
        {
            return recent.lines
        }
        let lines = try await database.tokenLines(for: location)
        recent.lines.withLock { $0 = (lines, .now) }
        return lines
    }

    func add(_ line: String) async throws {
        try await database.add(tokenLine: line, for: location)
    }
}
