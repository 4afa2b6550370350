import Synchronization

/// How many pages may be told of news at once: in all, and with one token.
final class EventSeats: Sendable {
    private let taken = Mutex<[String: Int]>([:])

    private static let most = 512
    private static let mostOfOne = 64

    /// A place that is free again when nothing holds it; nil where there is none left.
    final class Seat: Sendable {
        private let seats: EventSeats
        private let reader: String

        fileprivate init(_ seats: EventSeats, _ reader: String) {
            self.seats = seats
            self.reader = reader
        }

        deinit { seats.leave(reader) }
    }

    func take(for reader: String) -> Seat? {
        let isFree = taken.withLock { taken in
            guard taken.values.reduce(0, +) < Self.most, taken[reader, default: 0] < Self.mostOfOne
            else { return false }
            taken[reader, default: 0] += 1
            return true
        }
        return isFree ? Seat(self, reader) : nil
    }

    private func leave(_ reader: String) {
        taken.withLock { taken in
            taken[reader, default: 1] -= 1
            if taken[reader] == 0 { taken[reader] = nil }
        }
    }
}
