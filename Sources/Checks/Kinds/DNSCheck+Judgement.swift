package import Rollout

extension DNSCheck {
    package func judge(
        _ observation: DNSObservation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let name = inquiry.name
        if observation.wasStopped, !(observation.decisive?.isConclusive ?? false) {
            return Judgement(.stopped)
        }
        guard let attempt = observation.decisive else {
            return Judgement(.noNameServer, ["name": name])
        }
        guard case .success(let message) = attempt.result, attempt.isConclusive else {
            let words = observation.attempts.map(\.words).joined(separator: "; ")
            return Judgement(.questionUnanswered, ["name": name, "detail": words])
        }
        let answer = DNSAnswer(to: inquiry, in: message)
        let isMissing = message.code == .noSuchName
        guard answer.values.isEmpty else {
            guard isMissing else { return present(answer, deadline) }
            let words = "\(attempt.server): NXDOMAIN beside records of the name"
            return Judgement(.questionUnanswered, ["name": name, "detail": words])
        }
        guard isMissing ? message.isResponsible : message.saysThatThereIsNothing else {
            return Judgement(
                .nameServerLame, ["server": attempt.server.description, "name": name])
        }
        guard isMissing else { return absent("no record of type \(inquiry.type.rawValue)") }
        // The code is about the last of the names (RFC 6604 section 2).
        return absent(
            answer.aliases.last.map { "an alias for \($0), which does not exist (NXDOMAIN)" }
                ?? "no such name (NXDOMAIN)")
    }

    private func absent(_ what: String) -> Judgement {
        Judgement([Finding(expectation, actual: what, met: !expected.resolves)])
    }

    private func present(_ answer: DNSAnswer, _ deadline: Deadline) -> Judgement {
        let normal = TypedValue.texts(answer.values.map { inquiry.type.normal($0) ?? $0 })
        let values = "\(inquiry.type.rawValue) \(normal.words(.plain))"
        return Judgement(
            [Finding(expectation, actual: values, met: expected.resolves)]
                + expected.values.findings(of: normal, named: "the values", until: deadline))
    }

    private var expectation: String {
        expected.resolves
            ? "a record of type \(inquiry.type.rawValue) for \(inquiry.name)"
            : "no record of type \(inquiry.type.rawValue) for \(inquiry.name)"
    }
}
