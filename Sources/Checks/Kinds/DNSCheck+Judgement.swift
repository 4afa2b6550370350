package import Rollout

extension DNSCheck {
    package func judge(
        _ observation: DNSObservation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let name = inquiry.name
        if inquiry.way == .nameService { return service(observation, deadline) }
        if observation.wasStopped, !(observation.decisive?.isConclusive ?? false) {
            return Judgement(.stopped)
        }
        guard let attempt = observation.decisive else {
            return Judgement(.noNameServer, ["name": name])
        }
        if !expected.codes.isEmpty, case .success(let message) = attempt.result,
            DNSAnswer(to: inquiry, in: message).contradiction == nil
        {
            let words = expected.codes.map(\.description).joined(separator: " or ")
            return Judgement([
                Finding(
                    "the response code \(words)", actual: message.code.description,
                    met: expected.codes.contains(message.code))
            ])
        }
        guard case .success(let message) = attempt.result, attempt.isConclusive else {
            let words = observation.attempts.map(\.words).joined(separator: "; ")
            return Judgement(.questionUnanswered, ["name": name, "detail": words])
        }
        let answer = DNSAnswer(to: inquiry, in: message)
        if let words = answer.contradiction {
            return Judgement(
                .questionUnanswered, ["name": name, "detail": "\(attempt.server): \(words)"])
        }
        let isMissing = message.code == .noSuchName
        guard answer.values.isEmpty else {
            let isOwn = message.isAuthoritative && answer.aliases.isEmpty
            let lifetime = expected.lifetime.map {
                DNSLifetime(answer.times, isOwn: isOwn).findings($0, until: deadline)
            }
            let found = present(answer.values, deadline)
            return Judgement(found.findings + (lifetime ?? []))
        }
        guard answer.isDenied(by: message) else {
            if let words = answer.digression(in: message) {
                return Judgement(
                    .questionUnanswered, ["name": name, "detail": "\(attempt.server): \(words)"])
            }
            return Judgement(
                .nameServerLame, ["server": attempt.server.description, "name": name])
        }
        guard isMissing else { return absent("no record of type \(inquiry.type.rawValue)") }
        // The code is about the last of the names (RFC 6604 section 2).
        return absent(
            answer.aliases.last.map { "an alias for \($0), which does not exist (NXDOMAIN)" }
                ?? "no such name (NXDOMAIN)")
    }

    func absent(_ what: String) -> Judgement {
        Judgement([Finding(expectation, actual: what, met: !expected.resolves)])
    }

    func present(_ found: [[UInt8]], _ deadline: Deadline) -> Judgement {
        let values = DNSValues(found, of: inquiry.type)
        let actual = "\(inquiry.type.rawValue) \(values.words)"
        return Judgement(
            [Finding(expectation, actual: actual, met: expected.resolves)]
                + values.findings(expected.values, until: deadline))
    }

    private var expectation: String {
        expected.resolves
            ? "a record of type \(inquiry.type.rawValue) for \(inquiry.name)"
            : "no record of type \(inquiry.type.rawValue) for \(inquiry.name)"
    }
}
