import Rollout
import Testing

/// Which sign-offs are of one person, and which came out of their order.
struct StepPeopleTests {
    private func reasons(
        count: Int = 2, _ history: (inout EntryBook, Instant) -> Void
    ) throws -> [SignOffReason] {
        let now = try PeopleSample.now()
        let step = Make.step("step", signOff: SignOffRule(roles: ["ops"], count: count))
        var book = EntryBook(try PeopleSample.checklist([step]))
        history(&book, now)
        return book.reasons(at: now)
    }

    @Test("One key under two names is one person, two keys under two names are two")
    func keys() throws {
        let same = try reasons {
            $0.say(PeopleSample.approve, by: "nora", key: PeopleSample.one, at: $1)
            $0.say(PeopleSample.approve, by: "omar", key: PeopleSample.one, at: $1)
        }
        #expect(same == [.approves, .samePerson(as: "nora", entry: 1)])
        let other = try reasons {
            $0.say(PeopleSample.approve, by: "nora", key: PeopleSample.one, at: $1)
            $0.say(PeopleSample.approve, by: "omar", key: PeopleSample.two, at: $1)
        }
        #expect(other == [.approves, .approves])
    }

    @Test("Names and keys make a chain: all that it connects is one person")
    func chain() throws {
        let found = try reasons(count: 3) {
            $0.say(PeopleSample.approve, by: "nora", key: PeopleSample.one, at: $1)
            $0.say(PeopleSample.approve, by: "omar", key: PeopleSample.two, at: $1)
            // Pia, with omar's key, for nora.
            $0.say(PeopleSample.approve, by: "pia", for: "nora", key: PeopleSample.two, at: $1)
        }
        #expect(
            found == [
                .replaced(by: 3), .samePerson(as: "nora", entry: 1),
                .samePerson(as: "omar", entry: 2),
            ] || found.count { $0 == .approves } == 1)
        #expect(found.count { $0 == .approves } == 1)
    }

    @Test("A deputy and the principal are one person, in any order")
    func deputy() throws {
        for swapped in [false, true] {
            let found = try reasons { book, now in
                let says: [(Principal, Principal?)] = [("pia", "nora"), ("nora", nil)]
                for (name, member) in swapped ? says.reversed() : says {
                    book.say(PeopleSample.approve, by: name, for: member, at: now)
                }
            }
            #expect(found.count { $0 == .approves } == 1)
        }
    }

    @Test("A signed yes does not undo a no that was signed after it and came before it")
    func overtaken() throws {
        let back = try reasons(count: 1) {
            $0.say(PeopleSample.reject, by: "nora", key: PeopleSample.one, at: $1)
            $0.say(
                PeopleSample.approve, by: "nora", key: PeopleSample.one,
                madeAt: $1.plus(hours: -1), at: $1)
        }
        #expect(back == [.rejects, .madeBefore(entry: 1)])
        let later = try reasons(count: 1) {
            $0.say(
                PeopleSample.reject, by: "nora", key: PeopleSample.one,
                madeAt: $1.plus(hours: -1), at: $1)
            $0.say(PeopleSample.approve, by: "nora", key: PeopleSample.one, at: $1)
        }
        #expect(later == [.replaced(by: 2), .approves])
    }

    @Test("Another person's no is not undone, and does not undo")
    func otherVoice() throws {
        let found = try reasons(count: 1) {
            $0.say(PeopleSample.reject, by: "omar", key: PeopleSample.two, at: $1)
            $0.say(
                PeopleSample.approve, by: "nora", key: PeopleSample.one,
                madeAt: $1.plus(hours: -1), at: $1)
        }
        #expect(found == [.rejects, .approves])
    }

    @Test("The same signed statement counts once")
    func replayed() throws {
        let found = try reasons(count: 1) {
            for _ in 0..<2 {
                $0.say(PeopleSample.approve, by: "nora", key: PeopleSample.one, at: $1)
            }
        }
        #expect(found == [.approves, .unauthenticated(.replayed(of: 1))])
    }
}
