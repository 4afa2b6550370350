import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Auditing a ledger")
struct AuditLedgerTests {
    private static func findings(_ place: Place) async throws -> [AuditFinding] {
        try await AuditLedger(place.context())().findings
    }

    /// A sign-off with evidence (entry 2) and a decision (entry 3).
    private static func withLedger(_ body: (Place) async throws -> Void) async throws {
        try await Place.with { place in
            _ = try await SignStep(
                "approved", .approve, note: "n", evidence: [place.path("evidence.txt")])(
                    place.act(by: "bob@example.com"))
            _ = try await DecidePhase("first", .noGo, reason: "not yet")(
                place.act(by: "bea@example.com"))
            try await body(place)
        }
    }

    @Test("A ledger as it was recorded has no findings")
    func whole() async throws {
        try await Self.withLedger { place in
            let outcome = try await AuditLedger(place.context())()
            #expect(outcome.findings.isEmpty)
            #expect(outcome.extent.size == 3)
        }
    }

    @Test("An archive that holds a report is none")
    func archive() async throws {
        try await Self.withLedger { place in
            let report = Place.markdown(try await place.judged())
            try place.write("bundle.tar", "report.md\u{0}\(report)")
            let failure = await #expect(throws: OperationFailure.self) {
                try await AuditLedger(place.context(), since: place.path("bundle.tar"))()
            }
            guard case .notAReport = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test("Evidence that is gone or changed is found, and said wherever it is judged")
    func evidence() async throws {
        try await Self.withLedger { place in
            #expect(try await place.judged().missing.isEmpty)
            let digest = ContentDigest(of: "approved\n".utf8)
            let path = ".readiness/evidence/sha256/\(digest.hex.prefix(2))/\(digest.hex)"
            #expect(place.exists(path))
            try place.write(path, "APPROVED\n")
            var found = try await Self.findings(place)
            #expect(found.map(\.entry) == [2] && found.map(\.rule) == [.content])
            #expect(found[0].words.contains("is not as it was recorded"))
            try FileManager.default.removeItem(atPath: place.path(path))
            found = try await Self.findings(place)
            #expect(found[0].words.contains("is not kept beside the ledger"))
            let judged = try await place.judged()
            #expect(judged.missing.map(\.entry) == [2])
            #expect(Place.markdown(judged).contains("rests on a file that cannot be shown"))
        }
    }

    @Test("A decision that names another ledger than the one it stands in is found")
    func decision() async throws {
        try await Self.withLedger { place in
            let location = place.context().location(for: place.path(Sample.path))
            let ledger = location.ledger()
            let entries = try await ledger.reading(of: nil, asOf: .everything).entries
            let made = try #require(entries.last?.statement)
            guard case .decision(let decision) = made.body else {
                Issue.record("no decision")
                return
            }
            let forged = Decision(
                phase: decision.phase, choice: .go, reason: "r", verdict: .go, conditions: 0,
                reasons: [], ledger: LedgerExtent(size: 2, root: LedgerExtent.empty.root))
            let statement = Statement(
                rollout: made.rollout, scope: made.scope, checklist: made.checklist,
                principal: made.principal, role: made.role, madeAt: made.madeAt,
                body: .decision(forged))
            _ = try await ledger.append([Draft(statement)], at: place.now)
            let lines = Gatherer()
            _ = try await ledger.entries(of: nil, asOf: .everything) { lines.add($0.bytes) }
            try await ledger.close()
            let found = try await Self.findings(place)
            #expect(found.map(\.entry) == [4] && found.map(\.rule) == [.ledger(.decision)])
            try place.write("copy.jsonl", lines.text)
            let copy = try await AuditLedger(place.context(ledger: "copy.jsonl"))()
            #expect(copy.findings.contains { $0.entry == 4 && $0.rule == .ledger(.decision) })
        }
    }

    @Test("Whatever is judged from a text file is said to be from an unverified copy")
    func copy() async throws {
        try await Self.withLedger { place in
            let ledger = place.context().location(for: place.path(Sample.path)).ledger()
            let lines = Gatherer()
            _ = try await ledger.entries(of: nil, asOf: .everything) { lines.add($0.bytes) }
            try place.write("copy.jsonl", lines.text)
            let report = Place.markdown(try await place.judged(ledger: "copy.jsonl"))
            #expect(report.contains("unverified copy"))
            #expect(!Place.markdown(try await place.judged()).contains("unverified copy"))
        }
    }
}
