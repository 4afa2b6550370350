package import CanonicalJSON
import Rollout

extension FileCheck {
    package func seen(in observation: FileObservation) -> [String: TypedValue] {
        switch observation.presence {
        case .unknown, .danglingLink, .noDirectory: return [:]
        case .absent: return ["exists": .boolean(false)]
        case .there(let status):
            var seen: [String: TypedValue] = [
                "type": .text(status.type.rawValue), "mode": .text(FileMode.text(status.mode)),
                "owner": .text(status.owner), "group": .text(status.groupName),
            ]
            if let digest = observation.sha256 { seen["sha256"] = .text(digest) }
            return seen
        }
    }

    package func facts(of observation: FileObservation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["path": .string(path)]
        if let target = observation.linkTarget { facts["link-target"] = .string(target) }
        switch observation.presence {
        case .unknown: return facts
        case .absent, .danglingLink, .noDirectory:
            facts["exists"] = false
            return facts
        case .there(let status):
            facts["exists"] = true
            facts["type"] = .string(status.type.rawValue)
            if status.hasSize { facts["size-bytes"] = .integer(status.size) }
            facts["mode"] = .string(FileMode.text(status.mode))
            facts["owner"] = .string(status.owner)
            facts["group"] = .string(status.groupName)
            facts["modified"] = .string(status.modified.rfc3339)
        }
        if let digest = observation.sha256 { facts["sha256"] = .string(digest) }
        return facts
    }
}
