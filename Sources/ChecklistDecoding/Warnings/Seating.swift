import Rollout

/// Which people sign which steps, or ask for them, so that no rule about separate duties is broken.
struct Seating {
    /// So many people of a role who sign a step, or the one who asks for it.
    struct Seat {
        let step: Step
        let role: RoleID
        let count: Int
        let isRequest: Bool
        /// Who may take it, whatever the other seats.
        let people: [Principal]
    }

    /// How often somebody signed or asked for what.
    private struct Duties {
        /// By the id and the root of each step that the person signs.
        var signs: [StepID: Int] = [:]
        /// By the id of each step that the person asks for.
        var asks: [StepID: Int] = [:]
        /// By each reference of `not-by` of a step that the person signs.
        var leaves: [StepID: Int] = [:]
    }

    private var duties: [Principal: Duties] = [:]
    private var taken: [StepID: [(seat: Seat, person: Principal)]] = [:]

    /// Who signs a step, each person once.
    func signers(of step: StepID) -> [Principal] {
        let people = taken[step, default: []].filter { !$0.seat.isRequest }.map(\.person)
        return Set(people).sorted { $0.text < $1.text }
    }

    /// Whether somebody may take a seat beside all that are taken.
    func isFree(_ person: Principal, _ seat: Seat) -> Bool {
        guard let duties = duties[person] else { return true }
        let step = seat.step
        if seat.isRequest { return duties.signs[step.id, default: 0] == 0 }
        return duties.asks[step.id, default: 0] == 0
            && duties.leaves[step.id, default: 0] == 0
            && duties.leaves[step.id.root, default: 0] == 0
            && !(step.signOff?.notBy ?? []).contains { duties.signs[$0, default: 0] > 0 }
    }

    mutating func take(_ seat: Seat, _ person: Principal) {
        taken[seat.step.id, default: []].append((seat, person))
        note(seat, person, 1)
    }

    /// Gives back what was taken last of a step.
    mutating func leaveLast(of step: StepID) {
        guard let (seat, person) = taken[step]?.popLast() else { return }
        note(seat, person, -1)
    }

    /// Seats the steps of another seating as they are there.
    mutating func replace(with other: Seating) {
        for step in other.taken.keys {
            while taken[step]?.isEmpty == false { leaveLast(of: step) }
        }
        for (seat, person) in other.taken.values.joined() { take(seat, person) }
    }

    private mutating func note(_ seat: Seat, _ person: Principal, _ count: Int) {
        let step = seat.step
        guard !seat.isRequest else {
            duties[person, default: Duties()].asks[step.id, default: 0] += count
            return
        }
        for name in step.id.references {
            duties[person, default: Duties()].signs[name, default: 0] += count
        }
        for reference in step.signOff?.notBy ?? [] {
            duties[person, default: Duties()].leaves[reference, default: 0] += count
        }
    }
}
