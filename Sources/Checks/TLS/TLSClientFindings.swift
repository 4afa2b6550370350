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
    var expectations: [Expectation] {
        var all: [Expectation] = []
        switch expected.clientCertificate {
        case nil:
            if let sentence = turnedAway {
                all.append(
                    Expectation(
                        "a session without a client certificate", actual: ending.name, met: false,
                        otherwise: sentence))
            }
        case .requested:
            all.append(
                Expectation(
                    "asks for a client certificate", actual: asked, met: isAsked,
                    otherwise: "The server does not ask for a client certificate."))
        case .some(.none):
            all.append(
                Expectation(
                    "asks for no client certificate", actual: asked, met: !isAsked,
                    otherwise: "The server asks for a client certificate."))
        case .accepted: all.append(acceptance)
        }
        return all + authorities
    }

    /// Why it is not known whether our certificate counts, where everything else is as it should
    /// be.
    var undetermined: String? {
        switch ending {
        case .closedAfterCertificate: return words.sentence(ending)
        case .accepted(.noObjection(let milliseconds)):
            return "The server neither confirmed the client certificate nor objected to it within"
                + " \(milliseconds) ms."
        default: return nil
        }
    }

    private var isAsked: Bool { observation.requestedCertificate }

    private var asked: String {
        if case .demandsCertificate = ending { return "demands one" }
        return isAsked ? "asks for one" : "asks for none"
    }

    private var words: TLSEndingWords {
        TLSEndingWords(place: observation.dial.reached, timeout: observation.timeout)
    }

    private var turnedAway: String? {
        guard case .demandsCertificate = ending else { return nil }
        return words.sentence(ending)
    }

    private var acceptance: Expectation {
        let isAccepted: Bool
        if case .accepted = ending { isAccepted = isAsked } else { isAccepted = false }
        let otherwise =
            isAsked
            ? words.sentence(ending)
            : "The server does not ask for a client certificate, so that it cannot accept one."
        return Expectation(
            "accepts the client certificate", actual: isAsked ? ending.name : asked,
            met: isAccepted, otherwise: otherwise)
    }

    private var authorities: [Expectation] {
        expected.clientAuthorities.map { wanted in
            let accepted = observation.acceptedAuthorities
            let isNamed = accepted.contains { $0.isNamed(wanted) }
            let shown = accepted.prefix(5).map(\.short).joined(separator: ", ")
            let rest = accepted.count > 5 ? ", …" : ""
            let actual = accepted.isEmpty ? "names no authority" : shown + rest
            return Expectation(
                "accepts client certificates of \(wanted)", actual: isNamed ? wanted : actual,
                met: isNamed,
                otherwise: "The server does not name \(wanted) among the authorities whose client"
                    + " certificates it accepts.")
        }
    }
}
