import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// How scalars are read by the type that a key wants.
struct ScalarTests {
    @Test("What another reader takes for a number or a truth value stays the text it is")
    func textStays() throws {
        let loaded = try Reading.loaded(
            Sample.checklist(
                head: "readiness: 1\nid: no\ntitle: 1.10\nowner: owner",
                steps:
                    "- {id: 0755, title: 2025-10-10, role: ops, due: start, text: yes, sign-off: {}}"
            ))
        let step = try #require(loaded.checklist.steps.first)
        #expect(loaded.checklist.id == "no")
        #expect(loaded.checklist.title == "1.10")
        #expect(step.id == "0755")
        #expect(step.title == "2025-10-10")
        #expect(step.text == "yes")
    }

    @Test("Nothing is not a text", arguments: ["", "~", "null", "Null", "NULL"])
    func nothing(word: String) throws {
        let outcome = try Reading.outcome(Sample.step("text: \(word), sign-off: {}"))
        #expect(outcome.diagnostics.map(\.code) == ["wrong-type"])
        #expect(
            outcome.diagnostics.map(\.message) == [
                "a text in Markdown is wanted, but this is nothing"
            ])
        #expect(try Reading.codes(Sample.step("text: \"x\(word)\", sign-off: {}")).isEmpty)
    }

    /// A due date as text, with what it means; nil where it is refused.
    struct DueCase: CustomTestStringConvertible {
        let text: String
        let due: Due?
        var testDescription: String { text }

        init(_ text: String, _ due: Due? = nil) {
            self.text = text
            self.due = due
        }
    }

    @Test(
        "A due date has one form",
        arguments: [
            DueCase("start", Due(phase: "start")), DueCase("start.start", Due(phase: "start")),
            DueCase("start.end", Due(phase: "start", edge: .end)),
            DueCase("start - 7d", Due(phase: "start", amount: -7)),
            DueCase("start + 0d", Due(phase: "start")),
            DueCase("start -7d", Due(phase: "start", amount: -7)),
            DueCase("start   +   2w", Due(phase: "start", amount: 2, unit: .weeks)),
            DueCase("start.end + 12h", Due(phase: "start", edge: .end, amount: 12, unit: .hours)),
            DueCase("start - 3bd", Due(phase: "start", amount: -3, unit: .workingDays)),
            DueCase("start - 9999h", Due(phase: "start", amount: -9999, unit: .hours)),
            DueCase("start - 10000h"), DueCase("start - 7"), DueCase("start - d"),
            DueCase("start 7d"), DueCase("start - 7 d"), DueCase("start + 1 2h"),
            DueCase("start - 7x"), DueCase("start - -7d"), DueCase("start - 7d x"),
            DueCase("start.middle"), DueCase("start.end.end"), DueCase("start."), DueCase(".end"),
            DueCase(" start"), DueCase("start "), DueCase("start\\t- 7d"), DueCase("- 7d"),
            DueCase("start − 7d"), DueCase("start - ７d"), DueCase("start-7d"),
        ])
    func due(_ item: DueCase) throws {
        let text = Sample.checklist(
            steps: "- {id: a, title: A, role: ops, due: \"\(item.text)\", sign-off: {}}")
        guard let due = item.due else {
            let codes = try Reading.codes(text)
            #expect(codes == ["11:39 wrong-value"] || codes == ["11:40 unknown-phase"])
            return
        }
        #expect(try Reading.loaded(text).checklist.steps.first?.due == due)
    }

    @Test(
        "A date or time that does not exist is refused",
        arguments: [
            "2025-02-29", "2025-00-10", "2025-13-01", "2025-1-1", "0000-01-01", "20251010",
            "2025-10-10T24:00", "2025-10-10T22:60", "2025-10-10 22:00", "2025-10-10T22:00Z",
            "tomorrow",
        ])
    func noDate(text: String) throws {
        let codes = try Reading.codes(
            Sample.checklist(timeline: "timeline: [{id: start, title: S, starts: \"\(text)\"}]"))
        #expect(codes == ["5:42 wrong-value"])
    }

    @Test("A leap day, a local time and a range of both are read")
    func dates() throws {
        for text in [
            "2024-02-29", "2025-10-10T22:00", "{earliest: 2025-10-10T22:00, latest: 2025-10-10}",
        ] {
            _ = try Reading.loaded(
                Sample.checklist(timeline: "timeline: [{id: start, title: S, starts: \(text)}]"))
        }
    }

    @Test(
        "A duration is a whole number with a unit",
        arguments: [
            ("500ms", Duration.milliseconds(500)), ("10s", .seconds(10)), ("5m", .seconds(300)),
            ("24h", .seconds(86_400)), ("30d", .seconds(2_592_000)), ("2w", .seconds(1_209_600)),
        ])
    func duration(text: String, duration: Duration) throws {
        let loaded = try Reading.loaded(
            Sample.step("fresh-for: \(text), check: {tcp: {host: h, port: 1}}"))
        #expect(loaded.checklist.steps.first?.freshFor == duration)
    }

    @Test(
        "A duration in another form is refused",
        arguments: [
            "24", "h", "1.5h", "-1h", "+1h", "24 h", "1h30m", "24H", "1y", "9999999999s", "0s",
            "٣h",
        ])
    func noDuration(text: String) throws {
        let codes = try Reading.codes(Sample.step("fresh-for: \"\(text)\", sign-off: {}"))
        #expect(codes == ["11:61 wrong-value"])
    }

    @Test(
        "A zone is a name of the IANA database",
        arguments: ["UTC", "Etc/UTC", "Europe/Berlin", "America/Argentina/Ushuaia"])
    func zone(name: String) throws {
        let loaded = try Reading.loaded(Sample.checklist(extra: "timezone: \(name)"))
        #expect(loaded.checklist.zone.name == name)
    }

    @Test(
        "An abbreviation, an offset or another spelling is no zone",
        arguments: [
            ("EST", ""), ("CET", ""), ("+02:00", ""), ("utc", "UTC"), ("UTC+2", ""),
            ("Europe/Berln", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"),
            ("Mars/Base", ""),
        ])
    func noZone(name: String, meant: String) throws {
        let outcome = try Reading.outcome(Sample.checklist(extra: "timezone: \"\(name)\""))
        #expect(outcome.diagnostics.map(\.code) == ["unknown-zone"])
        if !meant.isEmpty {
            #expect(outcome.diagnostics.map(\.fix) == ["did you mean \"\(meant)\"?"])
        }
    }

    @Test("Without a zone it is UTC")
    func noZoneGiven() throws {
        #expect(try Reading.loaded(Sample.checklist()).checklist.zone == .utc)
    }
}
