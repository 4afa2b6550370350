import CanonicalJSON
import Checks
import Rollout
import Testing

@Suite("The dns check, in other ways")
struct DNSWaysTests {
    private func outcome(
        _ options: String, at server: DNSServer? = nil, timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        let place = server.map { ", server: \"\($0)\"" } ?? ""
        let (check, mistakes) = try CheckKind.dns.reading("{\(options)\(place)}")
        return await (try #require(check, "\(mistakes)"))
            .carryOut(in: .fixture(timeout: timeout))
    }

    @Test("times to live and response codes of a real server", .disabled(if: Dnsmasq.isMissing))
    func real() async throws {
        let options = ["--local-ttl=300", "--host-record=www.test,192.0.2.7"]
        try await Dnsmasq.run(options) { server in
            let short = try await outcome("name: www.test, ttl: 5m", at: server)
            #expect(short.facts["ttl-s"] == 300 && short.facts["longest-ttl-s"] == 300)
            #expect(short.outcome == .met, "\(short.summary)")
            let long = try await outcome("name: www.test, ttl: 1m", at: server)
            #expect(long.unmet == ["a time to live of 5m"], "\(long.summary)")
            // It has nobody to ask for what it does not have itself.
            let refused = try await outcome(
                "name: example.com, response-code: REFUSED", at: server)
            #expect(refused.outcome == .met, "\(refused.summary)")
            let other = try await outcome(
                "name: example.com, response-code: [NXDOMAIN, SERVFAIL]", at: server)
            #expect(other.unmet == ["REFUSED"])
            let answered = try await outcome("name: www.test, response-code: REFUSED", at: server)
            #expect(answered.unmet == ["NOERROR"], "\(answered.summary)")
        }
    }

    @Test("a code that is expected is no reason to take silence for it")
    func silence() async throws {
        try await DNSResponder.run { _ in
            nil
        } body: {
            let result = try await outcome(
                "name: a.test, response-code: REFUSED", at: $0.server,
                timeout: .milliseconds(200))
            #expect(result.code == .questionUnanswered, "\(result.summary)")
        }
    }

    @Test("the beginning of a zone has its serial")
    func start() async throws {
        let data =
            DNSWire.labels("NS1.zone.test") + DNSWire.labels("host.zone.test")
            + [120, 137, 51, 253, 0, 0, 28, 32, 0, 0, 14, 16, 0, 18, 117, 0, 0, 0, 1, 44]
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, answers: [DNSWire.record(type: 6, data: data)])
        } body: {
            let value = "ns1.zone.test host.zone.test 2022257661 7200 3600 1209600 300"
            let result = try await outcome(
                "name: zone.test, type: SOA, equals: \(value)", at: $0.server)
            #expect(result.outcome == .met, "\(result.summary)")
            let other = try await outcome(
                "name: zone.test, type: SOA, any: {starts-with: ns2}", at: $0.server)
            #expect(other.outcome == .unmet)
        }
    }

    @Test("the name of an address behind an alias of RFC 2317 is found")
    func classless() async throws {
        let zone = "7.0/25.2.0.192.in-addr.arpa"
        try await DNSResponder.run {
            DNSWire.reply(
                to: $0.bytes,
                answers: [
                    DNSWire.record(type: 5, data: DNSWire.labels(zone)),
                    DNSWire.record(zone, type: 12, data: DNSWire.labels("www.test")),
                ])
        } body: {
            let result = try await outcome(
                "name: 192.0.2.7, type: PTR, equals: www.test", at: $0.server)
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["aliases"] == [.string(zone)])
            let itself = try await outcome("name: \(zone), type: PTR", at: $0.server)
            #expect(itself.outcome == .met, "\(itself.summary)")
        }
    }

    @Test("an alias without its end is no answer")
    func brokenAlias() async throws {
        try await DNSResponder.run {
            DNSWire.reply(
                to: $0.bytes,
                answers: [DNSWire.record(type: 5, data: DNSWire.labels("a.b.test"))])
        } body: {
            for resolves in [true, false] {
                let result = try await outcome(
                    "name: 192.0.2.7, type: PTR, resolves: \(resolves)", at: $0.server)
                #expect(result.outcome == .undetermined, "\(result.summary)")
            }
        }
    }

    @Test("what a text record holds is kept on one line")
    func hostile() async throws {
        try await DNSResponder.run {
            DNSWire.reply(
                to: $0.bytes, answers: [DNSWire.record(type: 16, data: [4, 27, 91, 10, 97])])
        } body: {
            let result = try await outcome("name: a.test, type: TXT, equals: b", at: $0.server)
            #expect(result.outcome == .unmet)
            let values = result.facts["values"]?.items?.compactMap(\.text) ?? []
            for text in values + result.unmet {
                #expect(!text.unicodeScalars.contains { $0.value < 32 }, "\(text)")
            }
        }
    }

    @Test(
        "a text whose bytes are no UTF-8 is unknown, and not what is shown of it",
        arguments: [
            (#"any: {contains: "\uFFFD"}"#, CheckOutcome.Outcome.undetermined),
            ("none: {contains: x}", .undetermined), ("lacks: x", .undetermined),
            ("equals: x", .undetermined), ("all: {lacks: x}", .undetermined), ("length: 1", .met),
            ("length: 2", .unmet), ("resolves: true", .met),
        ])
    func foreign(_ options: String, _ outcome: CheckOutcome.Outcome) async throws {
        try await DNSResponder.run {
            DNSWire.reply(
                to: $0.bytes,
                answers: [DNSWire.record(type: 16, data: [5, 0, 0xFF, 34, 92, 59])])
        } body: {
            let result = try await self.outcome(
                "name: a.test, type: TXT, \(options)", at: $0.server)
            #expect(result.outcome == outcome, "\(result.summary)")
        }
    }

    private static let text = DNSWire.record(type: 16, data: [6] + Array("v=spf1".utf8))
    private static let foreignText = DNSWire.record(type: 16, data: [1, 0xFF])

    @Test(
        "what the other texts decide is decided",
        arguments: [
            ("any: {contains: spf1}", CheckOutcome.Outcome.met), ("contains: v=spf1", .met),
            ("none: {contains: spf1}", .unmet), ("lacks: v=spf1", .unmet),
            ("all: {contains: x}", .unmet), ("contains: x", .undetermined),
            ("none: {contains: x}", .undetermined), ("equals: v=spf1", .undetermined),
            ("length: 2", .met),
        ])
    func mixed(_ options: String, _ outcome: CheckOutcome.Outcome) async throws {
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, answers: [Self.text, Self.foreignText])
        } body: {
            let result = try await self.outcome(
                "name: a.test, type: TXT, \(options)", at: $0.server)
            #expect(result.outcome == outcome, "\(result.summary)")
        }
    }

    @Test("a record that was sent twice is one")
    func twice() async throws {
        let record = DNSWire.record(type: 1, data: [192, 0, 2, 1])
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, answers: [record, record])
        } body: {
            let result = try await outcome("name: a.test, length: 1", at: $0.server)
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["values"] == ["192.0.2.1"])
        }
    }

    @Test(
        "what the name service takes for an address is no name",
        arguments: ["127.1", "0177.0.0.1", "2130706433", "0x7f.1", "127.1."])
    func numeric(_ name: String) throws {
        let (check, mistakes) = try CheckKind.dns.reading("{name: '\(name)', via: name-service}")
        let message = "the name service takes \"\(name)\" for an address, and looks nothing up"
        #expect(check == nil && mistakes == [message], "\(mistakes)")
        #expect(try CheckKind.dns.reading("{name: '\(name)'}").check != nil)
    }

    @Test("the name service finds what programs find")
    func nameService() async throws {
        let found = try await outcome("name: localhost, via: name-service, equals: 127.0.0.1")
        #expect(found.outcome == .met, "\(found.summary)")
        #expect(found.facts["values"] == ["127.0.0.1"] && found.facts["server"] == nil)
        #expect(found.facts["via"] == "name-service")
        #expect(found.facts["name-service"]?.text?.contains("files") ?? true)
        let other = try await outcome("name: localhost, via: name-service, lacks: 127.0.0.1")
        #expect(other.outcome == .unmet)
        let missing = try await outcome(
            "name: nothing.invalid, via: name-service", timeout: .milliseconds(800))
        #expect(missing.outcome != .met)
    }

    @Test("only what the name service found is met, and only its no is unmet")
    func serviceJudged() throws {
        let read = try CheckKind.dns.reading("{name: a.test, via: name-service}").check
        let check = try #require(read?.check as? DNSCheck)
        let cases: [(NameServiceAnswer.Result?, CheckOutcome.Outcome)] = [
            (.addresses(["192.0.2.1"], milliseconds: 1), .met), (.absent("no such name"), .unmet),
            (.failed("Temporary failure"), .undetermined), (.timedOut, .undetermined),
            (nil, .undetermined),
        ]
        for (result, outcome) in cases {
            let observation = DNSObservation(
                attempts: [], service: result.map { NameServiceAnswer($0) })
            #expect(
                check.judge(observation, at: Instant(milliseconds: 0)).result.outcome == outcome)
        }
        let stopped = DNSObservation(
            attempts: [], wasStopped: true, service: NameServiceAnswer(.timedOut))
        #expect(check.judge(stopped, at: Instant(milliseconds: 0)).result.code == .stopped)
    }

    @Test(
        "what does not go together is a mistake",
        arguments: [
            ("via: name-service, server: 192.0.2.1", "the name service has no server"),
            ("via: name-service, ttl: 5m", "the name service has no ttl"),
            ("via: name-service, type: MX", "the name service finds addresses, but type is MX"),
            (
                "via: name-service, resolves: false",
                "the name service cannot tell a name that is gone from one that it failed to find"
            ),
            ("response-code: REFUSED", "it is not said whose response-code is meant"),
            (
                "server: 192.0.2.1, response-code: REFUSED, contains: 192.0.2.1",
                "with a response-code in place of an answer there is nothing else to compare"
            ),
            ("ttl: 5m, resolves: false", "a name that must not resolve has no time to be kept"),
        ])
    func mistakes(_ options: String, _ message: String) throws {
        let (check, mistakes) = try CheckKind.dns.reading("{name: a.test, \(options)}")
        #expect(check == nil && mistakes.contains(message), "\(mistakes)")
    }
}
