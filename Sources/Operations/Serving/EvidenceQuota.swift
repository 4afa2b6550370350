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

    private struct State {
        var total = 0
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

    /// How many bytes of evidence there are.
    package var total: Int { state.withLock { $0.total } }

    /// Counts the evidence that there is.
    package func count(in location: LedgerLocation) async throws {
        let total = try await location.evidence.size()
        state.withLock { $0.total = total }
    }

    /// Counts it once more where other servers bring evidence to the same place.
    package func follow(_ location: LedgerLocation) async throws {
        guard location.database != nil else { return }
        try await count(in: location)
    }

    /// Takes room for a file before it is kept.
    package func take(
        _ bytes: Int, of reader: String, at now: Instant
    ) throws(Refusal) {
        let refusal = state.withLock { state -> Refusal? in
            var mine = state.brought[reader] ?? (0, now)
            if mine.since.advanced(by: Self.day) <= now || now < mine.since { mine = (0, now) }
            guard state.total + bytes <= whole else { return .whole }
            guard mine.bytes + bytes <= perDay else {
                return .day(wait: mine.since.advanced(by: Self.day).since(now))
            }
            state.total += bytes
            mine.bytes += bytes
            state.brought[reader] = mine
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Gives the room back that was taken for a file which could not be kept.
    package func giveBack(_ bytes: Int, of reader: String) {
        state.withLock { state in
            // It may have been counted anew meanwhile, by what there is.
            state.total = max(0, state.total - bytes)
            if let mine = state.brought[reader] {
                state.brought[reader] = (max(0, mine.bytes - bytes), mine.since)
            }
        }
    }
}
