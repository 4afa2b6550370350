import CanonicalJSON
import Checks
import Rollout
import Testing

@Suite("The dns check, against servers")
struct DNSCheckTests {
    private func check(
        _ name: String, _ type: DNSRecordType = .a, at server: DNSServer,
        timeout: Duration = .seconds(60),
        _ expect: (inout DNSCheck.Expected) -> Void = { _ in }
    ) async -> CheckOutcome {
        var expected = DNSCheck.Expected()
        expect(&expected)
        let inquiry = DNSInquiry(name: name, type: type, server: server)
        return await DNSCheck(inquiry, expected: expected).carryOut(in: .fixture(timeout: timeout))
    }

    @Test("records of every type are found at a real server", .disabled(if: Dnsmasq.isMissing))
    func everyType() async throws {
        let options = [
            "--host-record=www.test,192.0.2.7,2001:db8::7", "--cname=alias.test,www.test",
            "--mx-host=mail.test,mx1.test,10", "--txt-record=text.test,v=spf1 -all",
            "--srv-host=_sip._tcp.test,sip.test,5060,1,2",
            "--ptr-record=7.2.0.192.in-addr.arpa,www.test",
            "--auth-zone=zone.test", "--auth-server=ns.test",
            "--caa-record=ca.test,0,issue,ca.example",
        ]
        try await Dnsmasq.run(options) { server in
            let cases: [(String, DNSRecordType, String)] = [
                ("www.test", .a, "192.0.2.7"), ("www.test", .aaaa, "2001:db8::7"),
                ("alias.test", .a, "192.0.2.7"), ("alias.test", .cname, "www.test"),
                ("mail.test", .mx, "10 mx1.test"), ("text.test", .txt, "v=spf1 -all"),
                ("_sip._tcp.test", .srv, "1 2 5060 sip.test"),
                ("7.2.0.192.in-addr.arpa", .ptr, "www.test"),
                ("ca.test", .caa, "0 issue ca.example"),
            ]
            for (name, type, value) in cases {
                let result = await check(name, type, at: server) {
                    $0.values = ValueExpectation([.equals(.texts([value]))])
                }
                #expect(result.outcome == .met, "\(name) \(type): \(result.summary)")
                #expect(result.facts["values"] == [.string(value)])
                #expect(result.facts["server"]?.text == server.description)
            }
            let alias = await check("alias.test", at: server)
            #expect(alias.facts["aliases"] == ["www.test"])
            #expect(alias.facts["answers"]?.items?.count == 2)
        }
    }

    @Test(
        "a missing name and a missing record are told apart, and both count as absent",
        .disabled(if: Dnsmasq.isMissing))
    func absent() async throws {
        try await Dnsmasq.run(["--txt-record=text.test,hello"]) { server in
            let name = await check("nothing.test", at: server)
            #expect(name.outcome == .unmet)
            #expect(name.unmet == ["no such name (NXDOMAIN)"])
            let record = await check("text.test", at: server)
            #expect(record.outcome == .unmet)
            #expect(record.unmet == ["no record of type A"])
            for missing in ["nothing.test", "text.test"] {
                let result = await check(missing, at: server) { $0.resolves = false }
                #expect(result.outcome == .met)
            }
            let there = await check("text.test", .txt, at: server) { $0.resolves = false }
            #expect(there.outcome == .unmet)
        }
    }

