import ChecklistDecoding
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

@Suite("Saying that a rewording changed no meaning")
struct RecordEditorialTests {
    /// The sample with `told` signed by ann and other words in it since.
    private static func reworded(
        _ edit: (String) -> String = { $0.replacing("Everybody was told", with: "All were told") },
        _ body: (Place) async throws -> Void
    ) async throws {
        try await Place.with { place in
            _ = try await SignStep("told", .approve, note: "Done")(
                try await place.act(by: "ann@example.com"))
            try place.write("old.yaml", Sample.text)
            try place.write(Sample.path, edit(Sample.text))
            try await body(place)
        }
    }

    private static func record(
        _ place: Place, _ step: String = "told", from old: String? = nil,
        by principal: String = "bea@example.com", set: [String: String] = [:]
    ) async throws -> RecordEditorial.Recorded {
        let act = try await place.act(by: principal, set: set)
        let loader = ChecklistLoader(place.context(), chosen: set)
        let loaded = try await place.load(set: set)
        let before = try await CompareChecklists(place.context(), reading: loader)
            .before(old.map(place.path), loaded)
        return try await RecordEditorial(step, before: before, reason: "Shorter.")(act)
    }

    private static func refusal(
        _ record: () async throws -> RecordEditorial.Recorded
    ) async throws -> EditorialReason? {
        let failure = await #expect(throws: OperationFailure.self) { _ = try await record() }
        guard case .editorial(let reason, _)? = failure else { return nil }
        return reason
    }

    @Test(
        "The owner's word carries the sign-off over, from the text on record and from a file alike",
        arguments: [nil, "old.yaml"])
    func carried(from old: String?) async throws {
        try await Self.reworded { place in
            let made = try await Self.record(place, from: old)
            #expect(made.carries == [2])
            let step = try await place.status("told")
            #expect(step.signOffs.map(\.carriedBy) == [[made.entry.sequence]])
            #expect(step.signOffs.map(\.reason) == [.approves])
            let judged = try await place.judged()
            let report = Place.markdown(judged)
            #expect(report.contains("| Reworded without another meaning |"))
            #expect(report.contains("an earlier wording, whose meaning the owner says is the same"))
            let json = String(
                decoding: JSONFormat().stream([
                    judged.report(ReportInput.Tool(name: "readiness", version: "test"))
                ]), as: UTF8.self)
            #expect(json.contains("\"editorials\"") && json.contains("\"carriedBy\""))
            #expect(try await AuditLedger(place.context())().findings.isEmpty)
        }
    }

    @Test(
        "A rule that changed with the words is refused, and nothing is recorded",
        arguments: [
            ("due: first, needs: [reviewed]", "due: first - 1d, needs: [reviewed]"),
            ("needs: [reviewed], sign-off: {}", "sign-off: {}"),
            ("needs: [reviewed], sign-off: {}", "needs: [reviewed], sign-off: {count: 2}"),
            ("title: Everybody was told, role: admin", "title: Told, role: both"),
            ("title: Everybody was told,", "title: Told, level: advisory,"),
            ("title: Everybody was told,", "title: Told, fresh-for: 1h,"),
            ("title: Everybody was told,", "title: Told, check: [{file: {path: present.txt}}],"),
        ])
    func rules(old: String, new: String) async throws {
        #expect(Sample.text.contains(old))
        try await Self.reworded({ $0.replacing(old, with: new) }) { place in
            #expect(try await Self.refusal { try await Self.record(place) } == .otherRules)
            let entries = try await place.judged().assessment.entries
            #expect(entries.count == 2)
        }
    }

    @Test("Only the owner says so; what is not reworded, was said or carries nothing is refused")
    func refused() async throws {
        try await Self.reworded { place in
            #expect(
                try await Self.refusal { try await Self.record(place, by: "ann@example.com") }
                    == .notTheOwner("ann@example.com", owner: "boss"))
            #expect(try await Self.refusal { try await Self.record(place, "firm") } == .sameWording)
            let other = await #expect(throws: OperationFailure.self) {
                _ = try await Self.record(place, set: ["cloud": "two"])
            }
            // The sign-off is one of another rollout, so that there is nothing to carry over.
            guard case .pointless(.nothingToCarry)? = other else {
                Issue.record("\(String(describing: other))")
                return
            }
            let made = try await Self.record(place)
            #expect(
                try await Self.refusal { try await Self.record(place) }
                    == .saidAlready(entry: made.entry.sequence))
            let otherID = Sample.text.replacing("id: sample\n", with: "id: another\n")
            try place.write("old.yaml", otherID)
            #expect(
                try await Self.refusal { try await Self.record(place, from: "old.yaml") }
                    == .otherChecklist("another"))
        }
    }

    @Test("The owner takes it back, and the step is stale again")
    func takenBack() async throws {
        try await Self.reworded { place in
            let made = try await Self.record(place)
            let back = TakeBack(.editorial, made.entry.sequence, of: "told", reason: "It did.")
            await #expect(throws: OperationFailure.self) {
                _ = try await back(try await place.act(by: "ann@example.com"))
            }
            _ = try await back(try await place.act(by: "bea@example.com"))
            #expect(try await place.status("told").signOffs.map(\.reason) == [.otherWording])
        }
    }

    @Test("A ledger that is written by hand carries no more: every judgement looks again")
    func forged() async throws {
        try await Self.reworded({
            $0.replacing("due: first, needs", with: "due: first - 1d, needs")
        }) { place in
            let act = try await place.act(by: "bea@example.com")
            let step = try #require(act.checklist.step("told"))
            let former = try #require(
                try await ChecklistLoader(place.context()).loadOne(place.path("old.yaml"))
                    .checklist.step("told"))
            let location = try await place.judged().location
            let claim = Editorial(from: former.digest, before: former.wording, reason: "Trust me.")
            let statement = act.checklist.statement(
                .editorial(claim), step: step.reference, by: "bea@example.com", for: "boss",
                at: place.now)
            _ = try await location.ledger().append([Draft(statement)], at: place.now)
            let assessment = try await place.judged().assessment
            #expect(assessment.editorials.map(\.reason) == [.otherRules])
            #expect(assessment.step("told")?.signOffs.map(\.reason) == [.otherWording])
        }
    }
}
