import LedgerStorage
import Operations
import Rollout

/// Decisions, and the roll calls before them.
extension Attempt {
    private static let later = "2025-10-01T12:00:00Z"

    static func decide(
        _ matrix: Matrix, _ choice: Decision.Choice = .go, by name: String, key: String? = nil,
        for member: String? = nil, isEmergency: Bool = false
    ) async throws -> Entry {
        try await DecidePhase("first", choice, reason: "r", isEmergency: isEmergency)(
            matrix.act(by: name, for: member, key: key)
        ).entry
    }

    static func decision(
        _ matrix: Matrix, _ choice: Decision.Choice = .go, by name: String, key: String?,
        role: String = "boss", phase: PhaseID = "first", isEmergency: Bool = false,
        at time: Instant? = nil
    ) async throws -> Entry {
        let body = Decision(
            phase: phase, choice: choice, reason: "r", isEmergency: isEmergency, verdict: .noGo,
            conditions: 7, reasons: [], ledger: try await matrix.place.judged().state.extent)
        return try await matrix.append(
            matrix.statement(.decision(body), by: name, role: role, at: time), key: key)
    }

    private static func poll(
        _ matrix: Matrix, _ choice: Decision.Choice = .go, by name: String = "ann",
        key: String? = "ann", role: String = "admin", phase: PhaseID = "first",
        question: Decision.Question = .start, at time: Instant? = nil
    ) async throws -> Entry {
        let body = Poll(phase: phase, question: question, choice: choice, comment: "c")
        return try await matrix.append(
            matrix.statement(.poll(body), by: name, role: role, at: time), key: key)
    }

    /// A go that is recorded, and one that is slipped in, after a roll call.
    private static func go(
        _ name: String, _ code: String,
        after prepare: @escaping @Sendable (Matrix) async throws -> Void
    ) -> [Attempt] {
        [
            .recorded("a go \(name)", code, after: prepare) { _ = try await decide($0, by: "bea") },
            .slipped("a go \(name)", code, after: prepare) {
                try await decision($0, by: "bea", key: "bea")
            },
        ]
    }

    static let decisions: [Attempt] =
        go("without a roll call", "poll-missing") { _ in }
        + go("against the roll call", "poll-against") { _ = try await poll($0, .noGo) }
        + [
            Attempt("a go that a role turned against", "poll-turned") {
                _ = try await poll($0)
                let entry = try await decide($0, by: "bea")
                _ = try await poll($0, .noGo)
                return try await $0.verdict(on: entry)
            }
        ]
        + go("after a roll call on another phase", "poll-missing") {
            _ = try await poll($0, phase: "second")
        }
        + go("after a roll call on the closing", "poll-missing") {
            _ = try await poll($0, question: .close)
        }
        + go("after a roll call on another text", "poll-missing") {
            _ = try await poll($0)
            try $0.edit("title: Attempts", "title: Other attempts")
        }
        + go("after a roll call of strangers", "poll-missing") {
            _ = try await poll($0, by: "dan", key: "dan")
        }
        + go("after a roll call that nobody signed", "poll-missing") {
            _ = try await poll($0, key: nil)
        }
        + [
            .recorded("a go of somebody who is no owner", "not-a-member") {
                _ = try await decide($0, by: "cas")
            },
            .slipped("a go of somebody who is no owner", "not-a-member", after: answered) {
                try await decision($0, by: "cas", key: "cas")
            },
            .slipped("a go for another role", "not-the-owner", after: answered) {
                try await decision($0, by: "cas", key: "cas", role: "admin")
            },
            .recorded("a go for the owner by no deputy", "not-a-deputy", after: answered) {
                _ = try await decide($0, by: "cas", for: "bea")
            },
            .slipped("a go that nobody signed", "unsigned", after: answered) {
                try await decision($0, by: "bea", key: nil)
            },
            .slipped("a go in the owner's name", "signature-not-for-principal", after: answered) {
                try await decision($0, by: "bea", key: "cas")
            },
            .slipped("a go for a phase that there is not", "phase-removed", after: answered) {
                try await decision($0, by: "bea", key: "bea", phase: "third")
            },
            .slipped(
                "a go that was kept back behind a no-go", "made-before-a-no",
                after: {
                    try await answered($0)
                    try $0.place.set(later)
                    _ = try await decide($0, .noGo, by: "amy")
                }
            ) { try await decision($0, by: "bea", key: "bea", at: Place.start) },
            Attempt("a go on another text", "other-text") {
                try await answered($0)
                let entry = try await decision($0, by: "bea", key: "bea")
                try $0.edit("title: Attempts", "title: Other attempts")
                return try await $0.verdict(on: entry)
            },
        ]

    /// The roll call is complete.
    private static let answered: @Sendable (Matrix) async throws -> Void = {
        _ = try await poll($0)
    }

    static let polls: [Attempt] = [
        .recorded("an answer of somebody who is no member", "not-a-member") {
            _ = try await PollPhase("first", .go, for: "admin", comment: "c")($0.act(by: "dan"))
        },
        .slipped("an answer of somebody who is no member", "not-a-member") {
            try await poll($0, by: "dan", key: "dan")
        },
        .recorded("an answer for a role that there is not", "unknown") {
            _ = try await PollPhase("first", .go, for: "safety", comment: "c")($0.act(by: "ann"))
        },
        .slipped("an answer for a role that there is not", "no-such-role") {
            try await poll($0, role: "safety")
        },
        .slipped("an answer that nobody signed", "unsigned") { try await poll($0, key: nil) },
        .slipped("an answer with somebody else's key", "signature-not-for-principal") {
            try await poll($0, key: "bob")
        },
        .slipped(
            "an answer again", "replayed",
            after: {
                _ = try await poll($0)
                _ = try await poll($0, .noGo)
            }
        ) { try await poll($0) },
        .slipped(
            "a go of a roll call that was kept back behind a no-go", "made-before-a-no",
            after: {
                try $0.place.set(later)
                _ = try await poll($0, .noGo)
            }
        ) { try await poll($0, at: Place.start) },
        Attempt("an answer on another text", "other-text") {
            let entry = try await poll($0)
            try $0.edit("title: Attempts", "title: Other attempts")
            return try await $0.verdict(on: entry)
        },
    ]
}
