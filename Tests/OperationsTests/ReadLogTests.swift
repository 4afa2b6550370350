import CanonicalJSON
import ChecklistDecoding
import LedgerStorage
import Operations
import Rollout
import Synchronization
import Testing

@Suite("Reading the log")
struct ReadLogTests {
    private static func lines(
        _ place: Place, of checklist: Checklist? = nil, step: String? = nil
    ) async throws -> [(sequence: Int, bytes: [UInt8])] {
        let found = Mutex<[(sequence: Int, bytes: [UInt8])]>([])
        try await ReadLog(place.context().location(for: place.path(Sample.path)))(
            of: checklist, step: step
        ) { stored in
            found.withLock { $0.append((stored.entry.sequence, stored.bytes)) }
        }
        return found.withLock { $0 }
    }

    @Test("All entries in their order, with the exact bytes that the ledger keeps")
    func everything() async throws {
        try await Place.with { place in
            for step in ["reviewed", "told"] {
                _ = try await SignStep(step, .approve, note: "n")(
                    place.act(by: "bob@example.com"))
            }
            let lines = try await Self.lines(place)
            #expect(lines.map(\.sequence) == [1, 2, 3])
            for line in lines {
                #expect(try JSONValue(jsonBytes: line.bytes).canonicalBytes == line.bytes)
            }
        }
    }

    @Test("Only those of a target, and what is about the text")
    func target() async throws {
        try await Place.with(Sample.withTargets) { place in
            for target in ["contoso", "fabrikam"] {
                _ = try await SignStep("told", .approve, note: "n")(
                    place.act(by: "bob@example.com", target: target))
            }
            let found = Mutex<[TargetID?]>([])
            let loaded = try await place.load(target: "fabrikam")
            try await ReadLog(place.context().location(for: place.path(Sample.path)))(
                of: loaded.checklist, filter: LogFilter(rollouts: [loaded.checklist])
            ) { stored in
                guard stored.entry.statement.body.kind != .checklistText else { return }
                found.withLock { $0.append(stored.entry.statement.scope.target) }
            }
            #expect(found.withLock { $0 } == ["fabrikam"])
        }
    }

    @Test("Only those about a step or family, also one that only the ledger knows")
    func steps() async throws {
        try await Place.with { place in
            _ = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            let old = try await place.load().checklist
            #expect(try await Self.lines(place, of: old, step: "reviewed").map(\.sequence) == [2])
            #expect(try await Self.lines(place, of: old, step: "each").isEmpty)
            try place.write(
                Sample.path, Sample.text.replacing("reviewed", with: "renamed"))
            let new = try await place.load().checklist
            #expect(try await Self.lines(place, of: new, step: "reviewed").map(\.sequence) == [2])
            let failure = await #expect(throws: OperationFailure.self) {
                _ = try await Self.lines(place, of: new, step: "renamd")
            }
            #expect(failure?.description.contains("did you mean \"renamed\"?") == true)
        }
    }
}
