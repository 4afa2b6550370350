import Checks
import Testing

@Suite("A regular expression")
struct TextPatternTests {
    private func search(
        _ pattern: String, _ text: String, _ time: Duration = .seconds(10)
    ) throws -> TextPattern.Search {
        try #require(TextPattern(pattern)).search(Array(text.utf8), until: Deadline(time))
    }

    @Test(
        "matches or does not",
        arguments: [
            ("^b+$", "a\nbbb\nc", true), ("^b+$", "abc", false), ("^b+$", "a\r\nbb\r\n", true),
            ("(?i)READY", "ready", true), ("\\d{3}", "a 404", true), ("a|", "", true),
            ("(a)(b)(c)(d)", "abcd", true), ("^\\p{L}+$", "größe", true), ("ö$", "gr\u{f6}", true),
        ])
    func matches(_ pattern: String, _ text: String, _ isFound: Bool) throws {
        #expect(try search(pattern, text) == (isFound ? .found : .absent))
    }

    /// Each takes for ever, or all memory, where nothing limits it.
    private static let hostile: [(String, String)] = [
        ("(a+)+b", String(repeating: "a", count: 64)),
        ("(a|aa)+$", String(repeating: "a", count: 64) + "b"),
        ("(?:a?){500}a{500}", String(repeating: "a", count: 499)),
        ("(.*)*x", String(repeating: "a", count: 1 << 16)),
        ("(?R)?a+b", String(repeating: "a", count: 1 << 16)),
        ("^(?:(.)(?=(.*)))+y", String(repeating: "a", count: 1 << 18)),
        (".*+.*+x", String(repeating: "a", count: 1 << 20)),
    ]

    @Test(
        "that would take for ever is given up in its time, and is no answer",
        .timeLimit(.minutes(1)), arguments: hostile)
    func deadline(_ pattern: String, _ text: String) throws {
        let clock = ContinuousClock()
        let began = clock.now
        let answer = try search(pattern, text, .milliseconds(200))
        #expect(answer != .found, "\(pattern): \(answer)")
        #expect(began.duration(to: clock.now) < .seconds(60))
    }

    @Test("that takes too many steps is given up before a long deadline", .timeLimit(.minutes(1)))
    func steps() throws {
        #expect(
            try search("(a|aa)+$", String(repeating: "a", count: 64) + "b", .seconds(3600))
                == .abandoned)
    }

    @Test(
        "beyond the limits is refused, and does not bring the reader down",
        arguments: [
            String(repeating: "[", count: 2118),
            String(repeating: "[", count: 2118) + String(repeating: "]", count: 2118),
            String(repeating: "(", count: 400) + String(repeating: ")", count: 400),
            String(repeating: "a", count: TextPattern.lengthLimit + 1),
            "(((a{1000}){1000}){1000})", "\\C",
        ])
    func limits(_ text: String) {
        #expect(TextPattern(text) == nil)
    }
}
