/// A point that its source leaves open: any time from the earliest to the latest.
package struct CalendarRange: Hashable, Sendable, CustomStringConvertible {
    package let earliest: CalendarPoint
    package let latest: CalendarPoint

    package init(earliest: CalendarPoint, latest: CalendarPoint) {
        self.earliest = earliest
        self.latest = latest
    }

    package init(_ point: CalendarPoint) {
        self.init(earliest: point, latest: point)
    }

    package var description: String {
        earliest == latest ? earliest.description : "\(earliest) to \(latest)"
    }
}
