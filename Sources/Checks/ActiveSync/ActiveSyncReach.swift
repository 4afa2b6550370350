import Rollout

/// Tells from what was seen how far a request for ActiveSync came.
struct ActiveSyncReach {
    let state: ActiveSyncState
    /// What it was told by; empty where the state says it all.
    let detail: String

    /// The state with what it was told by.
    var words: String { detail.isEmpty ? state.words : "\(state.words): \(detail)" }

    init(_ plan: HTTPPlan, _ observation: HTTPObservation) {
        guard let hop = observation.hops.last else {
            (state, detail) = (.blocked, "nothing was seen")
            return
        }
        if hop.wasWithheld {
            (state, detail) = Self.withheld(plan, hop)
        } else if let failure = hop.report.failure {
            (state, detail) = Self.failed(failure)
        } else if let refusal = observation.refusal {
            (state, detail) = (.redirected, refusal.words)
        } else if let response = hop.response {
            (state, detail) = Self.answered(plan, hop, response)
        } else {
            (state, detail) = (.blocked, "nothing was answered")
        }
    }

    private static func withheld(
        _ plan: HTTPPlan, _ hop: HTTPObservation.Hop
    ) -> (ActiveSyncState, String) {
        guard let tls = hop.report.tls else { return (.unsafe, "") }
        let certificates = CertificateFindings(
            plan.tls(for: hop.address).certificate, certificates: tls.certificates,
            verification: tls.verification, at: tls.instant)
        guard certificates.isOfAnotherAuthority else { return (.unsafe, "") }
        let issuer = tls.certificates.first?.issuer.short ?? "nobody"
        return (.intercepted, "the certificate is by \(issuer)")
    }

    private static func failed(_ failure: ConnectionFailure) -> (ActiveSyncState, String) {
        switch failure {
        case .exchange: return (.other, "\(failure.phrase) in place of a whole answer")
        case .handshake(let ending): return failed(ending)
        case .setup, .dial, .noReply, .preamble: return (.blocked, failure.phrase)
        }
    }

    private static func failed(_ ending: TLSEnding) -> (ActiveSyncState, String) {
        switch ending {
        // Only an alert says so; a server that hangs up may have any reason.
        case .demandsCertificate(_?): return (.certificateWanted, "")
        case .rejectsCertificate, .closedAfterCertificate: return (.refused, ending.phrase)
        default: return (.blocked, ending.phrase)
        }
    }

    private static func answered(
        _ plan: HTTPPlan, _ hop: HTTPObservation.Hop, _ response: HTTPResponse
    ) -> (ActiveSyncState, String) {
        let wasAsked = hop.report.tls?.requestedCertificate ?? false
        let status = "the status \(response.status)"
        switch response.status {
        case 200:
            guard let versions = response.value(of: ActiveSyncCheck.versionsField) else {
                return (.other, "no header \(ActiveSyncCheck.versionsField)")
            }
            guard versions.contains(where: \.isNumber) else {
                return (.other, "no version in \(ActiveSyncCheck.versionsField)")
            }
            return (wasAsked && plan.tls.identity != nil ? .accepted : .open, "")
        case 401, 403:
            if wasAsked, plan.tls.identity == nil { return (.certificateWanted, status) }
            let wantsLogin = response.value(of: "www-authenticate") != nil
            return (wantsLogin && !wasAsked ? .loginWanted : .refused, status)
        case 451:
            let place = HTTPRedirects.activeSync.references(in: response).first
            return (.redirected, place.map { "to \(Self.clean($0))" } ?? "to no server at all")
        case 300..<400:
            let place = response.value(of: "location")
            return (.redirected, status + (place.map { " to \(Self.clean($0))" } ?? ""))
        // IIS and nginx say so where a certificate is missing or not good enough.
        case 400, 496, 495:
            guard wasAsked else { return (.other, status) }
            return (plan.tls.identity == nil ? .certificateWanted : .refused, status)
        default: return (.other, status)
        }
    }

    private static func clean(_ text: String) -> String {
        ForeignText.withoutPasswords(Array(text.utf8))
    }
}
