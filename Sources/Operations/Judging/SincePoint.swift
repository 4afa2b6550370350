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

    /// Reads an old report in Markdown.
    package init(report path: String) throws(OperationFailure) {
        guard let point = try EarlierLedger(path).point else { throw .notAReport(path: path) }
        moment = .report(point.asOf, entries: point.entries)
    }

    /// The moment in the zone of a checklist; nil for one that names none.
    package func since(in zone: Zone) -> Changes.Since? {
        switch moment {
        case .report(let instant, let entries): return .report(instant, entries: entries)
        case .point(let point): return point.named(in: zone).map { .instant($0) }
        }
    }
}
