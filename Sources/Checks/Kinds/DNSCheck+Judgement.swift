package import Rollout

extension DNSCheck {
    package func judge(_ observation: DNSObservation, at instant: Instant) -> Judgement {
        if observation.wasStopped, !(observation.decisive?.isConclusive ?? false) {
            return .undetermined("The lookup was stopped before a name server answered.")
        }
        guard let attempt = observation.decisive else {
            return .undetermined("There was no time to ask, or there is no name server to ask.")
        }
        guard case .success(let message) = attempt.result, attempt.isConclusive else {
            let words = observation.attempts.map(\.words)
            return .undetermined(
                "The question was not answered: " + words.joined(separator: "; ") + ".")
        }
        let answer = DNSAnswer(to: inquiry, in: message)
        if message.code == .noSuchName {
            return absent("there is no such name (NXDOMAIN)", attempt)
        }
        if !answer.values.isEmpty { return present(answer, attempt) }
        guard message.saysThatThereIsNothing else {
            return .undetermined(
                "The name server \(attempt.server) is not responsible for \(inquiry.name) and does"
                    + " not ask others, so that its answer says nothing.")
        }
        return absent("the name has no such record", attempt)
    }

    private func absent(_ what: String, _ attempt: DNSObservation.Attempt) -> Judgement {
        .findings(
            [
                Expectation(
                    expectation, actual: what, met: !expected.resolves,
                    otherwise: "\(inquiry.name): \(what), says \(attempt.server).")
            ],
            met: "\(inquiry.name): \(what), says \(attempt.server).")
    }

    private func present(_ answer: DNSAnswer, _ attempt: DNSObservation.Attempt) -> Judgement {
        let values = Self.list(answer.values)
        let subject = "\(inquiry.name) has \(inquiry.type.rawValue) \(values)"
        var expectations = [
            Expectation(
                expectation, actual: values, met: expected.resolves,
                otherwise: "\(subject), says \(attempt.server), but must have none.")
        ]
        let normal = Set(answer.values.map { inquiry.type.normal($0) ?? $0 })
        expectations += expected.contains.map { value in
            Expectation(
                "among the values: \(value)", actual: values, met: normal.contains(value),
                otherwise: "\(subject), but not \(value).")
        }
        if let wanted = expected.equals {
            expectations.append(
                Expectation(
                    "exactly \(Self.list(Set(wanted).sorted()))", actual: values,
                    met: normal == Set(wanted),
                    otherwise: "\(subject), but must have exactly \(Self.list(wanted)).")
            )
        }
        expectations += expected.lacks.map { value in
            Expectation(
                "not among the values: \(value)", actual: values, met: !normal.contains(value),
                otherwise: "\(subject), but must not have \(value).")
        }
        if !expected.within.isEmpty { expectations.append(within(answer.values)) }
        return .findings(expectations, met: "\(subject), says \(attempt.server).")
    }

    private func within(_ values: [String]) -> Expectation {
        let outside = values.filter { value in
            guard let address = IPAddress(value) else { return true }
            return !expected.within.contains { $0.contains(address) }
        }
        let ranges = Self.list(expected.within.map(\.description))
        return Expectation(
            "every address within \(ranges)",
            actual: outside.isEmpty ? "all are" : "outside: \(Self.list(outside))",
            met: outside.isEmpty,
            otherwise: "\(inquiry.name) has addresses outside \(ranges): \(Self.list(outside)).")
    }

    private var expectation: String {
        expected.resolves
            ? "\(inquiry.name) has a record of type \(inquiry.type.rawValue)"
            : "\(inquiry.name) has no record of type \(inquiry.type.rawValue)"
    }

    /// At most eight values as one text.
    private static func list(_ values: [String]) -> String {
        let shown = values.prefix(8).joined(separator: ", ")
        return values.count > 8 ? "\(shown) and \(values.count - 8) more" : shown
    }
}
