package import Rollout

extension TLSCheck {
    package func judge(_ observation: TLSObservation, at instant: Instant) -> Judgement {
        if let trouble = observation.trouble { return .undetermined(trouble) }
        let dial = observation.dial
        if let failure = dial.failure {
            return unconnected(
                failure.sentence(
                    host: dial.host, place: dial.place, timeout: observation.timeout),
                actual: failure.name, isAnswer: failure.isAnswer)
        }
        guard let ending = observation.ending else {
            return .undetermined("The handshake was not begun, so that nothing was found out.")
        }
        if let sentence = TLSEndingWords(place: dial.reached, timeout: observation.timeout)
            .undetermined(ending)
        {
            return unconnected(sentence, actual: ending.name, isAnswer: false)
        }
        guard ending.isEstablished || showsItself(ending, observation) else {
            let words = TLSEndingWords(place: dial.reached, timeout: observation.timeout)
            return unconnected(words.sentence(ending), actual: ending.name, isAnswer: true)
        }
        return judgeSession(observation, ending, at: instant)
    }

    /// The finding that there is no session.
    private func unconnected(_ reason: String, actual: String, isAnswer: Bool) -> Judgement {
        let expectation = Expectation(
            "a TLS session with \(definition.subject)", actual: actual, met: false,
            otherwise: reason)
        return isAnswer
            ? .findings([expectation], met: "")
            : .undetermined(reason, findings: [expectation.finding])
    }

    /// The server said enough of itself to be judged, although it ended the session over a client
    /// certificate.
    private func showsItself(_ ending: TLSEnding, _ observation: TLSObservation) -> Bool {
        switch ending {
        case .demandsCertificate, .rejectsCertificate, .closedAfterCertificate:
            return observation.session != nil && !observation.certificates.isEmpty
        default: return false
        }
    }

    private func judgeSession(
        _ observation: TLSObservation, _ ending: TLSEnding, at instant: Instant
    ) -> Judgement {
        guard let session = observation.session else {
            return .undetermined("The session cannot be described, so that nothing was found out.")
        }
        let server = TLSServerFindings(expected: expected, observation: observation, at: instant)
        let client = TLSClientFindings(expected: expected, observation: observation, ending: ending)
        if expected.verify, let reason = server.noAuthorities {
            return .undetermined(reason, findings: [server.version(session).finding])
        }
        let expectations =
            [server.version(session)] + (expected.verify ? server.verified : [])
            + server.agreed(session) + client.expectations
        let unmet = expectations.filter { !$0.finding.met }
        if let reason = client.undetermined, unmet.allSatisfy(client.expectations.contains) {
            return .undetermined(reason, findings: expectations.map(\.finding))
        }
        return .findings(
            expectations, met: summary(session, observation),
            warnings: server.warnings)
    }

    private func summary(
        _ session: TLSObservation.Session, _ observation: TLSObservation
    ) -> String {
        var text = "\(observation.dial.reached) negotiated \(session.versionText)"
        guard expected.verify else {
            return text + "; its certificate was not verified, as the checklist asks."
        }
        text += " with a verified certificate"
        if let certificate = observation.certificates.first {
            text += " from \(certificate.issuer.short)"
            if let end = certificate.notAfter { text += ", valid until \(end.rfc3339)" }
        }
        switch expected.clientCertificate {
        case .requested: text += ", and asks for a client certificate"
        case .accepted: text += ", and takes the client certificate"
        case nil, .some(.none): break
        }
        return text + "."
    }
}
