import Operations
import Rollout

/// Where signing is optional: what nobody signed does not undo what somebody signed.
extension Attempt {
    private static let optional: @Sendable (Matrix) async throws -> Void = {
        try $0.edit("signing: required\n", "")
    }

    /// Ann's signed no to a step, entry 3.
    private static let rejected: @Sendable (Matrix) async throws -> Void = {
        try await optional($0)
        try await $0.sign("one", .reject, by: "ann")
    }

    private static func takeBack(_ matrix: Matrix, _ sequence: Int = 3) async throws {
        _ = try await TakeBack(.signOff, sequence, of: "one", reason: "r")(
            matrix.act(by: "ann", signing: .unsigned))
    }

    /// A revocation of the newest entry that nobody signed.
    private static func revocation(_ matrix: Matrix, of target: Entry) async throws -> Entry {
        try await matrix.append(
            matrix.statement(
                .revocation(Revocation(entry: target.reference, reason: "r")), step: "one",
                by: "ann", role: nil), key: nil)
    }

    static let unsigned: [Attempt] = [
        .recorded(
            "a signed rejection taken back without a key", "unsigned-over-signed", step: "one",
            after: rejected
        ) { try await takeBack($0) },
        .slipped(
            "a signed rejection taken back without a key", "unsigned-over-signed", step: "one",
            after: optional
        ) { try await revocation($0, of: $0.sign("one", .reject, by: "ann")) },
        .recorded(
            "a signed rejection taken back by way of an unsigned one", "unsigned-over-signed",
            step: "one",
            after: {
                try await rejected($0)
                try await $0.append($0.signOff("one", .reject, by: "ann"), key: nil)
            }
        ) { try await takeBack($0, 4) },
        .recorded(
            "an unsigned approval over a signed rejection", "unsigned-over-signed", step: "one",
            after: rejected
        ) {
            _ = try await SignStep("one", .approve, note: "n", role: "admin")(
                $0.act(by: "ann", signing: .unsigned))
        },
        .slipped(
            "an unsigned approval over a signed rejection", "unsigned-over-signed", step: "one",
            after: rejected
        ) { try await $0.append($0.signOff("one", by: "ann"), key: nil) },
        .slipped(
            "an unsigned go over a signed no-go", "unsigned-over-signed",
            after: {
                try await optional($0)
                _ = try await decide($0, .noGo, by: "bea")
            }
        ) { try await decision($0, by: "amy", key: nil, isEmergency: true) },
    ]
}
