import Rollout
import Testing

/// Durations as a checklist writes them.
struct DurationLanguageTests {
    static let readable: [(text: String, duration: Duration, written: String)] = [
        ("500ms", .milliseconds(500), "500ms"), ("10s", .seconds(10), "10s"),
        ("5m", .seconds(300), "5m"),
        ("24h", .seconds(86_400), "1d"), ("30d", .seconds(2_592_000), "30d"),
        ("2w", .seconds(1_209_600), "14d"),
        ("0s", .zero, "0s"), ("0ms", .zero, "0s"), ("1000ms", .seconds(1), "1s"),
        ("1001ms", .milliseconds(1001), "1001ms"),
        ("90s", .seconds(90), "90s"), ("120s", .seconds(120), "2m"),
        ("36h", .seconds(129_600), "36h"), ("007d", .seconds(604_800), "7d"),
        ("999999999w", .seconds(999_999_999 * 604_800), "6999999993d"),
    ]

    @Test("A duration is read, and written in its largest unit", arguments: readable)
    func reads(text: String, duration: Duration, written: String) {
        #expect(Duration(language: text) == duration)
        #expect(duration.language == written)
        #expect(text == "999999999w" || Duration(language: written) == duration)
    }

    @Test(
        "Another form is refused",
        arguments: [
            "", "10", "s", "10 s", " 10s", "10s ", "-10s", "+10s", "1.5h", "1h30m", "10S", "10H",
            "10min", "10sec", "10y",
            "10bd", "٣s", "1\u{301}s", "10s\u{301}", "10ｓ", "1e3s", "1000000000s", "P1D", "PT1H",
            "0x10s", "10\u{0}s",
        ])
    func refuses(text: String) {
        #expect(Duration(language: text) == nil)
    }

    @Test("What no checklist can write is still written")
    func beyondTheLanguage() {
        #expect(Duration.seconds(-90).language == "-90s")
        #expect(Duration.microseconds(1500).language == "1ms")
        #expect(Duration.microseconds(10).language == "0s")
    }

    @Test(
        "For people it is rounded",
        arguments: [
            (259_199_986, "3 days"), (7_200_000, "2 hours"), (60_000, "1 minute"),
            (301_000, "5 minutes"), (1_400, "1 second"), (0, "0 seconds"),
        ])
    func rounded(milliseconds: Int, expected: String) {
        #expect(Duration.milliseconds(milliseconds).rounded == expected)
    }
}
