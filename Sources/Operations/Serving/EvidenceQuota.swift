package import LedgerStorage
package import Rollout
import Synchronization

/// How much evidence a server takes: from one token in a day, and altogether.
package final class EvidenceQuota: Sendable {
    /// Bytes that one token may bring in 24 hours.
    package let perDay: Int
    /// Bytes that all evidence may have.
    package let whole: Int
    private let state = Mutex(State())
    private let turn = Mutex(())

    private struct State {
        /// What was there when it was last counted, and what was kept since.
        var stored = 0
        /// What was given room and is not kept yet.
        var reserved = 0
        /// What was ever kept: by how much it grew meanwhile, a count may have missed.
        var kept = 0
        /// What each brought, and when the day of each began.
        var brought: [String: (bytes: Int, since: Instant)] = [:]
    }

    /// Why a file is not taken.
    package enum Refusal: Error, Hashable, Sendable {
        /// The token brought as much as it may; it may bring more after so long.
        case day(wait: Duration)
        /// There is no room for anybody's.
        case whole
    }

    package init(perDay: Int, whole: Int) {
        self.perDay = perDay
        self.whole = whole
    }

    private static let day = Duration.seconds(86_400)

    /// How many bytes of evidence there are, or are about to be.
    package var total: Int { state.withLock { $0.stored + $0.reserved } }

    /// Counts the evidence that there is.
    ///
    /// What is kept while it is counted counts once more, until the next time: the limit is not passed.
    package func count(in location: LedgerLocation) async throws {
        let before = state.withLock { $0.kept }
        let stored = try await location.evidence.size()
        state.withLock { $0.stored = stored + $0.kept - before }
    }

    /// Counts it once more where other servers bring evidence to the same place.
    package func follow(_ location: LedgerLocation) async throws {
        guard location.database != nil else { return }
        try await count(in: location)
    }

    /// Takes room for a file before it is kept; whoever does says afterwards what became of it.
    package func take(
        _ bytes: Int, of reader: String, at now: Instant
    ) throws(Refusal) {
        let refusal = state.withLock { state -> Refusal? in
            var mine = state.brought[reader] ?? (0, now)
            if mine.since.advanced(by: Self.day) <= now || now < mine.since { mine = (0, now) }
            guard state.stored + state.reserved + bytes <= whole else { return .whole }
            guard mine.bytes + bytes <= perDay else {
                return .day(wait: mine.since.advanced(by: Self.day).since(now))
            }
            state.reserved += bytes
            mine.bytes += bytes
            state.brought[reader] = mine
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Throws where the place is fuller than it may be, with what was given room.
    package func check() throws(Refusal) {
        guard total <= whole else { throw .whole }
    }

    /// Keeps one file after the other: of those that come at once with one digest, one is new.
    func inTurn<Value, Failure>(
        _ keep: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try turn.withLock { _ throws(Failure) in try keep() }
    }

    /// Says whether a file that room was taken for is kept now and was not before; any other takes none.
    package func settle(_ bytes: Int, of reader: String, isNew: Bool) {
        state.withLock { state in
            state.reserved -= bytes
            if isNew {
                state.stored += bytes
                state.kept += bytes
            } else if let mine = state.brought[reader] {
                state.brought[reader] = (max(0, mine.bytes - bytes), mine.since)
            }
        }
    }
}
