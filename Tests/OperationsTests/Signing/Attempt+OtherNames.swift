import Operations
import Rollout

/// One person under two names that share a key on the list of signers, and sign with other keys.
extension Attempt {
    private static func both(
        _ name: String, _ code: String, step: String, role: String = "admin",
        after prepare: @escaping @Sendable (Matrix) async throws -> Void
    ) -> [Attempt] {
        [
            .recorded(name, code, step: step, after: prepare) {
                try await $0.sign(step, by: "cay", role: role)
            },
            .slipped(name, code, step: step, after: prepare) {
                try await $0.append($0.signOff(step, by: "cay", role: role), key: "cay")
            },
        ]
    }

    /// An emergency of cab, and cas looks back on it.
    private static func emergency(_ matrix: Matrix) async throws -> Entry {
        try await decide(matrix, by: "cab", key: "cay", isEmergency: true)
    }

    static let otherNames: [Attempt] =
        both("twice under two names of the list", "same-person", step: "pair") {
            try await $0.sign("pair", by: "cas")
        }
        + both(
            "for two roles under two names of the list", "same-person", step: "both", role: "asker"
        ) { try await $0.sign("both", by: "cas") }
        + both(
            "by who signed the excluded step under another name of the list",
            "signed-excluded-step", step: "other"
        ) { try await $0.sign("one", by: "cas") }
        + [
            .recorded(
                "what one asked for under another name of the list", "requested-oneself",
                step: "change",
                after: {
                    _ = try await RequestChange("change", for: "asker", note: "n")(
                        $0.act(by: "cay"))
                }
            ) { try await $0.sign("change", by: "cas") },
            .slipped(
                "what one asked for under another name of the list", "requested-oneself",
                step: "change",
                after: {
                    _ = try await RequestChange("change", for: "asker", note: "n")(
                        $0.act(by: "cay"))
                }
            ) { try await $0.append($0.signOff("change", by: "cas"), key: "cas") },
            .recorded(
                "one's own emergency reviewed under another name of the list", "own-decision",
                after: { _ = try await emergency($0) }
            ) {
                _ = try await ReviewDecision("first", 3, for: "admin", note: "n")($0.act(by: "cas"))
            },
            .slipped(
                "one's own emergency reviewed under another name of the list", "retrospective-owed"
            ) {
                let decision = try await emergency($0)
                return try await $0.append(
                    $0.statement(
                        .retrospective(Retrospective(entry: decision.reference, note: "n")),
                        by: "cas"), key: "cas")
            },
            .slipped(
                "unsigned, twice under two names of the list", "same-person", step: "pair",
                after: {
                    try $0.edit("signing: required\n", "")
                    try await $0.append($0.signOff("pair", by: "cas"), key: nil)
                }
            ) { try await $0.append($0.signOff("pair", by: "cay"), key: nil) },
            .slipped(
                "twice under names that only the newest list has for one person", "same-person",
                step: "pair",
                after: {
                    try await $0.list($0.keys.allowed(without: "cat"))
                    try await $0.sign("pair", by: "cas")
                }
            ) {
                let entry = try await $0.append($0.signOff("pair", by: "cay"), key: "cay")
                try await $0.list($0.keys.allowed)
                return entry
            },
        ]
}
