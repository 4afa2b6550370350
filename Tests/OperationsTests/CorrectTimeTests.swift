import CanonicalJSON
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

@Suite("Correcting the time of an entry")
struct CorrectTimeTests {
    private static func correct(
        _ place: Place, _ entry: Int, _ time: String, by principal: String = "bea"
    ) async throws -> Entry {
        let time = try #require(Instant(rfc3339: time))
        let name = try #require(Principal(written: "\(principal)@example.com"))
        return try await CorrectTime(entry, time: time, reason: "The clock was wrong.")(
            on: place.load(), by: name, place.context()
        ).entry
    }

    /// A rejection that a clock two weeks ahead dated, judged with the right clock.
    private static func withRejectionAhead(
        _ body: (Place) async throws -> Void
    ) async throws {
        try await Place.with { place in
            _ = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            try place.set("2025-10-15T10:00:00Z")
            _ = try await SignStep("reviewed", .reject, note: "No")(
                place.act(by: "ann@example.com"))
            try place.set("2025-10-01T11:00:00Z")
            try await body(place)
        }
    }

    @Test("While the newest entry is ahead nothing is judged but the past, as nothing is recorded")
    func refused() async throws {
        try await Self.withRejectionAhead { place in
            let failure = await #expect(throws: LedgerError.self) { try await place.judged() }
            guard case .clockDiffers(_, _, 3) = failure?.cause else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(failure?.description.contains("readiness correct") == true)
            let instant = try #require(Instant(rfc3339: "2025-10-01T10:30:00Z"))
            let past = try await place.judged(at: JudgementPoint(asOf: .instant(instant)))
            #expect(past.state.extent.size == 2)
        }
    }

    @Test("Another rollout's entry that is ahead refuses the judgement as well")
    func otherRollout() async throws {
        try await Self.withRejectionAhead { place in
            try place.write(
                "checklists/other.yaml", Sample.text.replacing("id: sample", with: "id: other"))
            let loaded = try await place.load("checklists/other.yaml")
            await #expect(throws: LedgerError.self) {
                try await JudgeRollouts(place.context()).judge(loaded)
            }
        }
    }

    @Test("A corrected entry counts with its true time, and the ledger takes entries again")
    func corrected() async throws {
        try await Self.withRejectionAhead { place in
            let made = try await Self.correct(place, 3, "2025-10-01T10:30:00Z")
            #expect(made.sequence == 4 && made.recordedAt == place.now)
            let judged = try await place.judged()
            #expect(judged.assessment.step("reviewed")?.status == .failing)
            #expect(judged.assessment.corrections.map(\.reason) == [.counts])
            #expect(
                judged.assessment.corrections.first?.recordedAs
                    == Instant(rfc3339: "2025-10-15T10:00:00Z"))
            #expect(
                judged.assessment.entries.first { $0.sequence == 3 }?.recordedAt
                    == Instant(rfc3339: "2025-10-01T10:30:00Z"))
            let report = judged.report(ReportInput.Tool(name: "readiness", version: "t"))
            let text = String(
                decoding: try #require(MarkdownFormat().render([report]).first).bytes,
                as: UTF8.self)
            #expect(text.contains("| Corrected time of |"))
            #expect(text.contains("| The clock was wrong. | yes |"))
            let value = JSONFormat().value(report)["corrections"]?.items?.first
            #expect(value?["recordedAs"]?.text == "2025-10-15T10:00:00Z")
            #expect(value?["time"]?.text == "2025-10-01T10:30:00Z")
            #expect(value?["code"]?.text == "counts")
            _ = try await SignStep("reviewed", .reject, note: "n")(
                place.act(by: "bob@example.com"))
            #expect(try await AuditLedger(place.context())().findings.isEmpty)
        }
    }

    @Test("Only the owner corrects, only an entry that is ahead, and only to a time that has come")
    func objections() async throws {
        try await Self.withRejectionAhead { place in
            let cases: [(Int, String, String, CorrectionReason)] = [
                (3, "2025-10-01T10:30:00Z", "ann", .notTheOwner),
                (2, "2025-10-01T09:30:00Z", "bea", .notAhead),
                (9, "2025-10-01T10:30:00Z", "bea", .noSuchEntry),
                (3, "2025-10-02T10:30:00Z", "bea", .inTheFuture),
                (3, "2025-10-01T09:59:59Z", "bea", .beforeEarlierEntry(2, at: Place.start)),
            ]
            for (entry, time, principal, wanted) in cases {
                let failure = await #expect(throws: OperationFailure.self) {
                    try await Self.correct(place, entry, time, by: principal)
                }
                guard case .correction(wanted, entry, _) = failure else {
                    Issue.record("\(String(describing: failure))")
                    continue
                }
            }
        }
    }

    @Test("A second correction of an entry replaces the first, and says so")
    func replaced() async throws {
        try await Self.withRejectionAhead { place in
            _ = try await Self.correct(place, 3, "2025-10-01T10:30:00Z")
            let time = try #require(Instant(rfc3339: "2025-10-01T10:40:00Z"))
            let second = try await CorrectTime(3, time: time, reason: "Read again.")(
                on: place.load(), by: "bea@example.com", place.context())
            #expect(second.former?.entry.sequence == 4)
            let judged = try await place.judged()
            #expect(
                judged.assessment.corrections.map(\.reason)
                    == [.replaced(by: second.entry.sequence), .counts])
            #expect(judged.assessment.entries.first { $0.sequence == 3 }?.recordedAt == time)
        }
    }
}
