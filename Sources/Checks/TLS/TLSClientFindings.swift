import Rollout

/// Holds what a server made of client certificates against what is expected of it.
struct TLSClientFindings {
    private let expected: TLSExpectations
    private let observation: TLSObservation
    private let ending: TLSEnding

    init(expected: TLSExpectations, observation: TLSObservation, ending: TLSEnding) {
        self.expected = expected
        self.observation = observation
        self.ending = ending
    }

    /// What the checklist asks for; without a word of it, that the server does not turn us away.
    var findings: [Finding] {
        var all: [Finding] = []
        switch expected.clientCertificate {
        case nil:
            if case .demandsCertificate = ending {
                all.append(
                    Finding(
                        "a session without a client certificate", actual: ending.phrase, .unmet))
            }
        case .requested:
            all.append(Finding("a request for a client certificate", actual: asked, met: isAsked))
        case .some(.none):
            all.append(Finding("no request for a client certificate", actual: asked, met: !isAsked))
        case .accepted: all.append(acceptance)
        }
        return all + ownDates + authorities
    }

    /// What our own certificate says of itself, whatever the server makes of it.
    private var ownDates: [Finding] {
        guard expected.identity != nil, let own = observation.ownCertificate else { return [] }
        let instant = observation.instant
        guard let begin = own.notBefore, let end = own.notAfter, begin <= instant, end >= instant
        else {
            let dates = [own.notBefore, own.notAfter].map { $0?.rfc3339 ?? "?" }
            return [
                Finding(
                    "the client certificate within its dates",
                    actual: "one valid from \(dates[0]) until \(dates[1])", .unmet)
            ]
        }
        func finding(_ least: Duration, _ otherwise: Finding.Standing) -> Finding {
            Finding(
                "the client certificate valid for at least \(least.language) more",
                actual: "valid until \(end.rfc3339)",
                end.since(instant) > least ? .met : otherwise)
        }
        let rule = expected.certificate.expires
        let failing = rule.map { $0.fail > .zero ? [finding($0.fail, .unmet)] : [] } ?? []
        return failing + (rule?.warn.map { [finding($0, .warned)] } ?? [])
    }

    private var isAsked: Bool { observation.requestedCertificate }

    private var asked: String {
        if case .demandsCertificate = ending { return "a demand for a client certificate" }
        return isAsked
            ? "a request for a client certificate" : "no request for a client certificate"
    }

    private var acceptance: Finding {
        let words = "acceptance of the client certificate"
        guard isAsked else { return Finding(words, actual: asked, .unmet) }
        switch ending {
        case .accepted(.confirmed): return Finding(words, actual: ending.phrase, .met)
        case .accepted(.unopposed):
            return Finding(words, actual: "neither acceptance nor refusal", .unknown)
        case .closedAfterCertificate: return Finding(words, actual: ending.phrase, .unknown)
        default: return Finding(words, actual: ending.phrase, .unmet)
        }
    }

    private var authorities: [Finding] {
        expected.clientAuthorities.map { wanted in
            let accepted = observation.acceptedAuthorities
            let isNamed = accepted.contains { $0.isNamed(wanted) }
            let shown = accepted.prefix(5).map(\.short).joined(separator: ", ")
            let rest = accepted.count > 5 ? ", …" : ""
            let actual = accepted.isEmpty ? "no authority" : "\(shown)\(rest)"
            return Finding(
                "\(wanted) among the accepted authorities",
                actual: isNamed ? wanted : actual, met: isNamed)
        }
    }
}
