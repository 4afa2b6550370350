import Operations
import Rollout

/// What emergency decisions owe.
extension Attempt {
    private static func review(
        _ matrix: Matrix, _ decision: Int = 3, by name: String, key: String? = nil,
        role: String = "boss"
    ) async throws {
        _ = try await ReviewDecision("first", decision, for: role, note: "n")(
            matrix.act(by: name, key: key))
    }

    private static func slippedReview(
        _ matrix: Matrix, by name: String, key: String?, role: String = "boss"
    ) async throws -> Entry {
        let decision = try await emergency(matrix)
        return try await matrix.append(
            matrix.statement(
                .retrospective(Retrospective(entry: decision.reference, note: "n")), by: name,
                role: role), key: key)
    }

    /// A go without a roll call: entry 3.
    @discardableResult
    private static func emergency(_ matrix: Matrix, by name: String = "bea") async throws -> Entry {
        try await decide(matrix, by: name, key: name == "bet" ? "ann" : name, isEmergency: true)
    }

    static let retrospectives: [Attempt] = [
        Attempt("the closing of a phase with an emergency decision", "retrospective-owed") {
            try await emergency($0)
            let phase = try await $0.place.judged().assessment.phases.first
            let owed = phase?.closing.reasons.first { $0.code == "retrospective-owed" }
            return Matrix.Outcome(
                code: owed?.code ?? "nothing owed", counts: phase?.closing.verdict != .noGo)
        },
        .recorded(
            "one's own emergency reviewed", "own-decision", after: { try await emergency($0) }
        ) {
            try await review($0, by: "bea")
        },
        .slipped("one's own emergency reviewed", "retrospective-owed") {
            try await slippedReview($0, by: "bea", key: "bea")
        },
        .recorded(
            "one's own emergency reviewed under another name", "own-decision",
            after: { try await emergency($0, by: "bet") }
        ) { try await review($0, by: "ann", role: "admin") },
        .recorded("a review for another role", "other-role", after: { try await emergency($0) }) {
            try await review($0, by: "bob", role: "asker")
        },
        .slipped("a review for another role", "retrospective-owed") {
            try await slippedReview($0, by: "bob", key: "bob", role: "asker")
        },
        .recorded(
            "a review of somebody who is no member", "not-a-member",
            after: { try await emergency($0) }
        ) { try await review($0, by: "dan", role: "admin") },
        .slipped("a review that nobody signed", "retrospective-owed") {
            try await slippedReview($0, by: "amy", key: nil)
        },
        .slipped("a review with the decider's key", "retrospective-owed") {
            try await slippedReview($0, by: "amy", key: "bea")
        },
        .recorded(
            "a review of what was no emergency", "no-emergency",
            after: { _ = try await decide($0, .noGo, by: "bea") }
        ) { try await review($0, by: "amy") },
    ]
}
