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
        return all + authorities
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
