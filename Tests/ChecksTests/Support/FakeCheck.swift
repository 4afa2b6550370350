import Fields
import CanonicalJSON
import Checks
import LocatedYAML
import Rollout

/// A check that does what a test tells it to.
struct FakeCheck: Check {
    static let kind = CheckKind("fake", "Does what a test tells it to.", [])

    let name: String
    let timeout: Duration?
    let look: @Sendable (Surroundings) async -> Judgement

    init(
        _ name: String, timeout: Duration? = nil,
        _ look: @escaping @Sendable (Surroundings) async -> Judgement = { _ in .fakeMet }
    ) {
        self.name = name
        self.timeout = timeout
        self.look = look
    }

    init?(_ options: MappingReader) { nil }

    var definition: CheckDefinition { CheckDefinition(kind: "fake", subject: name) }

    func observe(_ surroundings: Surroundings) async -> Judgement { await look(surroundings) }

    func facts(of observation: Judgement) -> [String: JSONValue] { ["name": .string(name)] }

    func judge(_ observation: Judgement, at instant: Instant) -> Judgement { observation }

    /// The check as the only one of a step.
    func planned(timeout: Duration = .seconds(60)) -> PlannedCheck {
        PlannedCheck(
            position: 0, check: self, surroundings: .fixture(timeout: timeout))
    }
}

extension Judgement {
    /// A judgement that says yes.
    static var fakeMet: Judgement {
        .findings(
            [Checks.Expectation("it", actual: "it", met: true, otherwise: "")], met: "It is so.")
    }
}
