import CanonicalJSON
import Checks
import Rollout
import Testing

/// How a `tls` check judges what was seen, where no server is needed to see it.
struct TLSJudgementTests {
    private static let name = TLSCertificate.Name(text: "CN=s", commonNames: ["s"])
    private static let begin = Instant(milliseconds: 0)
    private static let end = Instant(milliseconds: 4_000_000_000_000)
    private static let now = CheckEnvironment.testInstant

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
            (.accepted(.unopposed), .undetermined),
            (.timedOut, .undetermined), (.stopped, .undetermined),
            (.interrupted("lost"), .undetermined), (.closed, .unmet), (.reset, .unmet),
            (.notTLS("plain HTTP"), .unmet),
            (.alert(.init(number: 40, name: "handshake failure")), .unmet),
            (.failed("bad signature"), .unmet),
        ] as [(TLSEnding, CheckOutcome.Outcome)])
    func endings(ending: TLSEnding, outcome: CheckOutcome.Outcome) {
        var observation = good
        observation.ending = ending
        if case .accepted = ending { observation.requestedCertificate = true }
        // Only the two endings over a client certificate come with a session to be judged.
        let judgement = judge(observation) { expected in
            switch ending {
            case .rejectsCertificate, .accepted: expected.clientCertificate = .accepted(Self.own)
            default: break
            }
        }
        #expect(judgement.outcome == outcome, "\(judgement.summary)")
        #expect((judgement.obstacle != nil) == (outcome == .undetermined))
        #expect(!judgement.findings.isEmpty)
        #expect((outcome == .met) == judgement.findings.allSatisfy(\.isMet))
    }

    @Test("A server that hangs up after our certificate leaves it open whether that counts")
    func closedAfterCertificate() {
        var observation = good
        observation.requestedCertificate = true
        observation.ending = .closedAfterCertificate
        let judgement = judge(observation) { $0.clientCertificate = .accepted(Self.own) }
        #expect(judgement.outcome == .undetermined)
        #expect(judgement.code == .clientCertificateUnanswered)
        observation.verification = verification(codes: [18])
        let worse = judge(observation) { $0.clientCertificate = .accepted(Self.own) }
        #expect(worse.outcome == .unmet)
        #expect(worse.unmet == ["a self-signed certificate"])
    }

    @Test("Without any authority on the machine it is not known whom to trust")
    func noAuthorities() {
        var observation = good
        observation.verification = verification(codes: [20], hasNoAuthorities: true)
        let judgement = judge(observation)
        #expect(judgement.outcome == .undetermined)
        #expect(judgement.code == .noAuthorities)
    }

    @Test("A host that cannot be reached is judged as a tcp check would")
    func dial() {
        for (failure, outcome) in [
            (DialFailure.noSuchName, CheckOutcome.Outcome.unmet), (.refused, .unmet),
            (.timedOut, .undetermined), (.lookup("no name server answered"), .undetermined),
        ] {
            let report = ConnectionReport(
                dial: DialReport(host: "s", port: 443, failure: failure), limit: .seconds(1))
            let check = TLSCheck(Self.endpoint, TLSExpectations(serverName: "s"))
            #expect(check.judge(report, at: Self.now).result.outcome == outcome)
            #expect(check.facts(of: report)["failure"] == .string(failure.name))
        }
    }

    @Test("A check without verification carries its caution")
    func caution() {
        var expected = TLSExpectations(serverName: "s")
        #expect(TLSCheck(Self.endpoint, expected).cautions == [])
        #expect(TLSCheck(Self.endpoint, expected).subject == "s:443")
        expected.certificate.verify = false
        #expect(TLSCheck(Self.endpoint, expected).cautions == [.certificateNotVerified])
    }

    @Test("A chain of many certificates is judged whole and shown in part")
    func manyCertificates() {
        var observation = good
        observation.certificates = Array(repeating: certificate(end: Self.end), count: 60)
        observation.certificates.append(certificate(end: Self.begin))
        #expect(judge(observation).outcome == .unmet)
        let facts = TLSCheck(Self.endpoint, TLSExpectations(serverName: "s"))
            .facts(of: report(observation))
        #expect(facts["certificates"]?.items?.count == 20)
        #expect(facts["certificates-count"] == 61)
    }

    private static let own = ClientIdentity(certificate: "c", key: "k")

    private static let endpoint = Endpoint(host: "s", port: 443)

    private func judge(
        _ observation: TLSObservation, _ change: (inout TLSExpectations) -> Void = { _ in }
    ) -> CheckOutcome {
        var expected = TLSExpectations(serverName: "s")
        change(&expected)
        return TLSCheck(Self.endpoint, expected).judge(report(observation), at: Self.now).result
    }

    /// The report of a connection on which this was seen.
    private func report(_ observation: TLSObservation) -> ConnectionReport {
        let attempt = DialReport.Attempt(address: "192.0.2.1", result: .connected)
        let failure = observation.ending.flatMap { ending in
            ending.isEstablished ? nil : ConnectionFailure.handshake(ending)
        }
        return ConnectionReport(
            dial: DialReport(host: "s", port: 443, attempts: [attempt]), limit: .seconds(1),
            tls: observation, failure: failure)
    }

    private var good: TLSObservation {
        var observation = TLSObservation(instant: Self.now)
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
