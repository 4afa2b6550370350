import CanonicalJSON
import Checks
import Rollout
import Testing

@Suite("The dns check, judging")
struct DNSJudgementTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let outcome: CheckOutcome.Outcome
        let yaml: String

        init(_ name: String, _ outcome: CheckOutcome.Outcome, _ yaml: String) {
            testDescription = name
            self.outcome = outcome
            self.yaml = yaml
        }
    }

    private static let cases = [
        Case("records are there", .met, "resolves: true"),
        Case("records must not be there", .unmet, "resolves: false"),
        Case("contains one", .met, "contains: 192.0.2.1"),
        Case("contains all", .met, "contains: [192.0.2.2, 192.0.2.1]"),
        Case("does not contain", .unmet, "contains: [192.0.2.1, 192.0.2.3]"),
        Case("equals in another order", .met, "equals: [192.0.2.2, 192.0.2.1]"),
        Case("equals one fewer", .unmet, "equals: 192.0.2.1"),
        Case("equals one more", .unmet, "equals: [192.0.2.1, 192.0.2.2, 192.0.2.3]"),
        Case("lacks", .met, "lacks: 192.0.2.3"),
        Case("does not lack", .unmet, "lacks: [192.0.2.3, 192.0.2.2]"),
        Case("within", .met, "within: [198.51.100.0/24, 192.0.2.0/24]"),
        Case("one outside", .unmet, "within: 192.0.2.0/31"),
        Case("as many", .met, "length: 2"),
        Case("too many", .unmet, "length: {maximum: 1}"),
        Case("any", .met, "any: {ends-with: '.2'}"),
        Case("not any", .unmet, "any: {ends-with: '.3'}"),
        Case("all", .met, "all: {starts-with: 192.}"),
        Case("not all", .unmet, "all: {equals: 192.0.2.1}"),
        Case("none", .met, "none: {within: 10.0.0.0/8}"),
        Case("not none", .unmet, "none: {within: 192.0.2.2}"),
    ]

    @Test("the records are held against each option", arguments: cases)
    func judge(_ example: Case) throws {
        let (read, mistakes) = try CheckKind.dns.reading("{name: a.test, \(example.yaml)}")
        let check = try #require(read?.check as? DNSCheck, "\(mistakes)")
        let server = try #require(DNSServer("192.0.2.53"))
        let records = ["192.0.2.2", "192.0.2.1"].map {
            DNSMessage.Record(name: "A.test", type: "A", ttl: 60, value: $0)
        }
        let observation = DNSObservation(attempts: [
            .init(server: server, result: .success(DNSMessage(answers: records)))
        ])
        let judgement = check.judge(observation, at: Instant(milliseconds: 0)).result
        #expect(judgement.outcome == example.outcome)
        #expect(judgement.findings.allSatisfy(\.isMet) == (example.outcome == .met))
        #expect(check.facts(of: observation)["values"] == ["192.0.2.1", "192.0.2.2"])
    }

    @Test(
        "an entry that must not be there is found however its name or address is written",
        arguments: [
            ("CNAME", "h.test", "none: {equals: h.test.}"), ("CNAME", "h.test", "none: H.test"),
            ("CNAME", "H.test", "none: {one-of: [h.TEST.]}"),
            ("MX", "10 mx1.test", "none: {equals: 10 MX1.test}"),
            ("SRV", "1 2 5060 s.test", "none: {equals: 1 2 5060 S.test.}"),
            ("AAAA", "2001:db8::9", "none: {equals: '2001:DB8:0::9'}"),
            ("CAA", "0 issue letsencrypt.org", #"lacks: '0 issue "letsencrypt.org"'"#),
            ("CNAME", "H.test", "none: {matches: '^h'}"),
            ("NS", "h.test", "none: {matches: '^H\\.TEST$'}"),
            ("MX", "10 MX1.Test", "none: {matches: [Mx1, TEST$]}"),
            ("AAAA", "2001:DB8:0::9", "none: {matches: '^2001:DB8::9$'}"),
            ("CNAME", "odd name.TEST", "none: {ends-with: .test}"),
            ("AAAA", "::ffff:10.0.0.1", "none: {within: 10.0.0.0/8}"),
        ])
    func spellings(_ type: String, _ value: String, _ yaml: String) throws {
        let (read, mistakes) = try CheckKind.dns.reading("{name: a.test, type: \(type), \(yaml)}")
        let check = try #require(read?.check as? DNSCheck, "\(mistakes)")
        let server = try #require(DNSServer("192.0.2.53"))
        let record = DNSMessage.Record(name: "a.test", type: type, ttl: 60, value: value)
        let observation = DNSObservation(attempts: [
            .init(server: server, result: .success(DNSMessage(answers: [record])))
        ])
        let judgement = check.judge(observation, at: Instant(milliseconds: 0)).result
        #expect(judgement.outcome == .unmet, "\(judgement.findings)")
    }

    @Test("patterns of texts and of the values of CAA take letters as they are")
    func letters() throws {
        for (type, value, pattern) in [
            ("TXT", "v=SPF1", "spf1"), ("CAA", "0 issue CA.test", "ca.test"),
        ] {
            let text = "{name: a.test, type: \(type), any: {matches: \(pattern)}}"
            let check = try #require(try CheckKind.dns.reading(text).check?.check as? DNSCheck)
            let server = try #require(DNSServer("192.0.2.53"))
            let record = DNSMessage.Record(name: "a.test", type: type, ttl: 60, value: value)
            let observation = DNSObservation(attempts: [
                .init(server: server, result: .success(DNSMessage(answers: [record])))
            ])
            let result = check.judge(observation, at: Instant(milliseconds: 0)).result
            #expect(result.outcome == .unmet, "\(result.findings)")
        }
    }

    @Test(
        "a part that no value can have is no part",
        arguments: [
            "type: AAAA, none: '2001:0db8'", "type: NS, any: {ends-with: test.}",
            #"type: NS, none: {matches: 'test\.$'}"#, "type: MX, none: {matches: 'test[.]$'}",
            #"type: CAA, none: {contains: '"ca.test"'}"#, #"type: CAA, none: {matches: '"ca'}"#,
            "type: CAA, none: {starts-with: 0 ISSUE}", "type: CAA, none: {matches: Issue}",
            #"type: TXT, lacks: '"v=spf1 -all"'"#, #"type: TXT, none: {contains: '"v=spf1'}"#,
            #"type: TXT, none: {matches: '^"v=spf1'}"#, #"type: TXT, any: {matches: '"v=spf1'}"#,
            #"type: TXT, none: {matches: '(?i)^"v=spf1'}"#, "type: CAA, none: {matches: ^0 ISSUE}",
            #"type: CAA, none: {matches: '^0 issue "ca'}"#,
            #"type: CAA, none: {ends-with: 'ca.test"'}"#, "type: CAA, any: {contains: 0 Foo x}",
        ])
    func impossible(_ yaml: String) throws {
        let (read, mistakes) = try CheckKind.dns.reading("{name: a.test, \(yaml)}")
        #expect(read == nil && mistakes.count == 1, "\(mistakes)")
    }

    @Test(
        "a part that a value has is taken, whatever it looks like",
        arguments: [
            ("CAA", "0 issue ca.test", "matches: '(?i)0 ISSUE '"),
            ("CAA", "0 iodef mailto:Issue@a.test", "contains: 'mailto:Issue@a.test'"),
            ("CAA", "0 issue the-evil", #"matches: 'issue [^"]*evil'"#),
            ("CAA", "0 issue the-evil", #"matches: '^0 issue [^" ]*evil'"#),
            ("CAA", "0 issue ca.test", #"matches: '^\d+ issue "?ca'"#),
            ("TXT", "k=\"v\" w", #"contains: 'k="v'"#), ("TXT", "k=\"v\" w", #"contains: '"'"#),
            ("TXT", "v=spf1", #"matches: '^"?v=spf1'"#), ("TXT", "v=spf1", #"matches: '^[^"]+$'"#),
        ])
    func possible(_ type: String, _ value: String, _ part: String) throws {
        let (read, mistakes) = try CheckKind.dns.reading(
            "{name: a.test, type: \(type), any: {\(part)}}")
        let check = try #require(read?.check as? DNSCheck, "\(mistakes)")
        let server = try #require(DNSServer("192.0.2.53"))
        let record = DNSMessage.Record(name: "a.test", type: type, ttl: 60, value: value)
        let observation = DNSObservation(attempts: [
            .init(server: server, result: .success(DNSMessage(answers: [record])))
        ])
        let judgement = check.judge(observation, at: Instant(milliseconds: 0)).result
        #expect(judgement.outcome == .met, "\(judgement.findings)")
    }

    @Test(
        "what a cache has left proves a least time, and a greatest one that is exceeded, and no more",
        arguments: [
            (true, "ttl: 5m", CheckOutcome.Outcome.met), (true, "ttl: 299s", .unmet),
            (true, "ttl: {minimum: 1m}", .met), (true, "ttl: {minimum: 61s}", .unmet),
            (true, "ttl: {minimum: 1m, maximum: 5m}", .met),
            (false, "ttl: 299s", .unmet), (false, "ttl: 5m", .undetermined),
            (false, "ttl: {minimum: 1m}", .met), (false, "ttl: {minimum: 61s}", .undetermined),
            (false, "ttl: {minimum: 1s, maximum: 5m}", .undetermined),
        ])
    func lifetime(isOwn: Bool, yaml: String, outcome: CheckOutcome.Outcome) throws {
        let (read, mistakes) = try CheckKind.dns.reading("{name: a.test, \(yaml)}")
        let check = try #require(read?.check as? DNSCheck, "\(mistakes)")
        let server = try #require(DNSServer("192.0.2.53"))
        let records = [60, 300].map {
            DNSMessage.Record(name: "a.test", type: "A", ttl: $0, value: "192.0.2.\($0 / 60)")
        }
        let observation = DNSObservation(attempts: [
            .init(
                server: server,
                result: .success(DNSMessage(isAuthoritative: isOwn, answers: records)))
        ])
        let result = check.judge(observation, at: Instant(milliseconds: 0)).result
        #expect(result.outcome == outcome, "\(result.summary)")
        #expect(check.facts(of: observation)["longest-ttl-s"] == 300)
    }

    @Test("an alias takes its own time, and its target may come from a cache")
    func aliasLifetime() throws {
        let read = try CheckKind.dns.reading("{name: a.test, ttl: 5m}").check
        let check = try #require(read?.check as? DNSCheck)
        let server = try #require(DNSServer("192.0.2.53"))
        func outcome(_ alias: UInt32) -> CheckOutcome {
            let records = [
                DNSMessage.Record(name: "a.test", type: "CNAME", ttl: alias, value: "b.test"),
                DNSMessage.Record(name: "b.test", type: "A", ttl: 10, value: "192.0.2.1"),
            ]
            return check.judge(
                DNSObservation(attempts: [
                    .init(
                        server: server,
                        result: .success(DNSMessage(isAuthoritative: true, answers: records)))
                ]), at: Instant(milliseconds: 0)
            ).result
        }
        #expect(outcome(301).outcome == .unmet)
        #expect(outcome(300).outcome == .undetermined)
    }

    @Test("a second server is believed where the first failed, and both are kept")
    func secondServer() throws {
        let servers = ["192.0.2.53", "192.0.2.54"].compactMap { DNSServer($0) }
        let record = DNSMessage.Record(name: "a.test", type: "A", ttl: 1, value: "192.0.2.1")
        let observation = DNSObservation(attempts: [
            .init(
                server: servers[0], result: .success(DNSMessage(code: DNSResponseCode(number: 2)))),
            .init(server: servers[1], result: .success(DNSMessage(answers: [record]))),
        ])
        let check = DNSCheck(DNSInquiry(name: "a.test", type: .a, server: nil))
        #expect(check.judge(observation, at: Instant(milliseconds: 0)).result.outcome == .met)
        #expect(check.facts(of: observation)["asked"] == ["192.0.2.53:53", "192.0.2.54:53"])
    }

    @Test("every server that failed is named")
    func allFailed() {
        let servers = ["192.0.2.53", "192.0.2.54"].compactMap { DNSServer($0) }
        let observation = DNSObservation(attempts: [
            .init(server: servers[0], result: .failure(.timedOut)),
            .init(server: servers[1], result: .success(DNSMessage(code: .refused))),
        ])
        let check = DNSCheck(DNSInquiry(name: "a.test", type: .a, server: nil))
        #expect(
            check.judge(observation, at: Instant(milliseconds: 0)).obstacle
                == Obstacle(
                    .questionUnanswered,
                    [
                        "name": "a.test",
                        "detail": "192.0.2.53:53: no answer in time; 192.0.2.54:53: REFUSED",
                    ]))
    }
}
