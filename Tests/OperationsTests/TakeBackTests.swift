import Operations
import Rollout
import Testing

@Suite("Taking back")
struct TakeBackTests {
    private static func failure(
        _ place: Place, _ kind: StatementBody.Kind, _ entry: Int, of step: String,
        by principal: String, set: [String: String] = [:]
    ) async throws -> String {
        let act = try await place.act(by: "\(principal)@example.com", set: set)
        let failure = await #expect(throws: OperationFailure.self) {
            try await TakeBack(kind, entry, of: step, reason: "r")(act)
        }
        return failure?.description ?? ""
    }

    @Test("An entry is taken back once, by its author or where the rules let the owner")
    func once() async throws {
        try await Place.with { place in
            let entry = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            let other = try await Self.failure(
                place, .signOff, entry.sequence, of: "reviewed", by: "ann")
            #expect(other.contains("Only bob@example.com or a member of Bosses"), "\(other)")
            let taken = try await TakeBack(
                .signOff, entry.sequence, of: "reviewed", reason: "Wrong")(
                    place.act(by: "bea@example.com"))
            #expect(try await place.status("reviewed").status == .pending)
            let again = try await Self.failure(
                place, .signOff, entry.sequence, of: "reviewed", by: "bob")
            #expect(again.contains("entry \(taken.sequence)"), "\(again)")
        }
    }

    @Test("The owner cannot take back the rejection of somebody who is still a member")
    func rejection() async throws {
        try await Place.with { place in
            let entry = try await SignStep("reviewed", .reject, note: "n")(
                place.act(by: "bob@example.com"))
            let owner = try await Self.failure(
                place, .signOff, entry.sequence, of: "reviewed", by: "bea")
            #expect(owner.contains("Only bob@example.com may"), "\(owner)")
            #expect(try await place.status("reviewed").status == .failing)
        }
    }

    @Test("Another kind, step or scope than that of the entry is refused")
    func others() async throws {
        try await Place.with { place in
            let entry = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            let number = entry.sequence
            let kind = try await Self.failure(place, .waiver, number, of: "reviewed", by: "bob")
            #expect(kind.contains("Entry \(number) is not a waiver of the step reviewed"))
            let step = try await Self.failure(place, .signOff, number, of: "firm", by: "bob")
            #expect(step.contains("is not a sign-off of the step firm"), "\(step)")
            let scope = try await Self.failure(
                place, .signOff, number, of: "reviewed", by: "bob", set: ["cloud": "two"])
            #expect(scope.contains("cloud one, not for two"), "\(scope)")
            #expect(try await place.status("reviewed").status == .ready)
        }
    }

    @Test("For a phase that is over nothing is taken back")
    func phaseOver() async throws {
        try await Place.with { place in
            let entry = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            try place.write(
                Sample.path,
                Sample.text.replacing(
                    "starts: 2025-11-10}", with: "starts: 2025-11-10, status: completed}"))
            let over = try await Self.failure(
                place, .signOff, entry.sequence, of: "reviewed", by: "bob")
            #expect(over.contains("The phase first is over"), "\(over)")
        }
    }
}
