import LedgerStorage
import Operations
import Reporting
import Rollout

extension AdversaryTests {
    /// Clocks, moments and decisions that are not those of the present text and time.
    static let moments: [Attack] = [
        .inPlace(7, "an old report, after the clock was set back", "the same") { place in
            try await sign(place, "ann", .reject)
            try place.set("2025-10-02T10:00:00Z")
            let point = JudgementPoint(asOf: .instant(Place.start), entries: 2)
            let old = Place.markdown(try await place.judged(at: point))
            try place.set("2025-10-01T09:58:00Z")
            try await sign(place, "ann", .approve)
            return Place.markdown(try await place.judged(at: point)) == old ? "the same" : "another"
        },
        .inPlace(
            7, "a sign-off that takes the clock back behind the newest entry", "clocks is wrong"
        ) {
            place in
            try await sign(place, "ann", .reject)
            try place.set("2025-10-01T09:00:00Z")
            return await Attack.refusal { try await sign(place, "ann", .approve) }
        },
        .inPlace(11, "a gate at a moment that has not come", "has not come") { place in
            try await gate(
                place, JudgementPoint(asOf: .instant(Place.start.advanced(by: .seconds(9)))))
        },
        .inPlace(11, "a gate on a day that is not over", "has not come") { place in
            try await gate(place, JudgementPoint(asOf: AsOf("2025-10-01") ?? .now))
        },
        .inPlace(11, "a gate before the no", "about the present") { place in
            try await gate(place, JudgementPoint(entries: 1))
        },
        .inPlace(11, "a report of a moment that has not come", "# Forecast: ") { place in
            let later = Place.start.advanced(by: .seconds(86400))
            let point = JudgementPoint(asOf: .instant(later))
            return String(Place.markdown(try await place.judged(at: point)).prefix(20))
        },
        .inPlace(12, "a go for today's text", "nil, status shows GO, report shows GO") { place in
            try await decide(place)
            return try await shown(place)
        },
        .inPlace(12, "a go for an older text", "other-text, status shows none, report shows none") {
            place in
            try await decide(place)
            try place.write(Sample.path, Sample.text.replacing("A sample rollout", with: "Another"))
            return try await shown(place)
        },
        .inPlace(12, "a go for another value", "other-value, status shows none, report shows none")
        {
            place in
            try await decide(place)
            return try await shown(place, set: ["cloud": "two"])
        },
        .inPlace(
            12, "a go before its phase was completed",
            "other-text, status shows none, report shows none"
        ) {
            place in
            try await decide(place)
            try place.write(
                Sample.path,
                Sample.text.replacing(
                    "starts: 2025-11-10}", with: "starts: 2025-09-10, status: completed}"))
            return try await shown(place)
        },
        .inPlace(12, "a go by somebody else", "not-a-member, status shows none, report shows none")
        {
            place in
            var forgery = try Forgery.approval(await place.judged())
            forgery.step = nil
            forgery.role = "boss"
            forgery.body = .decision(
                Decision(
                    phase: "first", choice: .go, reason: "r", verdict: .go, conditions: 0,
                    reasons: [], ledger: .empty))
            try await forgery.append(to: place)
            return try await shown(place)
        },
        .inPlace(19, "a clock that is in the year 2099: a yes", "clocks is wrong") { place in
            try place.set("2099-01-01T00:00:00Z")
            try await sign(place, "ann", .approve)
            try place.set("2025-10-01T10:00:00Z")
            return await Attack.refusal { _ = try await place.judged() }
        },
        .inPlace(19, "a ledger that is locked by a wrong clock", "failing") { place in
            try await sign(place, "bob", .approve)
            try place.set("2025-10-15T10:00:00Z")
            try await sign(place, "ann", .reject)
            try place.set("2025-10-01T10:05:00Z")
            _ = try await CorrectTime(3, time: Place.start, reason: "r")(
                on: place.load(), by: Principal("bea@example.com"), place.context())
            return try await place.status("reviewed").status.rawValue
        },
    ]

    private static func sign(
        _ place: Place, _ person: String, _ choice: SignOff.Choice
    ) async throws {
        _ = try await SignStep("reviewed", choice, note: "n")(
            place.act(by: "\(person)@example.com"))
    }

    private static func decide(_ place: Place) async throws {
        _ = try await DecidePhase("first", .go, reason: "r")(place.act(by: "bea@example.com"))
    }

    private static func gate(_ place: Place, _ point: JudgementPoint) async throws -> String {
        let loaded = [try await place.load()]
        return await Attack.refusal {
            try GatePhase.requirePresent(point, allowingPast: false, loaded, place.context())
        }
    }

    /// What a gate lacks, and what everything else shows of the decision.
    private static func shown(
        _ place: Place, set: [String: String] = [:]
    ) async throws -> String {
        let judged = try await place.judged(set: set)
        let gate = GatePhase("first", requiresDecision: true)
        let lack =
            switch try gate([judged.assessment]).first?.lack {
            case nil: "nil"
            case .noDecision: "no-decision"
            case .noGo: "no-go"
            case .doesNotStand(let decision): decision.reason.code
            }
        let report = judged.report(ReportInput.Tool(name: "readiness", version: "test"))
        let row = StatusTable(width: .max, colour: false).lines(for: report)
            .first { $0.hasSuffix("  First") }
        let status = seen(row ?? "", go: "GO (differs)", none: "none stands")
        let head = seen(
            Place.markdown(judged), go: "**GO** by ",
            none: ": none that stands. The newest one, entry ")
        return "\(lack), status shows \(status), report shows \(head)"
    }

    private static func seen(_ text: String, go: String, none: String) -> String {
        text.contains(go) ? "GO" : text.contains(none) ? "none" : "neither"
    }
}
