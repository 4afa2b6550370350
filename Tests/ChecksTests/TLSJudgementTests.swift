import Checks
import Rollout
import Testing

/// How a `tls` check judges what was seen, where no server is needed to see it.
struct TLSJudgementTests {
    private static let name = TLSCertificate.Name(text: "CN=s", commonNames: ["s"])
    private static let begin = Instant(milliseconds: 0)
    private static let end = Instant(milliseconds: 4_000_000_000_000)
    private static let now = Surroundings.testInstant

    @Test("A session is met only where the verification ran, found nothing and the name matches")
    func verification() {
        #expect(judge(good).outcome == .met)
        for (what, change) in [
            ("no verification", { $0.verification = nil }),
            ("not run", { $0.verification = verification(hasRun: false) }),
            ("bad result", { $0.verification = verification(result: 1) }),
            ("name", { $0.verification = verification(nameMatches: false) }),
            ("unknown problem", { $0.verification = verification(codes: [999]) }),
            ("date problem", { $0.verification = verification(codes: [10]) }),
            ("name problem", { $0.verification = verification(codes: [62]) }),
            ("no certificate", { $0.certificates = [] }),
            ("no date", { $0.certificates = [certificate(end: nil)] }),
            ("expired", { $0.certificates = [certificate(end: Self.begin)] }),
            ("no version", { $0.session = .init(versionText: "SSLv3", version: nil) }),
            ("no session", { $0.session = nil }),
            ("no ending", { $0.ending = nil }),
        ] as [(String, (inout TLSObservation) -> Void)] {
            var observation = good
            change(&observation)
            #expect(judge(observation).outcome != .met, "\(what)")
        }
    }

    @Test(
        "Every ending is unmet or undetermined, but for a session that stands",
        arguments: [
            (.established, .met), (.accepted(.confirmed), .met),
            (.demandsCertificate(nil), .unmet),
            (.rejectsCertificate(.init(number: 48, name: "unknown CA")), .unmet),
            (.timedOut, .undetermined), (.stopped, .undetermined),
            (.interrupted("lost"), .undetermined), (.closed, .unmet), (.reset, .unmet),
            (.notTLS("plain HTTP"), .unmet),
            (.alert(.init(number: 40, name: "handshake failure")), .unmet),
            (.failed("bad signature"), .unmet),
        ] as [(TLSEnding, CheckResult.Outcome)])
    func endings(ending: TLSEnding, outcome: CheckResult.Outcome) {
        var observation = good
        observation.ending = ending
        // Only the two endings over a client certificate come with a session to be judged.
        let judgement = judge(observation) { expected in
            if case .rejectsCertificate = ending {
                expected.clientCertificate = .accepted(Self.own)
            }
        }
        #expect(judgement.outcome == outcome, "\(judgement.reason)")
        #expect(judgement.reason.hasSuffix("."))
        #expect(!judgement.findings.isEmpty)
        #expect((outcome == .met) == judgement.findings.allSatisfy(\.met))
    }

    @Test("A server that hangs up after our certificate leaves it open whether that counts")
    func closedAfterCertificate() {
        var observation = good
        observation.requestedCertificate = true
        observation.ending = .closedAfterCertificate
        let judgement = judge(observation) { $0.clientCertificate = .accepted(Self.own) }
        #expect(judgement.outcome == .undetermined)
        #expect(judgement.reason.contains("closed the connection right after"))
        observation.verification = verification(codes: [18])
        let worse = judge(observation) { $0.clientCertificate = .accepted(Self.own) }
        #expect(worse.outcome == .unmet)
        #expect(worse.reason.contains("self-signed"))
    }

    @Test("Without any authority on the machine it is not known whom to trust")
    func noAuthorities() {
        var observation = good
        observation.verification = verification(codes: [20], hasNoAuthorities: true)
        let judgement = judge(observation)
        #expect(judgement.outcome == .undetermined)
        #expect(judgement.reason.contains("install the package ca-certificates"))
    }

    @Test("A host that cannot be reached is judged as a tcp check would")
    func dial() {
        for (failure, outcome) in [
            (DialFailure.noSuchName, CheckResult.Outcome.unmet), (.refused, .unmet),
            (.timedOut, .undetermined), (.lookup("no name server answered"), .undetermined),
        ] {
            let observation = TLSObservation(
                dial: DialReport(host: "s", port: 443, failure: failure), timeout: .seconds(1))
            #expect(judge(observation).outcome == outcome)
            let facts = TLSCheck(TLSExpectations(host: "s")).facts(of: observation)
            #expect(facts["failure"] == .string(failure.name))
        }
    }

    @Test("A check without verification carries its caution")
    func caution() {
        var expected = TLSExpectations(host: "s")
        #expect(TLSCheck(expected).definition.caution.isEmpty)
        #expect(TLSCheck(expected).definition.subject == "s:443")
        expected.verify = false
        #expect(TLSCheck(expected).definition.caution.contains("not verified"))
    }

    @Test("A chain of many certificates is judged whole and shown in part")
    func manyCertificates() {
        var observation = good
        observation.certificates = Array(repeating: certificate(end: Self.end), count: 60)
        observation.certificates.append(certificate(end: Self.begin))
        #expect(judge(observation).outcome == .unmet)
        let facts = TLSCheck(TLSExpectations(host: "s")).facts(of: observation)
        #expect(facts["certificates"]?.items?.count == 20)
        #expect(facts["certificates-count"] == 61)
    }

    private static let own = TLSPlan.Identity(certificate: "c", key: "k")

    private func judge(
        _ observation: TLSObservation, _ change: (inout TLSExpectations) -> Void = { _ in }
    ) -> Judgement {
        var expected = TLSExpectations(host: "s")
        change(&expected)
        return TLSCheck(expected).judge(observation, at: Self.now)
    }

    private var good: TLSObservation {
        let attempt = DialReport.Attempt(address: "192.0.2.1", result: .connected)
        var observation = TLSObservation(
            dial: DialReport(host: "s", port: 443, attempts: [attempt]), timeout: .seconds(1))
        observation.ending = .established
        observation.session = .init(versionText: "TLS 1.3", version: .tls13)
        observation.certificates = [certificate(end: Self.end)]
        observation.verification = verification()
        return observation
    }

    private func certificate(end: Instant?) -> TLSCertificate {
        TLSCertificate(
            subject: Self.name, issuer: Self.name, names: ["DNS:s"], notBefore: Self.begin,
            notAfter: end)
    }

    private func verification(
        codes: [Int] = [], hasRun: Bool = true, result: Int = 0, nameMatches: Bool = true,
        hasNoAuthorities: Bool = false
    ) -> TLSVerification {
        TLSVerification(
            problems: codes.map { .init(code: $0, depth: 0, text: "problem \($0)") },
            hasRun: hasRun, result: codes.last ?? result, resultText: "result",
            nameMatches: nameMatches, path: [Self.name], issuers: [Self.name],
            hasNoAuthorities: hasNoAuthorities)
    }
}
