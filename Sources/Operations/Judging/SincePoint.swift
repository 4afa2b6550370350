package import LedgerStorage
package import Reporting
package import Rollout

/// The earlier moment that somebody asks to compare with.
package struct SincePoint: Sendable {
    private enum Moment: Hashable, Sendable {
        case point(AsOf)
        case report(Instant, entries: Int)
    }

    private let moment: Moment
    /// What an old report says of its ledger; nil where a moment was given.
    private let earlier: EarlierLedger?

    /// Reads a day, a local time, an instant, or, as reports print it, an instant with a number of
    /// entries behind a slash; nil for anything else.
    package init?(_ text: String) {
        earlier = nil
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let instant = Instant(rfc3339: String(parts[0])),
            let entries = Int(parts[1]), entries >= 0
        {
            moment = .report(instant, entries: entries)
        } else if let point = AsOf(text) {
            moment = .point(point)
        } else {
            return nil
        }
    }

    /// Reads an old report in Markdown, which must be one of a checklist at one of the places.
    package init(report path: String, of places: [String]) throws(OperationFailure) {
        let earlier = try EarlierLedger(path)
        guard let point = earlier.point else { throw .notAReport(path: path) }
        if let place = point.place, !places.contains(place) {
            throw .since(.otherPlace(path: path, place))
        }
        moment = .report(point.asOf, entries: point.entries)
        self.earlier = earlier
    }

    /// Refuses an old report whose entries are not the first ones of a ledger.
    package func require(in location: LedgerLocation) async throws {
        // Every ledger begins with no entries, also one that is not there yet.
        guard let earlier, earlier.extent.size > 0 else { return }
        guard try await earlier.isBeginning(of: location.ledger()) else {
            throw OperationFailure.since(
                .otherLedger(path: earlier.path, earlier.extent, "\(location)"))
        }
    }

    /// Refuses a report that is compared with what is not before it.
    package static func require(_ report: ReportInput) throws(OperationFailure) {
        let instant: Instant
        switch report.selection.since {
        case .lastDecision: return
        case .instant(let moment): instant = moment
        case .report(let moment, let entries):
            instant = moment
            guard entries <= report.ledger.size else {
                throw .since(.moreEntries(entries, of: report.ledger.size))
            }
        }
        let asOf = report.assessment.asOf
        guard instant <= asOf else { throw .since(.ahead(instant, of: asOf)) }
    }

    /// The moment in the zone of a checklist; nil for one that names none.
    package func since(in zone: Zone) -> Changes.Since? {
        switch moment {
        case .report(let instant, let entries): return .report(instant, entries: entries)
        case .point(let point): return point.named(in: zone).map { .instant($0) }
        }
    }
}
