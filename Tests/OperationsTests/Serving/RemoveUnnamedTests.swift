import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Evidence that no statement names")
struct RemoveUnnamedTests {
    /// A moment after everything that a test brings.
    private static var later: Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) + 3_600_000)
    }

    @Test("It goes after its time; what an entry names, and what is wanted since, stays")
    func removed() async throws {
        try await LogPlace.with { log in
            let store = log.location.content
            let named = try store.put(Array("named".utf8))
            let stray = try store.put(Array("stray".utf8))
            let ledger = log.location.ledger()
            _ = try await ledger.append(
                [
                    Draft(
                        Statement(
                            rollout: RolloutReference(
                                id: "sample", place: "checklists/sample.yaml"),
                            scope: Scope(), checklist: ContentDigest(of: "text".utf8),
                            step: StepReference(id: "a", digest: ContentDigest(of: "step".utf8)),
                            principal: "ann@example.com", role: "admin", madeAt: log.place.now,
                            body: .signOff(
                                SignOff(
                                    choice: .approve, note: "n",
                                    evidence: [EvidenceFile(name: "e", file: named)]))))
                ], at: log.place.now)
            try await ledger.close()
            let before = Instant(milliseconds: 1_000_000)
            let remove = RemoveUnnamed(log.location)
            #expect(try await remove(unwantedFor: .zero, at: before).files == 0)
            let outcome = try await remove(unwantedFor: .seconds(60), at: Self.later)
            #expect(outcome.files == 1 && outcome.bytes == 5, "\(outcome)")
            #expect(try store.bytes(of: named) == Array("named".utf8))
            #expect(throws: ContentError.self) { try store.bytes(of: stray) }
            #expect(try store.all().map(\.digest) == [named.digest])
        }
    }

    @Test("What is wanted between the look at its time and its removal comes back")
    func wanted() async throws {
        try await LogPlace.with { log in
            let store = log.location.content
            let file = try store.put(Array("stray".utf8))
            let kept = try #require(try store.all().first)
            #expect(store.renew(file.digest))
            #expect(try !store.remove(file.digest, unlessSince: kept.broughtAt))
            #expect(try store.bytes(of: file) == Array("stray".utf8))
            #expect(try store.remove(file.digest, unlessSince: .max))
            #expect(!store.renew(file.digest))
        }
    }

    @Test("What a crash left half written goes as well")
    func parts() async throws {
        try await LogPlace.with { log in
            let store = log.location.content
            try store.put(Array("x".utf8))
            let part = "\(store.folder)/sha256/.1-2.part"
            try Data("half".utf8).write(to: URL(fileURLWithPath: part))
            try store.removeParts(before: 1)
            #expect(FileManager.default.fileExists(atPath: part))
            try store.removeParts(before: .max)
            #expect(!FileManager.default.fileExists(atPath: part))
            #expect(try store.all().count == 1)
        }
    }
}
