import Checks
import Rollout

extension AdversaryTests {
    /// Answers of name servers that contradict themselves or answer something else.
    static let answers: [Attack] = [
        answer("an unknown version of EDNS, and nothing wanted", false, more: [edns(upper: 1)]),
        answer(
            "an unknown version of EDNS beside a record", true, [address], more: [edns(upper: 1)]),
        answer("no such name beside a record of it", false, flags: 0x8183, [address]),
        answer("no such name beside a record of it that is wanted", true, flags: 0x8183, [address]),
        answer("no such name, from a server that asks nobody", false, flags: 0x8103),
        answer("nothing, from a server that asks nobody", false, flags: 0x8100),
        answer("a record of the class CH", true, [record([192, 0, 2, 1], class: 3)]),
        answer("a status in place of an answer", true, flags: 0x9180, [address]),
        answer("a question in place of an answer", true, flags: 0x0100, [address]),
        answer("SERVFAIL, and nothing wanted", false, flags: 0x8182),
        answer("REFUSED, and nothing wanted", false, flags: 0x8185),
        answer("a record of another name", true, [record([192, 0, 2, 1], of: other)]),
        answer("a referral to another server", false, authority: [record(other, type: 2)]),
        answer("an alias for itself", true, [record([0xC0, 12], type: 5)]),
        answer("a message that is cut", true, [Array(address.dropLast())]),
        answer("more records than there are", true, flags: 0x8180, [], claims: 1),
        answer(
            "an alias for a name that does not exist", true, flags: 0x8183,
            [record(other, type: 5)],
            wanted: "an alias for b.test, which does not exist (NXDOMAIN)"),
    ]

    private static let other: [UInt8] = [1, 98, 4, 116, 101, 115, 116, 0]
    private static let address = record([192, 0, 2, 1])

    private static func pair(_ number: Int) -> [UInt8] {
        [UInt8(number >> 8), UInt8(number & 255)]
    }

    /// A record; its name is the one that was asked for where none is given.
    private static func record(
        _ data: [UInt8], type: Int = 1, class kind: Int = 1, of name: [UInt8] = [0xC0, 12]
    ) -> [UInt8] {
        name + pair(type) + pair(kind) + [0, 0, 0, 60] + pair(data.count) + data
    }

    private static func edns(upper: UInt8) -> [UInt8] {
        [0] + pair(41) + pair(1232) + [upper, 0, 0, 0] + pair(0)
    }

    private static func answer(
        _ name: String, _ resolves: Bool, flags: Int = 0x8180, _ answers: [[UInt8]] = [],
        authority: [[UInt8]] = [], more: [[UInt8]] = [], claims: Int? = nil,
        wanted: String = "undetermined"
    ) -> Attack {
        Attack(8, name, wanted) {
            let question: [UInt8] = [1, 97, 4, 116, 101, 115, 116, 0] + pair(1) + pair(1)
            let counts = [1, claims ?? answers.count, authority.count, more.count]
            let bytes =
                [0, 1] + pair(flags) + counts.flatMap(pair) + question
                + (answers + authority + more).flatMap { $0 }
            let attempt = DNSObservation.Attempt(
                server: DNSServer(address: "192.0.2.53", port: 53),
                result: DNSMessage(bytes).map { .success($0) } ?? .failure(.unreadable))
            var expected = DNSCheck.Expected()
            expected.resolves = resolves
            let check = DNSCheck(
                DNSInquiry(name: "a.test", type: .a, server: nil), expected: expected)
            return words(
                check.judge(
                    DNSObservation(attempts: [attempt]), at: Place.start,
                    until: Deadline(.seconds(60))))
        }
    }

    /// The outcome of a judgement, and what was seen where it is not as wanted.
    static func words(_ judgement: Judgement) -> String {
        let outcome = CheckOutcome.Outcome(
            findings: judgement.findings, obstacle: judgement.obstacle)
        let seen = judgement.findings.filter { !$0.isMet }.map(\.actual)
        return ([outcome.rawValue] + seen).joined(separator: ": ")
    }
}
