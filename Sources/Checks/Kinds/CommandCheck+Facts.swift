package import CanonicalJSON
import Rollout

extension CommandCheck {
    package func facts(of observation: CommandObservation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["argv": .array(argv.map { .string($0) })]
        switch observation.ending {
        case .notStarted: return facts
        case .exited(let code): facts["exit"] = .integer(Int64(code))
        case .signalled(let number): facts["signal"] = .string(Self.name(of: number))
        case .ended: break
        }
        facts["duration-ms"] = .integer(Int64(observation.milliseconds))
        for (name, text) in [("stdout", observation.stdout), ("stderr", observation.stderr)] {
            facts[name] = .string(text.text)
            facts["\(name)-bytes"] = .integer(Int64(text.total))
            if text.isCut { facts["\(name)-cut"] = true }
        }
        return facts
    }
}
