package import Reporting
package import Rollout

/// The earlier moment that somebody asks to compare with.
package struct SincePoint: Hashable, Sendable {
    private enum Moment: Hashable, Sendable {
        case point(AsOf)
        case report(Instant, entries: Int)
    }

    private let moment: Moment

    /// Reads a day, a local time, an instant, or, as reports print it, an instant with a number of
    /// entries behind a slash; nil for anything else.
    package init?(_ text: String) {
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
        guard let point = try EarlierLedger(path).point else { throw .notAReport(path: path) }
        if let place = point.place, !places.contains(place) {
            throw .since(.otherPlace(path: path, place))
        }
        moment = .report(point.asOf, entries: point.entries)
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
