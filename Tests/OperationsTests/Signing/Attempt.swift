import Rollout

/// An attempt to get something counted that should not be.
struct Attempt: Sendable {
    let name: String
    /// The code of the reason that it must be refused for.
    let code: String
    /// The step that must not be ready after it.
    let step: String?
    let hasSigners: Bool
    let carryOut: @Sendable (Matrix) async throws -> Matrix.Outcome

    init(
        _ name: String, _ code: String, step: String? = nil, signers hasSigners: Bool = true,
        _ carryOut: @escaping @Sendable (Matrix) async throws -> Matrix.Outcome
    ) {
        self.name = name
        self.code = code
        self.step = step
        self.hasSigners = hasSigners
        self.carryOut = carryOut
    }

    /// An operation that must refuse, after what comes before it.
    static func recorded(
        _ name: String, _ code: String, step: String? = nil, signers: Bool = true,
        after prepare: @escaping @Sendable (Matrix) async throws -> Void = { _ in },
        _ act: @escaping @Sendable (Matrix) async throws -> Void
    ) -> Attempt {
        Attempt("recorded: \(name)", code, step: step, signers: signers) { matrix in
            try await prepare(matrix)
            return try await matrix.refusal { try await act(matrix) }
        }
    }

    /// An entry that must not count, after what comes before it.
    static func slipped(
        _ name: String, _ code: String, step: String? = nil, signers: Bool = true,
        after prepare: @escaping @Sendable (Matrix) async throws -> Void = { _ in },
        _ append: @escaping @Sendable (Matrix) async throws -> Entry
    ) -> Attempt {
        Attempt("slipped in: \(name)", code, step: step, signers: signers) { matrix in
            try await prepare(matrix)
            return try await matrix.verdict(on: append(matrix))
        }
    }

    static let all =
        people + deputies + requests + keys + lists + places + orders + waivers + decisions + polls
        + retrospectives + outcomes + plans + otherNames + unsigned
}
