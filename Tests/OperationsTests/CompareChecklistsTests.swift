import ChecklistDecoding
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

@Suite("Comparing two texts of a checklist")
struct CompareChecklistsTests {
    private static func outcome(
        _ place: Place, _ old: String?, _ new: String = Sample.path, target: TargetID? = nil
    ) async throws -> CompareChecklists.Outcome {
        try await CompareChecklists(
            place.context(), reading: ChecklistLoader(place.context(), target: target))(
                old.map(place.path), place.path(new))
    }

    private static let edited = Sample.text.replacing("Everybody was told", with: "All were told")

    private static func sign(_ place: Place, target: String? = nil) async throws {
        _ = try await SignStep("told", .approve, note: "Done")(
            try await place.act(by: "ann@example.com", target: target))
    }

    @Test("The text on record is held against the file, with what lapses")
    func onRecord() async throws {
        try await Place.with { place in
            await #expect(throws: OperationFailure.self) { try await Self.outcome(place, nil) }
            try await Self.sign(place)
            await #expect(throws: OperationFailure.self) { try await Self.outcome(place, nil) }
            try place.write(Sample.path, Self.edited)
            let outcome = try await Self.outcome(place, nil)
            #expect(outcome.pairs.count == 1)
            let pair = try #require(outcome.pairs.first)
            #expect(pair.comparison?.differences.map(\.subject) == [.step("told")])
            #expect(pair.comparison?.differences.map(\.isRewording) == [true])
            #expect(pair.record?.lapsing.map(\.why) == [.signOff(.otherWording)])
        }
    }

    @Test(
        "Copies of the texts may lie anywhere: what is on record is found by the one that is used")
    func copies() async throws {
        try await Place.with { place in
            try await Self.sign(place)
            try place.write("copy/old.yaml", Sample.text)
            try place.write("copy/new.yaml", Self.edited)
            // A draft of the next text beside the one that is used.
            let draft = try await Self.outcome(place, Sample.path, "copy/new.yaml")
            #expect(draft.pairs.map { $0.record?.lapsing.count } == [1])
            // The last text beside the one that is used.
            try place.write(Sample.path, Self.edited)
            let last = try await Self.outcome(place, "copy/old.yaml")
            #expect(last.pairs.map { $0.record?.lapsing.count } == [1])
        }
    }

    @Test("What is on record for other values than those compared is named")
    func otherScopes() async throws {
        try await Place.with { place in
            try await Self.sign(place)
            _ = try await SignStep("told", .approve, note: "Done")(
                try await place.act(by: "ann@example.com", set: ["cloud": "two"]))
            try place.write(Sample.path, Self.edited)
            let outcome = try await Self.outcome(place, nil)
            #expect(outcome.pairs.map { $0.record?.lapsing.count } == [1])
            #expect(outcome.otherScopes == [Scope(parameters: ["cloud": "two"])])
        }
    }

    @Test("Each target is judged by itself")
    func targets() async throws {
        try await Place.with(Sample.withTargets) { place in
            try await Self.sign(place, target: "contoso")
            try place.write(
                Sample.path,
                Sample.withTargets.replacing("Everybody was told", with: "All were told"))
            let outcome = try await Self.outcome(place, nil)
            #expect(outcome.pairs.map { $0.after?.target } == ["contoso", "fabrikam"])
            #expect(outcome.pairs.map { $0.record?.lapsing.count } == [1, 0])
            #expect(outcome.otherScopes.isEmpty)
            let one = try await Self.outcome(place, nil, target: "fabrikam")
            #expect(one.pairs.map { $0.after?.target } == ["fabrikam"])
            #expect(one.otherScopes.map(\.target) == ["contoso"])
        }
    }

    @Test("A member who goes takes the approvals along, and nothing is recorded by looking")
    func members() async throws {
        try await Place.with { place in
            try await Self.sign(place)
            try place.write(
                Sample.path,
                Sample.text.replacing(
                    "[ann@example.com, bob@example.com]", with: "[bob@example.com]"))
            let before = try await place.judged().state.extent
            let outcome = try await Self.outcome(place, nil)
            #expect(
                outcome.pairs.first?.record?.lapsing.map(\.why)
                    == [.signOff(.notAMember("ann@example.com", "admin"))])
            #expect(
                outcome.pairs.first?.comparison?.differences.flatMap(\.parts)
                    == [
                        PartChange(
                            .members, ["ann@example.com", "bob@example.com"], ["bob@example.com"])
                    ])
            #expect(try await place.judged().state.extent == before)
        }
    }
}
