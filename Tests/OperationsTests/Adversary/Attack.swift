import Operations
import Testing

/// A way to make the program say, show or do what it must not.
struct Attack: Sendable, CustomTestStringConvertible {
    /// Its number in `docs/security.md`.
    let number: Int
    let testDescription: String
    /// What it has to come to, in a word or the part of a sentence.
    let wanted: String
    /// Carries the attack out and says what it came to.
    let outcome: @Sendable () async throws -> String

    init(
        _ number: Int, _ name: String, _ wanted: String,
        _ outcome: @escaping @Sendable () async throws -> String
    ) {
        self.number = number
        testDescription = "\(number): \(name)"
        self.wanted = wanted
        self.outcome = outcome
    }

    /// The same in a folder of its own with a checklist in it.
    static func inPlace(
        _ number: Int, _ name: String, _ wanted: String, _ text: String = Sample.text,
        _ outcome: @escaping @Sendable (Place) async throws -> String
    ) -> Attack {
        Attack(number, name, wanted) { try await Place.with(text, outcome) }
    }

    /// What some work is refused with; `done` where it is not refused.
    static func refusal(_ work: () async throws -> Void) async -> String {
        do {
            try await work()
            return "done"
        } catch {
            return "\(error)"
        }
    }

    func expectStopped(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let found = try await outcome()
        #expect(found.contains(wanted), sourceLocation: sourceLocation)
    }
}

extension Place {
    /// How many files of evidence are not kept any more as they were, which holds every phase back.
    func held() async throws -> String { "\(try await judged().missing.count) missing" }
}
