import Attestation
import Foundation
import Rollout

extension SQLiteLedger {
    package func readings(
        of rollouts: [String], asOf point: ReadingPoint
    ) async throws -> [Result<LedgerReading, LedgerError>] {
        let share = max(Self.leastShare, (rollouts.count + Self.processors - 1) / Self.processors)
        var shares = stride(from: 0, to: rollouts.count, by: share).map {
            Array(rollouts[$0..<min($0 + share, rollouts.count)])
        }
        if shares.count < 2 { shares = [rollouts] }
        if let readings = try await readings(of: shares, asOf: point) { return readings }
        // Somebody appended between the connections, so that one of them reads it all.
        return try await readings(of: [rollouts], asOf: point) ?? []
    }

    /// Fewer rollouts are not worth a connection.
    private static let leastShare = 64
    private static let processors = ProcessInfo.processInfo.activeProcessorCount

    /// What one connection read.
    private struct Share: Sendable {
        let number: Int
        let readings: [Result<LedgerReading, LedgerError>]
        /// All that there is, also behind the point of the reading; nil where there is no ledger.
        let whole: LedgerExtent?
    }

    /// Reads each share by a connection of its own, on a thread of its own; nil where they did not
    /// all see one state of the ledger.
    private func readings(
        of shares: [[String]], asOf point: ReadingPoint
    ) async throws -> [Result<LedgerReading, LedgerError>]? {
        let read = try await withThrowingTaskGroup(of: Share.self) { group in
            for (number, rollouts) in shares.enumerated() {
                group.addTask { try await self.another.read(number, rollouts, point) }
            }
            var read: [Share] = []
            for try await one in group { read.append(one) }
            return read.sorted { $0.number < $1.number }
        }
        guard Set(read.map(\.whole)).count == 1 else { return nil }
        return read.flatMap(\.readings)
    }

    private func read(
        _ number: Int, _ rollouts: [String], _ point: ReadingPoint
    ) async throws -> Share {
        let share = try await read { [location] database in
            let scan = try TableScan(SQLiteTables(database, location), point)
            let readings = rollouts.map { rollout in
                Result { try scan.reading(of: rollout) }.mapError { LedgerError($0, location) }
            }
            return Share(number: number, readings: readings, whole: scan.whole.extent)
        }
        if let share { return share }
        let empty = LedgerReading(entries: [], state: try .empty(at: point, location))
        return Share(
            number: number, readings: rollouts.map { _ in .success(empty) }, whole: nil)
    }
}
