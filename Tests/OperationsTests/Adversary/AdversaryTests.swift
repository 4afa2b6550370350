import Testing

/// What was tried to make the program lie, run something or break, as `docs/security.md` lists it.
///
/// Each attack is short; the page names the test that goes deeper.
@Suite("What an adversary tries", .timeLimit(.minutes(10)))
struct AdversaryTests {
    static let families: [(name: String, attacks: [Attack], count: Int)] = [
        ("fail-open", failOpen, 97), ("trust", trust, 16), ("injection", injection, 43),
        ("denial", denial, 26), ("tampering", tampering, 21),
    ]

    static let failOpen = answers + sessions + files + lint + records + moments

    @Test("What is no evidence never counts as evidence", arguments: failOpen)
    func evidence(_ attack: Attack) async throws { try await attack.expectStopped() }

    @Test("Nothing is run, read or believed that nobody trusted", arguments: trust)
    func permission(_ attack: Attack) async throws { try await attack.expectStopped() }

    @Test("A text stays a text, wherever it is shown", arguments: injection)
    func text(_ attack: Attack) async throws { try await attack.expectStopped() }

    @Test("A small input does not cost much, and an endless one ends", arguments: denial)
    func cost(_ attack: Attack) async throws { try await attack.expectStopped() }

    @Test("What was changed behind the program's back is not judged", arguments: tampering)
    func ledger(_ attack: Attack) async throws { try await attack.expectStopped() }

    @Test("Every family has as many attacks as it says, each of a name of its own")
    func count() {
        for family in Self.families {
            print("adversary: \(family.name): \(family.attacks.count) attacks")
            #expect(family.attacks.count == family.count, "\(family.name)")
        }
        let all = Self.families.flatMap(\.attacks)
        print("adversary: \(all.count) attacks in all")
        #expect(all.count >= 120)
        #expect(Set(all.map(\.testDescription)).count == all.count)
        // The ways to make it lie, to break it or to flood it.
        #expect(Set(all.map(\.number)).isSuperset(of: 1...20))
    }
}
