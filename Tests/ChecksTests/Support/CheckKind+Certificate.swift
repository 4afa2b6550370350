import Checks
import Rollout
import Testing

extension CheckKind {
    /// Carries out a `certificate` check in the folder of the test certificates, with a password in
    /// the variable P.
    static func certificateOutcome(
        _ options: String, password: String? = "secret",
        _ permission: CheckEnvironment.CommandPermission = .granted
    ) async throws -> CheckOutcome {
        let (check, mistakes) = try certificate.reading("{\(options)}")
        let configured = try #require(check, "\(mistakes)")
        let outcome = await configured.carryOut(
            in: .fixture(
                folder: TestPKI.folder, commands: permission,
                variables: password.map { ["P": $0] } ?? [:]))
        let unknown = Set(outcome.facts.keys).subtracting(certificate.facts.map(\.name))
        #expect(unknown.isEmpty)
        return outcome
    }
}
