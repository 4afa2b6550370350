import ChecklistDecoding
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

@Suite("Judging rollouts")
struct JudgeRolloutsTests {
    private static func sign(
        _ place: Place, _ step: String, by principal: String, target: String? = nil
    ) async throws {
        _ = try await SignStep(step, .approve, note: "n")(
            place.act(by: "\(principal)@example.com", target: target))
    }

    @Test("What was said for one target counts for no other, and each is judged by itself")
    func targets() async throws {
        try await Place.with(Sample.withTargets) { place in
            try await Self.sign(place, "reviewed", by: "bob", target: "contoso")
            let context = place.context()
            let loaded = try await ChecklistLoader(context).load([place.path(Sample.path)])
            #expect(loaded.map { $0.target?.text } == ["contoso", "fabrikam"])
            let judged = try await JudgeRollouts(context).outcomes(loaded).map {
                try $0.result.get().assessment
            }
            #expect(judged.map { $0.step(StepID("reviewed"))?.status } == [.ready, .pending])
            let foreign = try #require(judged.last?.signOffs.first)
            #expect(foreign.reason == .foreign(.otherTarget(TargetID("contoso"))))
            #expect(judged.last?.step(StepID("elsewhere"))?.status == .pending)
        }
    }

    @Test("An act wants one target")
    func targetWanted() async throws {
        try await Place.with(Sample.withTargets) { place in
            let failure = await #expect(throws: OperationFailure.self) {
                try await place.act(by: "bob@example.com")
            }
            #expect(failure?.description.contains("--target: contoso, fabrikam") == true)
        }
    }

    @Test("A ledger that cannot be read takes no other one down, and is no verdict")
    func oneDamaged() async throws {
        try await Place.with { place in
            try place.write(
                "other/.readiness/ledger.sqlite", "no database, but longer than its head")
            try place.write(
                "other/checklists/other.yaml",
                Sample.text.replacing("id: sample", with: "id: other"))
            let context = place.context()
            let loaded = try await ChecklistLoader(context).load(
                [place.path(Sample.path), place.path("other/checklists/other.yaml")])
            let outcomes = try await JudgeRollouts(context).outcomes(loaded)
            #expect(throws: Never.self) { try outcomes[0].result.get() }
            #expect(throws: LedgerError.self) { try outcomes[1].result.get() }
        }
    }

    @Test("An entry that is added later changes no old report: the same bytes, however it is dated")
    func entries() async throws {
        try await Place.with { place in
            try await Self.sign(place, "reviewed", by: "bob")
            try place.set("2025-10-02T10:00:00Z")
            // Four minutes behind the instant no clock takes it for a moment that has not come.
            let instant = try #require(Instant(rfc3339: "2025-10-01T10:00:00Z"))
            let before = try await place.judged()
            let point = JudgementPoint(asOf: .instant(instant), entries: before.state.extent.size)
            let old = Place.markdown(try await place.judged(at: point))
            #expect(before.state.extent.size == 2)
            // A clock that was set back by a few minutes dates an entry as the one before it.
            for clock in ["2025-10-01T09:56:00Z", "2025-10-02T10:00:00Z", "2025-10-03T10:00:00Z"] {
                try place.set(clock)
                _ = try await SignStep("reviewed", .reject, note: "n")(
                    place.act(by: "ann@example.com"))
                #expect(Place.markdown(try await place.judged(at: point)) == old)
            }
            let all = try await place.judged(at: JudgementPoint(asOf: .instant(instant)))
            #expect(all.assessment.step(StepID("reviewed"))?.status == .failing)
            #expect(Place.markdown(all) != old)
        }
    }

    @Test("More entries than there are is an error and no verdict")
    func fewerEntries() async throws {
        try await Place.with { place in
            try await Self.sign(place, "reviewed", by: "bob")
            let failure = await #expect(throws: LedgerError.self) {
                try await place.judged(at: JudgementPoint(entries: 3))
            }
            #expect(failure?.cause == .fewerEntries(wanted: 3, size: 2))
        }
    }

    @Test("At an earlier instant later entries do not count; at a later one all do")
    func instants() async throws {
        try await Place.with { place in
            try await Self.sign(place, "reviewed", by: "bob")
            func status(_ text: String) async throws -> StepStatus? {
                let asOf = try #require(AsOf(text))
                let judged = try await place.judged(at: JudgementPoint(asOf: asOf))
                return judged.assessment.step(StepID("reviewed"))?.status
            }
            #expect(try await status("2025-09-30") == .pending)
            #expect(try await status("2025-10-01T11:59") == .pending)
            #expect(try await status("2025-10-01T12:00") == .ready)
            #expect(try await status("2099-01-01") == .ready)
        }
    }

    @Test("A day is judged at its last second, a local time in the checklist's zone")
    func asOf() throws {
        let zone = try #require(Zone("Europe/Berlin"))
        for (text, instant) in [
            ("2025-10-09", "2025-10-09T21:59:59Z"), ("2025-10-09T14:00", "2025-10-09T12:00:00Z"),
            ("2025-12-09T14:00", "2025-12-09T13:00:00Z"),
            ("2025-10-09T14:00:00+05:00", "2025-10-09T09:00:00Z"),
        ] {
            #expect(AsOf(text)?.named(in: zone)?.rfc3339 == instant)
        }
        for text in ["", "now", "yesterday", "2025-02-30", "2025-10-09T25:00", "2025-13-01"] {
            #expect(AsOf(text) == nil, "\(text)")
        }
    }

    @Test("The report names the command that renders it again, from the recorded text")
    func command() async throws {
        try await Place.with(Sample.withTargets) { place in
            try await Self.sign(place, "reviewed", by: "bob", target: "contoso")
            let judged = try await place.judged(target: "contoso")
            let command = judged.report(ReportInput.Tool(name: "readiness", version: "test"))
                .command
            let digest = judged.loaded.checklist.digest.description
            #expect(
                command == [
                    "readiness", "report", digest, "--place=\(Sample.path)", "--as-of",
                    "2025-10-01T10:00:00Z", "--entries", "2", "--target", "contoso",
                ])
            let context = place.context(ledger: ".readiness/ledger.sqlite")
            let loaded = try await ChecklistLoader(
                context, target: TargetID("contoso"), place: Sample.path
            ).loadOne(digest)
            let point = JudgementPoint(asOf: .instant(place.now), entries: 2)
            let again = try await JudgeRollouts(context, at: point).judge(loaded)
            #expect(Place.markdown(again) == Place.markdown(judged))
        }
    }
}
