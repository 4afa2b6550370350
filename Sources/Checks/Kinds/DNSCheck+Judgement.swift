package import Rollout

extension DNSCheck {
    package func judge(
        _ observation: DNSObservation, at instant: Instant, until _: Deadline
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
            guard isMissing else { return present(answer) }
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

    private func present(_ answer: DNSAnswer) -> Judgement {
        let values = "\(inquiry.type.rawValue) \(Self.list(answer.values))"
        let normal = Set(answer.values.map { inquiry.type.normal($0) ?? $0 })
        var findings = [Finding(expectation, actual: values, met: expected.resolves)]
        findings += expected.contains.map { value in
            Finding("\(value) among the values", actual: values, met: normal.contains(value))
        }
        if let wanted = expected.equals {
            findings.append(
                Finding(
                    "exactly \(Self.list(Set(wanted).sorted()))", actual: values,
                    met: normal == Set(wanted)))
        }
        findings += expected.lacks.map { value in
            Finding("no \(value) among the values", actual: values, met: !normal.contains(value))
        }
        if !expected.within.isEmpty { findings.append(within(answer.values)) }
        return Judgement(findings)
    }

    private func within(_ values: [String]) -> Finding {
        let outside = values.filter { value in
            guard let address = IPAddress(value) else { return true }
            return !expected.within.contains { $0.contains(address) }
        }
        let words = "every address within \(Self.list(expected.within.map(\.description)))"
        return Finding(
            words, actual: outside.isEmpty ? words : "outside: \(Self.list(outside))",
            met: outside.isEmpty)
    }

    private var expectation: String {
        expected.resolves
            ? "a record of type \(inquiry.type.rawValue) for \(inquiry.name)"
            : "no record of type \(inquiry.type.rawValue) for \(inquiry.name)"
    }

    /// At most eight values as one text.
    private static func list(_ values: [String]) -> String {
        let shown = values.prefix(8).joined(separator: ", ")
        return values.count > 8 ? "\(shown) and \(values.count - 8) more" : shown
    }
}
