import Checks
import Testing

@Suite("Reading DNS messages and names")
struct DNSMessageTests {
    private static let question =
        [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] + DNSWire.labels("a.test") + [0, 1, 0, 1]

    private func message(_ type: UInt16, _ data: [UInt8]) -> DNSMessage? {
        DNSMessage(
            DNSWire.reply(to: Self.question, answers: [DNSWire.record(type: type, data: data)]))
    }

    @Test(
        "a name that points to itself or forward is refused",
        arguments: [[UInt8(0xC0), 36], [0xC0, 0xFF], [0xC0], [63, 1]])
    func pointers(_ name: [UInt8]) {
        #expect(message(5, name) == nil)
    }

    @Test("a time with the highest bit set is none at all")
    func longTime() {
        var record = DNSWire.record(type: 1, data: [192, 0, 2, 1])
        // Behind the name, the type and the class.
        record[6] = 0x80
        let message = DNSMessage(DNSWire.reply(to: Self.question, answers: [record]))
        #expect(message?.answers.map(\.ttl) == [0])
    }

    @Test(
        "data that does not fit its type is refused",
        arguments: [(UInt16(1), 3), (1, 5), (28, 4), (15, 1), (33, 5), (257, 1), (6, 21)])
    func wrongLength(_ type: UInt16, _ count: Int) {
        #expect(message(type, [UInt8](repeating: 9, count: count)) == nil)
    }

