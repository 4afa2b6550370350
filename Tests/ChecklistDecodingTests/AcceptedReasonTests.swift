import ChecklistDecoding
import LocatedYAML
import Testing

struct AcceptedReasonTests {
    @Test(
        "A reason for doing nothing about an effect says something",
        arguments: [
            "\" \"", "\"\\n\"", "\"\\u200B\"", "\"\\u2800\"", "\"\"", "true", "false", "'True'",
        ])
    func reason(_ value: String) throws {
        let outcome = try Reading.outcome(Self.text(value))
        #expect(outcome.diagnostics.map(\.code) == ["wrong-value"])
        #expect(outcome.diagnostics.map(\.start.line) == [10])
        if value != "\"\"" {
            #expect(outcome.diagnostics.allSatisfy { $0.fix.contains("write why nothing is done") })
        }
    }

    @Test("Any other text is a reason", arguments: ["Nobody minds.", "yes", "\"1\""])
    func fine(_ value: String) throws {
        #expect(try Reading.codes(Self.text(value)) == [])
    }

    private static func text(_ value: String) -> String {
        Sample.checklist(
            extra: "effects: [{id: calm, kind: effect, title: Calm, accepted: \(value)}]")
    }
}
