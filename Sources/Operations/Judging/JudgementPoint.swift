import LedgerStorage
import Rollout

/// What a judgement is asked to be made at: an instant, and how much of the ledger.
package struct JudgementPoint: Hashable, Sendable {
    package let asOf: AsOf
    /// The number of first entries that count; nil for all there are, or were by the instant.
    package let entries: Int?
    /// The judgement is a forecast, be the instant past by now.
    package let isForecast: Bool

    package init(asOf: AsOf = .now, entries: Int? = nil, isForecast: Bool = false) {
        self.asOf = asOf
        self.entries = entries
        self.isForecast = isForecast
    }

    package static let now = JudgementPoint()

    /// How much of the ledger to read.
    ///
    /// At a moment that has not come yet all entries count, as they do now.
    func reading(in zone: Zone, now: Instant) -> ReadingPoint {
        if let entries { return .entries(entries) }
        guard let instant = asOf.named(in: zone), instant < now else { return .everything }
        return .instant(instant)
    }
}
