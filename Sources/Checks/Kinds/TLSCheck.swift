import CanonicalJSON
package import Rollout

/// Whether a server offers TLS as it should: version, chain, name, dates, issuer and client
/// certificates.
package struct TLSCheck: Check {
    package let endpoint: Endpoint
    package let expected: TLSExpectations
    /// What is spoken before TLS; nil where TLS begins at once.
    package var startTLS: StartTLS?
    /// What the server must not take.
    package var refused: [TLSOffer] = []

    package init(_ endpoint: Endpoint, _ expected: TLSExpectations) {
        self.endpoint = endpoint
        self.expected = expected
    }

    package var subject: String { endpoint.description }
    package var mayNeedTrust: Bool { expected.namesFiles }
    package var alsoReads: [String] { expected.files }

    package var cautions: [Caution] {
        expected.certificate.verify ? [] : [.certificateNotVerified]
    }

    package var reach: String {
        let again =
            refused.isEmpty
            ? "" : ", once more each for \(refused.map(\.description).joined(separator: ", "))"
        return "connects to \(endpoint.reach)\(again)"
    }

    package func observe(_ environment: CheckEnvironment) async -> ConnectionReport {
        let stopwatch = Stopwatch()
        let plan = TLSPlan(expected, in: environment)
        var report = await connect(plan, environment)
        guard report.tls?.isShown ?? false else { return report }
        for offer in refused {
            let left = environment.timeout - .milliseconds(stopwatch.milliseconds)
            guard left > .zero, !Task.isCancelled else {
                report.tls?.offers.append(.unknown("no time was left to ask"))
                continue
            }
            let answer = await connect(offer.narrow(plan), environment.with(timeout: left))
            report.tls?.offers.append(offer.answer(answer))
        }
        return report
    }

    package func seen(in report: ConnectionReport) -> [String: TypedValue] {
        report.tls?.seen ?? [:]
    }

    private func connect(
        _ plan: TLSPlan, _ environment: CheckEnvironment
    ) async -> ConnectionReport {
        let preamble = startTLS?.preamble(to: expected.certificate.name)
        return await ConnectionPlan(endpoint, preamble: preamble, tls: plan)
            .run(in: environment) { _ in }.report
    }

    package func judge(
        _ report: ConnectionReport, at instant: Instant, until _: Deadline
    ) -> Judgement {
        guard let session = TLSSessionFindings(expected, report).judgement else {
            let way = startTLS.map { " after STARTTLS over \($0.rawValue)" } ?? ""
            return report.failed(expecting: "a TLS session with \(subject)\(way)")
                ?? Judgement(.nothingObserved)
        }
        return Judgement(session.findings + offers(report), obstacle: session.obstacle)
    }

    /// What the server made of weak offers.
    private func offers(_ report: ConnectionReport) -> [Finding] {
        let answers = report.tls?.offers ?? []
        return refused.enumerated().map { place, offer in
            let words = "a refusal of \(offer)"
            switch place < answers.count ? answers[place] : .unknown("it was not asked") {
            case .taken: return Finding(words, actual: "an acceptance of \(offer)", .unmet)
            case .refused: return Finding(words, actual: words, .met)
            case .unknown(let why): return Finding(words, actual: why, .unknown)
            }
        }
    }
}
