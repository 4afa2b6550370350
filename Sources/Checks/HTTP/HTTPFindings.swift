import Rollout

/// Judges what every check over HTTP has in common: that an answer came, over a session as expected.
struct HTTPFindings {
    let plan: HTTPPlan
    let observation: HTTPObservation

    /// The judgement where there is no answer to be judged; nil where there is one.
    var failure: Judgement? {
        guard let hop = observation.hops.last else { return Judgement(.nothingObserved) }
        if hop.wasWithheld {
            guard let ground = ground(hop) else { return Judgement(.nothingObserved) }
            return Judgement(warnings + ground.findings, obstacle: ground.obstacle)
        }
        guard hop.report.failure != nil else {
            return hop.response == nil ? Judgement(.nothingObserved) : nil
        }
        let way = plan.proxy.map { " by the proxy \($0)" } ?? ""
        let words = "an answer of \(hop.address)\(way)"
        let failed = hop.report.failed(expecting: words) ?? Judgement(.nothingObserved)
        // A session that the server ended over a certificate shows more than that it ended.
        let shown = hop.report.failure.map(Self.isHandshake) == true ? session(hop) : nil
        return Judgement(
            warnings + (shown?.findings ?? failed.findings),
            obstacle: shown.map { $0.obstacle ?? failed.obstacle } ?? failed.obstacle)
    }

    private static func isHandshake(_ failure: ConnectionFailure) -> Bool {
        if case .handshake = failure { return true }
        return false
    }

    /// The judgement of the last session; nil where the last answer came without TLS.
    var session: Judgement? { observation.hops.last.flatMap(session) }

    private func session(_ hop: HTTPObservation.Hop) -> Judgement? {
        TLSSessionFindings(plan.tls(for: hop.address), hop.report).judgement
    }

    /// What is worth a look about the sessions with those that only led further.
    var warnings: [Finding] {
        observation.hops.dropLast().flatMap { hop in
            ground(hop)?.findings.filter { $0.standing != .met } ?? []
        }
    }

    /// What must be so before anything is asked; nil where no session came about.
    func ground(_ hop: HTTPObservation.Hop) -> Judgement? {
        guard let tls = hop.report.tls, let session = tls.session, !tls.certificates.isEmpty else {
            return nil
        }
        return TLSSessionFindings.ground(plan.tls(for: hop.address), tls, session)
    }
}
