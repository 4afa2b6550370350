import Operations
import Rollout
import Testing

@Suite("Waiving a step")
struct WaiveStepTests {
    private static func waive(
        _ place: Place, _ step: String, until: String = "2025-10-20"
    ) async throws -> WaiveStep.Recorded {
        let point = try #require(CalendarPoint(until))
        return try await WaiveStep(step, until: point, reason: "Holidays")(
            place.act(by: "bea@example.com"))
    }

    @Test("It says until when it covers and which steps it releases, which then rest on it")
    func releases() async throws {
        try await Place.with { place in
            _ = try await SignStep("told", .approve, note: "n")(place.act(by: "ann@example.com"))
            #expect(try await place.status("told").status == .blocked)
            let waived = try await Self.waive(place, "reviewed")
            #expect(waived.until.rfc3339 == "2025-10-20T22:00:00Z")
            #expect(waived.releases.map(\.text) == ["told"])
            let told = try await place.status("told")
            #expect(told.status == .ready && told.restsOn == [waived.entry.sequence])
            try place.set("2025-10-20T22:00:00Z")
            #expect(try await place.status("told").status == .blocked)
        }
    }

    @Test("It releases none where the step behind it waits for something else as well")
    func releasesNone() async throws {
        try await Place.with { place in
            #expect(try await Self.waive(place, "reviewed").releases.isEmpty)
            let reviewed = try await place.status("reviewed")
            #expect(reviewed.status == .waived && reviewed.withoutWaiver?.status == .pending)
        }
    }

    @Test("A later rejection is not covered")
    func overtaken() async throws {
        try await Place.with { place in
            _ = try await Self.waive(place, "reviewed")
            _ = try await SignStep("reviewed", .reject, note: "n")(place.act(by: "bob@example.com"))
            #expect(try await place.status("reviewed").status == .failing)
        }
    }

    @Test("What is ready is not waived, also not once more")
    func ready() async throws {
        try await Place.with { place in
            _ = try await Self.waive(place, "reviewed")
            _ = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            #expect(try await place.status("reviewed").status == .waived)
            let failure = await #expect(throws: OperationFailure.self) {
                try await Self.waive(place, "reviewed")
            }
            #expect(failure?.description.contains("there is nothing to waive") == true)
        }
    }

    @Test("A checklist that says nothing of waivers allows none")
    func noRule() async throws {
        let text = Sample.text.replacing("waivers: {by: [boss], longest: 30d}\n", with: "")
        try await Place.with(text) { place in
            let failure = await #expect(throws: OperationFailure.self) {
                try await Self.waive(place, "reviewed")
            }
            #expect(failure?.description.contains("allows no waivers") == true)
        }
    }
}
