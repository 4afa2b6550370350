import ChecklistDecoding
import Operations
import Rollout
import Testing

@Suite("Comparing texts whose statements are signed", .timeLimit(.minutes(10)))
struct CompareRulesTests {
    private static func pair(_ matrix: Matrix) async throws -> CompareChecklists.Pair {
        let place = matrix.place
        let outcome = try await CompareChecklists(
            place.context(), reading: ChecklistLoader(place.context()))(
                nil, place.path(Sample.path))
        return try #require(outcome.pairs.first)
    }

    @Test("A signed sign-off lapses with its wording, and what counts goes on to count")
    func lapsing() async throws {
        try await Matrix.with { matrix in
            try await matrix.sign("one", by: "ann")
            try await matrix.sign("firm", by: "ann")
            try matrix.edit("title: One,", "title: The first one,")
            let record = try #require(try await Self.pair(matrix).record)
            #expect(record.lapsing.map(\.why) == [.signOff(.otherWording)])
            #expect(record.returning.isEmpty)
        }
    }

    @Test(
        "Every rule that is another one is named",
        arguments: [
            ("signing: required\n", "", PartChange.Part.signing),
            ("runners: [robot@example.com]\n", "", .runners),
            ("runners: [robot@", "runners: [eve@", .runners),
            ("decisions: {poll: [admin], unanimous: true}\n", "", .decisions),
            (", unanimous: true", "", .decisions),
            ("until: 2025-10-31", "until: 2026-10-31", .deputies),
            (", requested-by: asker", "", .requestedBy),
            (
                "waivers: {by: [boss], longest: 30d}", "waivers: {by: [boss], longest: 60d}",
                .waivers
            ),
            ("owner: boss", "owner: admin", .owner),
            ("steps:\n", "approval: {by: [boss], required: true}\nsteps:\n", .approval),
        ])
    func rules(_ old: String, _ new: String, _ part: PartChange.Part) async throws {
        try await Matrix.with { matrix in
            try await matrix.sign("firm", by: "ann")
            try matrix.edit(old, new)
            let comparison = try #require(try await Self.pair(matrix).comparison)
            #expect(comparison.differences.flatMap(\.parts).map(\.part) == [part])
        }
    }

    @Test("An edit takes the approval of the text along, even where only a comment changed")
    func approval() async throws {
        try await Matrix.with { matrix in
            try matrix.edit(
                "signing: required", "signing: required\napproval: {by: [boss], required: true}")
            _ = try await ApprovePlan(note: "n")(matrix.act(by: "bea"))
            try matrix.edit("steps:\n", "# A comment.\nsteps:\n")
            let pair = try await Self.pair(matrix)
            #expect(pair.comparison?.differences.isEmpty == true)
            #expect(pair.record?.unapproved == ["boss"])
        }
    }

    @Test("A text that drops the rule is approved by whom the rule named")
    func dropped() async throws {
        try await Matrix.with { matrix in
            try matrix.edit(
                "signing: required", "signing: required\napproval: {by: [boss], required: true}")
            _ = try await ApprovePlan(note: "n")(matrix.act(by: "bea"))
            try matrix.edit("\napproval: {by: [boss], required: true}", "")
            #expect(try await matrix.place.judged().assessment.plan != nil)
            _ = try await ApprovePlan(note: "n")(matrix.act(by: "bea"))
            #expect(try await matrix.place.judged().assessment.plan == nil)
        }
    }

    @Test("An approval is of the text, for every target and value")
    func everyTarget() async throws {
        try await Matrix.with { matrix in
            try matrix.edit(
                "signing: required", "signing: required\napproval: {by: [boss], required: true}")
            let entry = try await ApprovePlan(note: "n")(
                matrix.act(by: "bea", set: ["cloud": "two"]))
            #expect(entry.statement.scope == Scope())
            #expect(try await matrix.place.judged().assessment.plan == .approved)
        }
    }
}
