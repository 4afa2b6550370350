import Operations
import Reporting
import Rollout
import Testing

@Suite("Whose names nobody proved")
struct UnprovedActsTests {
    private static let text = """
        readiness: 1
        id: sample
        title: A rollout
        owner: boss
        timeline:
          - {id: first, title: First, starts: 2025-11-10}
        roles:
          boss: {title: Bosses, members: [bea@example.com, bob@example.com]}
          admin: {title: Admins, members: [ann@example.com]}
        decisions: {poll: [admin]}
        approval: {by: [boss], required: true}
        steps:
          - {id: change, title: A change, role: admin, due: first, requested-by: boss, sign-off: {}}

        """

    private static func report(_ place: Place) async throws -> ReportInput {
        try await place.judged().report(ReportInput.Tool(name: "readiness", version: "test"))
    }

    /// How many entries count that nobody signed.
    private static func unproved(_ place: Place) async throws -> Int {
        try await UnprovedNames.all(in: report(place).assessment).reduce(0) { $0 + $1.count }
    }

    @Test("Every act that counts is counted: approvals, requests, answers, decisions, looks back")
    func everyAct() async throws {
        try await Place.with(Self.text) { place in
            let boss = "bea@example.com"
            let admin = "ann@example.com"
            #expect(try await Self.unproved(place) == 0)
            _ = try await ApprovePlan(note: "n")(place.act(by: boss))
            #expect(try await Self.unproved(place) == 1)
            _ = try await RequestChange("change", note: "n")(place.act(by: boss))
            #expect(try await Self.unproved(place) == 2)
            let signed = try await SignStep("change", .approve, note: "n")(place.act(by: admin))
            #expect(try await Self.unproved(place) == 3)
            // Who took something back holds the verdict in hand as who gave it.
            _ = try await TakeBack(.signOff, signed.sequence, of: "change", reason: "r")(
                place.act(by: admin))
            #expect(try await Self.unproved(place) == 3)
            _ = try await PollPhase("first", .go, comment: "c")(place.act(by: admin))
            #expect(try await Self.unproved(place) == 4)
            let decided = try await DecidePhase("first", .go, reason: "r", isEmergency: true)(
                place.act(by: boss))
            #expect(try await Self.unproved(place) == 5)
            _ = try await ReviewDecision("first", decided.entry.sequence, note: "n")(
                place.act(by: admin))
            #expect(try await Self.unproved(place) == 6)
            let report = try await Self.report(place)
            #expect(report.caveatSentences.contains("6 entries that count: unauthenticated."))
        }
    }

    @Test("A request that does not count is none of them")
    func wording() async throws {
        try await Place.with(Self.text) { place in
            _ = try await RequestChange("change", note: "n")(place.act(by: "bea@example.com"))
            try place.write(Sample.path, Self.text.replacing("A change", with: "Another change"))
            #expect(try await Self.report(place).assessment.requests.isEmpty)
            #expect(try await Self.unproved(place) == 0)
        }
    }

    @Test("The report names who asked for a change, and that nobody proved it")
    func requester() async throws {
        try await Place.with(Self.text) { place in
            _ = try await RequestChange("change", note: "n")(place.act(by: "bea@example.com"))
            let markdown = try await Place.markdown(place.judged())
            #expect(
                markdown.contains(
                    "asked for by Bosses: `bea@example.com` (unauthenticated), entry 2 "),
                "\(markdown)")
        }
    }
}