    @Test(
        "an error of the server is never an answer, whatever is expected",
        arguments: [
            (UInt16(1), "FORMERR"), (2, "SERVFAIL"), (4, "NOTIMP"), (5, "REFUSED"), (9, "RCODE9"),
        ],
        [true, false])
    func errors(_ code: (UInt16, String), _ resolves: Bool) async throws {
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, flags: DNSWire.usual | code.0)
        } body: {
            let result = await check("a.test", at: $0.server) { $0.resolves = resolves }
            #expect(result.outcome == .undetermined)
            #expect(
                result.code == .questionUnanswered && result.detail.hasSuffix(": \(code.1)"),
                "\(result.summary)")
        }
    }

    @Test(
        "silence, bytes that are no message and a foreign id end with the time limit",
        arguments: ["silence", "garbage", "foreign id"])
    func noAnswer(_ way: String) async throws {
        try await DNSResponder.run { question in
            switch way {
            case "garbage": return Array("HTTP/1.1 400 Bad Request".utf8)
            case "foreign id":
                var reply = DNSWire.reply(
                    to: question.bytes, answers: [DNSWire.record(type: 1, data: [192, 0, 2, 1])])
                reply[0] ^= 0xFF
                return reply
            default: return nil
            }
        } body: {
            for resolves in [true, false] {
                let result = await check("a.test", at: $0.server, timeout: .milliseconds(300)) {
                    $0.resolves = resolves
                }
                #expect(result.outcome == .undetermined)
                #expect(
                    result.code == .questionUnanswered
                        && result.detail.contains("no answer in time"), "\(result.summary)")
            }
        }
    }

    @Test("a closed port is told apart from silence")
    func closed() async throws {
        let server = DNSServer(address: "127.0.0.1", port: try LoopbackSocket.freePort())
        let result = await check("a.test", at: server) { $0.resolves = false }
        #expect(result.outcome == .undetermined)
        #expect(result.detail == "\(server): its port is closed", "\(result.summary)")
    }

    @Test("a cut answer is asked for again over TCP")
    func truncated() async throws {
        try await DNSResponder.run { question in
            guard question.isOverTCP else {
                return DNSWire.reply(to: question.bytes, flags: DNSWire.usual | 0x0200)
            }
            let records = (1...200).map { DNSWire.record(type: 1, data: [192, 0, 2, UInt8($0)]) }
            return DNSWire.reply(to: question.bytes, answers: records)
        } body: {
            let result = await check("a.test", at: $0.server)
            #expect(result.outcome == .met)
            #expect(result.facts["transport"]?.text == "tcp")
            #expect(result.facts["values"]?.items?.count == 200)
        }
    }

    @Test("a cut answer whose rest does not come is no answer")
    func truncatedForGood() async throws {
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, flags: DNSWire.usual | 0x0200)
        } body: {
            let result = await check("a.test", at: $0.server) { $0.resolves = false }
            #expect(result.outcome == .undetermined)
            #expect(
                result.detail.contains("no complete answer over TCP"), "\(result.summary)")
        }
    }

    @Test(
        "a server that only names others, or does not ask them, says nothing",
        arguments: [true, false])
    func referral(_ offersRecursion: Bool) async throws {
        let authority =
            offersRecursion ? [DNSWire.record(type: 2, data: DNSWire.labels("ns.test"))] : []
        try await DNSResponder.run {
            DNSWire.reply(
                to: $0.bytes, flags: offersRecursion ? 0x8180 : 0x8100, authority: authority)
        } body: {
            let result = await check("a.test", at: $0.server) { $0.resolves = false }
            #expect(result.outcome == .undetermined)
            #expect(result.code == .nameServerLame)
        }
    }

    @Test("records of another name do not answer the question")
    func foreignRecord() async throws {
        try await DNSResponder.run {
            DNSWire.reply(
                to: $0.bytes, answers: [DNSWire.record("b.test", type: 1, data: [192, 0, 2, 1])])
        } body: {
            let result = await check("a.test", at: $0.server)
            #expect(result.outcome == .undetermined)
            #expect(result.code == .questionUnanswered)
            #expect(
                result.detail.contains("records of b.test, which was not asked for"),
                "\(result.summary)")
        }
    }

    @Test("a denial of another zone, and an alias without an end, are told as what they are")
    func digressions() async throws {
        let soa = DNSWire.record(
            "b.test", type: 6,
            data: DNSWire.labels("ns.b.test") + DNSWire.labels("root.b.test")
                + [UInt8](repeating: 0, count: 20))
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, authority: [soa])
        } body: {
            let result = await check("a.test", at: $0.server)
            #expect(
                result.detail.contains("the denial of the zone b.test, which a.test is not in"),
                "\(result.summary)")
        }
        let alias = DNSWire.record(type: 5, data: DNSWire.labels("c.test"))
        try await DNSResponder.run {
            DNSWire.reply(to: $0.bytes, flags: 0x8100, answers: [alias])
        } body: {
            let result = await check("a.test", at: $0.server)
            #expect(
                result.detail.contains("an alias for c.test, and nothing about that"),
                "\(result.summary)")
        }
    }

    private static let address = DNSWire.record(type: 1, data: [192, 0, 2, 1])
    private static let other = DNSWire.record("b.test", type: 1, data: [192, 0, 2, 1])
    private static let soa =
        DNSWire.labels("ns.test") + DNSWire.labels("h.test") + [UInt8](repeating: 0, count: 20)

    @Test(
        "an answer that contradicts itself, or answers something else, says nothing",
        arguments: [
            // An unknown version of EDNS: the lower bits alone say that all is well.
            { DNSWire.reply(to: $0, additional: [DNSWire.edns(upper: 1)]) },
            { DNSWire.reply(to: $0, flags: 0x8183, answers: [address]) },
            { DNSWire.reply(to: $0, flags: 0x8183, answers: [other]) },
            { DNSWire.reply(to: $0, flags: 0x8183, additional: [address]) },
            {
                DNSWire.reply(
                    to: $0,
                    answers: [
                        DNSWire.record(type: 5, data: DNSWire.labels("t.test")),
                        DNSWire.record(type: 5, data: DNSWire.labels("u.test")),
                        DNSWire.record("t.test", type: 1, data: [192, 0, 2, 1]),
                    ])
            },
            // There is nothing, by the word of a zone that the name is not in.
            { DNSWire.reply(to: $0, authority: [DNSWire.record("else.test", type: 6, data: soa)]) },
            // No such name, from a server that has no zone and asks nobody.
            { DNSWire.reply(to: $0, flags: 0x8103) },
            {
                DNSWire.reply(
                    to: $0, answers: [DNSWire.record(type: 1, of: 3, data: [192, 0, 2, 1])])
            },
            // A status in place of a query.
            { DNSWire.reply(to: $0, flags: 0x9180, answers: [address]) },
        ] as [@Sendable ([UInt8]) -> [UInt8]])
    func contradictions(_ reply: @escaping @Sendable ([UInt8]) -> [UInt8]) async throws {
        try await DNSResponder.run {
            reply($0.bytes)
        } body: { responder in
            for resolves in [true, false] {
                let result = await check(
                    "a.test", at: responder.server, timeout: .milliseconds(500)
                ) { $0.resolves = resolves }
                #expect(result.outcome == .undetermined, "\(result.summary)")
            }
        }
    }

    @Test("an alias for a name that does not exist is not called a name that does not exist")
    func danglingAlias() async throws {
        try await DNSResponder.run {
            DNSWire.reply(
                to: $0.bytes, flags: 0x8183,
                answers: [DNSWire.record(type: 5, data: DNSWire.labels("gone.test"))])
        } body: { responder in
            let result = await check("a.test", at: responder.server)
            #expect(result.outcome == .unmet)
            #expect(
                result.unmet == ["an alias for gone.test, which does not exist (NXDOMAIN)"])
            let absent = await check("a.test", at: responder.server) { $0.resolves = false }
            #expect(absent.outcome == .met)
        }
    }

    @Test("cancelling the task ends the lookup and leaves it undetermined")
    func cancelled() async throws {
        let (arrivals, arrival) = AsyncStream<Void>.makeStream()
        try await DNSResponder.run { _ in
            arrival.yield()
            return nil
        } body: { responder in
            let server = responder.server
            let task = Task { await check("a.test", at: server, timeout: .seconds(60)) }
            for await _ in arrivals { break }
            task.cancel()
            let result = await task.value
            #expect(result.outcome == .undetermined)
            #expect(result.code == .stopped)
        }
    }
}
