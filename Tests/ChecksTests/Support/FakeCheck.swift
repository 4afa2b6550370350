import CanonicalJSON
import Checks
import Rollout

/// A check that does what a test tells it to.
struct FakeCheck: Check {
    let name: String
    let timeout: Duration?
    let look: @Sendable (CheckEnvironment) async -> Judgement

    init(
        _ name: String, timeout: Duration? = nil,
        _ look: @escaping @Sendable (CheckEnvironment) async -> Judgement = { _ in .fakeMet }
    ) {
        self.name = name
        self.timeout = timeout
        self.look = look
    }

    var subject: String { name }

    func observe(_ environment: CheckEnvironment) async -> Judgement { await look(environment) }

    func facts(of observation: Judgement) -> [String: JSONValue] { ["name": .string(name)] }

    func judge(
        _ observation: Judgement, at instant: Instant, until deadline: Deadline
    ) -> Judgement { observation }

    /// The check as the only one of a step.
    func planned(timeout: Duration = .seconds(60)) -> PlannedCheck {
        PlannedCheck(
            position: 0, check: ConfiguredCheck(.fake, self, timeout: self.timeout),
            environment: .fixture(timeout: timeout))
    }
}

extension CheckKind {
    static let fake = CheckKind("fake", "Does what a test tells it to.") { _ in nil }
}

extension Judgement {
    /// A judgement that says yes.
    static var fakeMet: Judgement { Judgement([Finding("it", actual: "it", .met)]) }
}
