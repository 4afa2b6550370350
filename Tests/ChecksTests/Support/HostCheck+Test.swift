import Checks
import Rollout
import Testing

extension CheckKind {
    /// Carries out a check of the kind on this machine, and sees to it that its facts are those that
    /// the kind names.
    func outcome(
        _ options: String, folder: String = "/",
        _ permission: CheckEnvironment.CommandPermission = .refused,
        at place: Testing.SourceLocation = #_sourceLocation
    ) async throws -> CheckOutcome {
        let (check, mistakes) = try reading("{\(options)}")
        let configured = try #require(check, "\(mistakes)", sourceLocation: place)
        let outcome = await configured.carryOut(in: .fixture(folder: folder, commands: permission))
        let unknown = Set(outcome.facts.keys).subtracting(facts.map(\.name))
        #expect(unknown.isEmpty, "facts that \(name) does not name", sourceLocation: place)
        return outcome
    }
}
