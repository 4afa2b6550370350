import Rollout

/// Histories of a rollout that no person would think of, the same in every run.
struct RandomHistory {
    /// What may be recorded at random.
    enum Ingredient: CaseIterable {
        case approval, rejection, met, unmet, undetermined, waiver, revocation, decision
    }

    static let people: [Principal] = ["nora", "omar", "mia", "sam", "olga", "eve"]
    static let roles: [RoleID] = ["ops", "security", "owner"]

    let checklist: Checklist
    let start: Instant
    var generator: SeededGenerator
    /// What right clocks show at the newest entry.
    private(set) var now: Instant
    /// Whether an entry may be about another wording or another checklist.
    var strays = true

    init(_ checklist: Checklist, start: Instant, seed: Int) {
        self.checklist = checklist
        self.start = start
        generator = SeededGenerator(seed: UInt64(seed))
        now = start
    }

    /// A step of the checklist, or now and then one that it does not have.
    mutating func step() -> StepID {
        generator.once(in: 20) ? "gone" : generator.pick(checklist.steps.map(\.id), else: "gone")
    }

    /// The current wording, or now and then another one.
    mutating func wording() -> ContentDigest? {
        strays && generator.once(in: 6) ? Make.otherWording : nil
    }

    /// A moment from the start up to some hours later.
    mutating func moment(within hours: Int) -> Instant {
        start.plus(hours: Int.random(in: 0...hours, using: &generator))
    }

    /// Adds entries of all kinds, each up to 20 hours after the one before it.
    ///
    /// One of `ahead` is dated up to ten days too late by a wrong clock; none where it is 0.
    mutating func add(
        _ count: Int, to book: inout EntryBook,
        of ingredients: [Ingredient] = Ingredient.allCases, ahead: Int = 0
    ) {
        for _ in 0..<count {
            now = now.plus(hours: Int.random(in: 0...20, using: &generator))
            let isAhead = ahead > 0 && generator.once(in: ahead)
            let wrong = isAhead ? Int.random(in: 1...240, using: &generator) : 0
            add(generator.pick(ingredients, else: .unmet), to: &book, at: now.plus(hours: wrong))
        }
    }

    private mutating func add(_ ingredient: Ingredient, to book: inout EntryBook, at now: Instant) {
        let step = step()
        let wording = wording()
        let person = generator.pick(Self.people, else: "eve")
        let role = generator.pick(Self.roles, else: "ops")
        let about =
            strays && generator.once(in: 15) ? EntryBook.Elsewhere.otherID : EntryBook.Elsewhere()
        let position = generator.once(in: 5) ? 1 : 0
        let site = generator.once(in: 4) ? "dmz" : nil
        let observed = now.plus(hours: Int.random(in: -30...30, using: &generator))
        switch ingredient {
        case .approval, .rejection:
            book.sign(
                step, by: person, for: role, ingredient == .approval ? .approve : .reject, at: now,
                files: Int.random(in: 0...1, using: &generator), wording: wording, about: about)
        case .met:
            book.check(
                step, position, at: now, observedAt: observed, wording: wording, from: site,
                about: about)
        case .unmet, .undetermined:
            book.check(
                step, position, ingredient == .unmet ? .unmet : .undetermined, at: now,
                observedAt: observed, wording: wording, from: site, about: about)
        case .waiver:
            book.waive(
                step, by: person, for: role, at: now,
                until: now.plus(hours: Int.random(in: -5...900, using: &generator)),
                wording: wording)
        case .revocation:
            let last = max(1, book.entries.count)
            book.revoke(Int.random(in: 1...last, using: &generator), by: person, at: now)
        case .decision:
            book.decide(
                generator.pick(checklist.timeline.map(\.id), else: "gone"),
                generator.pick(Decision.Choice.allCases, else: .go),
                on: generator.once(in: 3) ? .close : .start, by: person, for: role, at: now)
        }
    }
}