    @Test("every cut of a message is refused, and none brings the reader down")
    func cuts() {
        let whole = DNSWire.reply(
            to: Self.question,
            answers: [
                DNSWire.record(type: 15, data: [0, 10, 0xC0, 12]),
                DNSWire.record(type: 16, data: [2, 104, 105, 1, 33]),
            ])
        #expect(DNSMessage(whole)?.answers.map(\.value) == ["10 a.test", "hi!"])
        for count in 0..<whole.count { #expect(DNSMessage(Array(whole.prefix(count))) == nil) }
    }

    @Test("a record that was not counted, and data behind its names, make no message")
    func uncounted() {
        let record = DNSWire.record(type: 1, data: [192, 0, 2, 1])
        var reply = DNSWire.reply(to: Self.question, answers: [record, record])
        #expect(DNSMessage(reply)?.answers.count == 2)
        // The lower half of the number of answers.
        reply[7] = 1
        #expect(DNSMessage(reply) == nil)
        for (type, data) in [(UInt16(5), [UInt8(0xC0), 12]), (15, [0, 10, 0xC0, 12])] {
            #expect(message(type, data) != nil)
            #expect(message(type, data + [1, 97, 0]) == nil)
        }
    }

    @Test("random bytes never bring the reader down")
    func noise() {
        var state: UInt64 = 6
        // A linear congruential generator (Knuth's MMIX): the same bytes in every run.
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 32
        }
        for _ in 0..<5000 {
            var bytes = DNSWire.reply(
                to: Self.question, answers: [DNSWire.record(type: 33, data: [0, 1, 0, 2, 0, 3, 0])])
            for _ in 0..<6 {
                bytes[Int(next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: next())
            }
            _ = DNSMessage(bytes)
        }
    }

    @Test("bytes that are not usual in a name are written as numbers")
    func escapes() {
        #expect(message(5, [3, 46, 27, 92, 0])?.answers.first?.value == "\\046\\027\\092")
    }

    @Test("the tag of an authorization is in small letters, and its value as it came")
    func authorization() {
        let data: [UInt8] = [128, 5] + Array("ISSUECA.example".utf8)
        #expect(message(257, data)?.answers.map(\.value) == ["128 issue CA.example"])
        #expect(message(257, data + [0xFF])?.answers.first?.bytes.last == 0xFF)
    }

    @Test(
        "names that are taken for addresses",
        arguments: [
            ("127.1", true), ("0177.0.0.1", true), ("2130706433", true), ("0x7F.1.", true),
            ("127.0.0.1", true), ("1.2.0.192.in-addr.arpa", false), ("127.1a", false), ("", false),
            ("a.1", false), ("1..2", false), ("0xg", false),
        ])
    func numeric(_ name: String, _ isNumeric: Bool) {
        #expect(DNSName.isNumeric(name) == isNumeric)
    }

    @Test(
        "server addresses",
        arguments: [
            ("192.0.2.1", "192.0.2.1:53"), ("192.0.2.1:5353", "192.0.2.1:5353"),
            ("::1", "[::1]:53"),
            ("[::1]", "[::1]:53"), ("[::1]:5353", "[::1]:5353"),
            ("2001:DB8::1", "[2001:db8::1]:53"),
            ("name.test", nil), ("192.0.2.1:", nil), ("192.0.2.1:0", nil), ("192.0.2.1:65536", nil),
            ("[192.0.2.1]:53", nil), ("192.0.2.1:+5", nil), ("", nil), ("[", nil), ("]", nil),
            ("[]:53", nil), (":53", nil),
        ] as [(String, String?)])
    func servers(_ text: String, _ expected: String?) {
        #expect(DNSServer(text)?.description == expected)
    }

    @Test(
        "ranges of addresses",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "::1", false), ("2001:db8::/33", "2001:db8:7fff::1", true),
            ("2001:db8::/33", "2001:db8:8000::1", false), ("192.0.2.1", "192.0.2.1", true),
            ("192.0.2.1", "192.0.2.2", false),
        ])
    func ranges(_ range: String, _ address: String, _ isInside: Bool) throws {
        let all = try #require(AddressRange(range))
        let one = try #require(IPAddress(address))
        #expect(all.contains(one) == isInside)
    }

    @Test(
        "what is not a range is refused",
        arguments: [
            "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "/8", "10.0.0.0/8/8", "10.0.0.0/-1", "x/8",
            "",
        ])
    func notRanges(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(
        "names are compared in one form",
        arguments: [
            ("WWW.Example.ORG.", "www.example.org"), ("_sip._tcp.test", "_sip._tcp.test"),
            ("", nil), (".", nil), ("a..b", nil),
            ("müller.test", nil), ("a b.test", nil), (String(repeating: "a", count: 64), nil),
            ("a\\.b", nil),
        ] as [(String, String?)])
    func names(_ text: String, _ expected: String?) {
        #expect(DNSName.normal(text) == expected)
    }

    @Test(
        "values are compared by what they mean",
        arguments: [
            (DNSRecordType.mx, "10 Mail.test.", "10 mail.test"), (.mx, "mail.test", nil),
            (.srv, "1 2 443 .", "1 2 443 ."),
            (.a, "::1", nil), (.aaaa, "2001:DB8:0::1", "2001:db8::1"), (.txt, "AbC", "AbC"),
            (.caa, "0 ISSUE ca.test", "0 issue ca.test"),
            (.soa, "NS1.test. host.test 1 2 3 4 5", "ns1.test host.test 1 2 3 4 5"),
            (.soa, "ns1.test host.test 1 2 3 4", nil), (.soa, "ns1.test a 1 2 3 4 -5", nil),
            (.soa, "ns1.test a 1 2 3 4 4294967296", nil),
            (.a, "192.0.2", nil),
        ] as [(DNSRecordType, String, String?)])
    func values(_ type: DNSRecordType, _ text: String, _ expected: String?) {
        #expect(type.normal(text) == expected)
    }

    @Test("the name of an address is asked for backwards")
    func reverse() throws {
        let short = try #require(IPAddress("192.0.2.7"))
        #expect(DNSName.reverse(of: short) == "7.2.0.192.in-addr.arpa")
        let long = try #require(IPAddress("2001:db8::1"))
        #expect(
            DNSName.reverse(of: long)
                == "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")
    }
}
