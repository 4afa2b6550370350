import Reporting
import Rollout
import Testing

@Suite("The words for what a check found")
struct CheckWordingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let findings: [Finding]
        var obstacle: Obstacle?
        let reason: String

        var testDescription: String { reason }
    }

    private static let met = Finding("TLS 1.2 or newer", actual: "TLS 1.3", .met)
    private static let warned = Finding(
        "valid for at least 30d more", actual: "s valid until 2050-01-01T00:00:00Z", .warned)
    private static let unmet = Finding("exit status 0", actual: "exit status 3", .unmet)
    private static let unknown = Finding("SHA-256 aa", actual: "nothing that was read", .unknown)

    @Test(
        "one sentence says why",
        arguments: [
            Case(findings: [met], reason: "Seen: TLS 1.3."),
            Case(
                findings: [met, met, warned],
                reason: "Seen: TLS 1.3; s valid until"
                    + " 2050-01-01T00:00:00Z."),
            Case(
                findings: (1...5).map { Finding("e\($0)", actual: "a\($0)", .met) },
                reason: "Seen: a1; a2; a3, and 2 more."),
            Case(
                findings: [met, unmet], reason: "Expected exit status 0, but saw exit status 3."),
            Case(
                findings: [unmet, unmet],
                reason: "Expected exit status 0, but saw exit status 3; one more expectation is"
                    + " not met."),
            Case(
                findings: [unmet, unknown, unmet, unmet],
                reason: "Expected exit status 0, but saw exit status 3; 2 more expectations are"
                    + " not met."),
            Case(
                findings: [met, unknown],
                reason:
                    "It is not known whether it is so: expected SHA-256 aa, but saw nothing that was read."
            ),
            Case(
                findings: [unknown],
                obstacle: Obstacle(.contentUnread, ["path": "a", "detail": "b"]),
                reason: "a could not be read: b."),
            Case(
                findings: [],
                reason: "The check expects nothing, so nothing was found out."),
            Case(
                findings: [Finding("x", actual: "a\nb\u{1b}", .unmet)],
                reason: "Expected x, but saw a b‹U+001B›."),
        ])
    func reason(_ example: Case) {
        let outcome = CheckOutcome(
            findings: example.findings, obstacle: example.obstacle,
            observedAt: Instant(milliseconds: 0))
        #expect(CheckWording.reason(of: outcome) == example.reason)
    }

    @Test("what is so but worth a look has a sentence of its own")
    func warnings() {
        #expect(
            CheckWording.warnings(of: [Self.met, Self.warned]) == [
                "Worth a look: expected valid for at least 30d more, but saw s valid until"
                    + " 2050-01-01T00:00:00Z."
            ])
    }

    @Test("every obstacle has a sentence with its values", arguments: Obstacle.Code.allCases)
    func obstacles(_ code: Obstacle.Code) {
        let names = [
            "place", "detail", "limit", "host", "path", "certificate", "name", "server", "folder",
            "program", "signal", "what",
        ]
        let values = Dictionary(uniqueKeysWithValues: names.map { ($0, "<\($0)>") })
            .merging(["role": "client-key"]) { _, role in role }
        let sentence = ObstacleWording.sentence(Obstacle(code, values))
        #expect(sentence.hasSuffix(".") && !sentence.contains("?") && !sentence.contains(".."))
        #expect(sentence.first?.isUppercase == true || sentence.hasPrefix("<"), "\(sentence)")
    }

    @Test("a value that is missing leaves a gap and no trap")
    func missingValue() {
        #expect(
            ObstacleWording.sentence(Obstacle(.hostUnreachable))
                == "There is no way to the host of ? from here.")
    }

    @Test("the places and limits of a silence are named")
    func silence() {
        #expect(
            ObstacleWording.sentence(Obstacle(.timedOut, ["place": "h:1", "limit": "10s"]))
                == "h:1 did not answer within 10s: a firewall may drop the connection, or the host"
                + " is down.")
    }
}
