package import CanonicalJSON
import Rollout

extension CommandCheck {
    package func seen(in observation: CommandObservation) -> [String: TypedValue] {
        guard case .exited(let code) = observation.ending else { return [:] }
        var seen: [String: TypedValue] = ["exit": .number(code)]
        for (name, text) in [("stdout", observation.stdout), ("stderr", observation.stderr)]
        where !text.isCut {
            guard let whole = String(validating: text.kept, as: UTF8.self) else { continue }
            let object = JSONObject(["equals": .text(whole)])
            seen[name] = .object(object)
        }
        return seen
    }

    package func unsaid(in observation: CommandObservation) -> [String] {
        guard case .exited = observation.ending else { return [] }
        return [("stdout", observation.stdout), ("stderr", observation.stderr)].compactMap {
            name, text in
            if text.isCut { return "\(name): it was cut" }
            return String(validating: text.kept, as: UTF8.self) == nil
                ? "\(name): it is no text in UTF-8" : nil
        }
    }

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
            let shown = text.shown
            facts[name] = .string(shown.text)
            facts["\(name)-bytes"] = .integer(Int64(text.total))
            if shown.isCut { facts["\(name)-cut"] = true }
        }
        return facts
    }
}
