import Rollout

/// Tries all ways of filling some seats, up to a bound.
struct SeatSearch {
    /// What a search came to.
    enum Outcome {
        case found
        /// No way is left that was not tried.
        case none
        /// There are more ways than were tried.
        case unknown
    }

    private let seats: [Seating.Seat]
    private var seating = Seating()
    /// How many seats may still be tried.
    private var budget: Int

    /// How many choices are made before the answer is that nobody knows: a moment of work.
    static let bound = 20_000

    /// Fills seats beside all that are taken; where no way is found, everything is as it was.
    ///
    /// Those with the fewest people come first. The seating is changed in place, since a copy for
    /// each step would cost more than all searches.
    static func extend(
        _ seating: inout Seating, with seats: [Seating.Seat], bound: Int = bound
    ) -> Outcome {
        let sorted = seats.enumerated().sorted {
            ($0.element.people.count - $0.element.count, $0.offset)
                < ($1.element.people.count - $1.element.count, $1.offset)
        }
        var search = SeatSearch(seats: sorted.map(\.element), budget: bound)
        swap(&search.seating, &seating)
        defer { swap(&search.seating, &seating) }
        if search.fill(0, from: 0, taken: 0) { return .found }
        return search.budget < 0 ? .unknown : .none
    }

    /// The same beside nothing.
    static func fill(
        _ seats: [Seating.Seat], bound: Int = bound
    ) -> (outcome: Outcome, seating: Seating) {
        var seating = Seating()
        let outcome = extend(&seating, with: seats, bound: bound)
        return (outcome, seating)
    }

    private init(seats: [Seating.Seat], budget: Int) {
        self.seats = seats
        self.budget = budget
    }

    /// Fills the seats from one on, of which some people are chosen; people of one seat are chosen in
    /// their order, since another order is the same choice.
    private mutating func fill(_ number: Int, from start: Int, taken: Int) -> Bool {
        guard number < seats.count else { return true }
        let seat = seats[number]
        guard taken < seat.count else { return fill(number + 1, from: 0, taken: 0) }
        for place in start..<max(start, seat.people.count - (seat.count - taken) + 1) {
            let person = seat.people[place]
            guard seating.isFree(person, seat) else { continue }
            budget -= 1
            guard budget >= 0 else { return false }
            seating.take(seat, person)
            if fill(number, from: place + 1, taken: taken + 1) { return true }
            seating.leaveLast(of: seat.step.id)
        }
        return false
    }
}
