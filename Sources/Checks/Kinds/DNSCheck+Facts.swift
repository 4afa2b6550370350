package import CanonicalJSON
import Rollout

extension DNSCheck {
    package func seen(in observation: DNSObservation) -> [String: TypedValue] {
        if case .addresses(let found, _)? = observation.service?.result {
            return ["equals": .texts(found)]
        }
        guard case .success(let message)? = observation.decisive?.result else { return [:] }
        let answer = DNSAnswer(to: inquiry, in: message)
        guard !answer.values.isEmpty else { return ["resolves": .boolean(false)] }
        let values = DNSValues(answer.values, of: inquiry.type)
        // What is no text cannot be written down as one.
        guard values.unreadable == 0 else {
            return ["length": .number(values.texts.count + values.unreadable)]
        }
        return ["equals": .texts(answer.values.map { String(decoding: $0, as: UTF8.self) })]
    }

    package func facts(of observation: DNSObservation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "name": .string(inquiry.name), "type": .string(inquiry.type.rawValue),
        ]
        if let service = observation.service { facts.merge(service.facts) { _, own in own } }
        if observation.attempts.count > 1 {
            facts["asked"] = .array(observation.attempts.map { .string($0.server.description) })
        }
        guard let attempt = observation.decisive else { return facts }
        facts["server"] = .string(attempt.server.description)
        facts["transport"] = .string(attempt.isOverTCP ? "tcp" : "udp")
        facts["query-ms"] = .integer(Int64(attempt.milliseconds))
        guard case .success(let message) = attempt.result else { return facts }
        facts["response-code"] = .string(message.code.description)
        facts["authoritative"] = .boolean(message.isAuthoritative)
        let answer = DNSAnswer(to: inquiry, in: message)
        facts["values"] = .array(
            answer.values.map { .string(ForeignText.clean($0, limit: 4096)) })
        if let times = answer.times {
            facts["ttl-s"] = .integer(Int64(times.lowerBound))
            facts["longest-ttl-s"] = .integer(Int64(times.upperBound))
        }
        if !answer.aliases.isEmpty {
            facts["aliases"] = .array(answer.aliases.map { .string($0) })
        }
        facts["answers"] = .array(
            message.answers.map { record in
                [
                    "name": .string(record.name), "type": .string(record.type),
                    "ttl-s": .integer(Int64(record.ttl)),
                    "value": .string(ForeignText.clean(record.bytes, limit: 4096)),
                ]
            })
        return facts
    }
}
