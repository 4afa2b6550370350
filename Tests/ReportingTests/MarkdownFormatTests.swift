import Characters
import Reporting
import Rollout
import Testing

struct MarkdownFormatTests {
    private static func render(_ input: ReportInput) -> [String] {
        MarkdownFormat().text(input).utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
    }

    /// What the lines of a report are, not what they say; without quotations and code.
    private static func shape(_ lines: [String]) -> [String] {
        var shape: [String] = []
        var fence: String?
        for line in lines {
            let opening = String(line.prefix { $0 == "`" })
            if let open = fence {
                if line == open { fence = nil }
            } else if opening.utf8.count >= 3, !line.dropFirst(opening.count).contains("`") {
                fence = opening
                shape.append("code \(line.dropFirst(opening.count))")
            } else if line.utf8.first == UInt8(ascii: "|") {
                shape.append("row of \(unescapedPipes(line)) pipes")
            } else if !line.isEmpty, line.utf8.first != UInt8(ascii: ">") {
                shape.append(kind(of: line))
            }
        }
        if fence != nil { shape.append("open fence") }
        return shape
    }

    private static func kind(of line: String) -> String {
        if line.utf8.first == UInt8(ascii: "#") { return "heading \(line.prefix { $0 == "#" })" }
        if line.utf8.first == UInt8(ascii: "<") { return line }
        return line.utf8.starts(with: "- ".utf8) ? "item" : "text"
    }

    private static func unescapedPipes(_ line: String) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in line.utf8 {
            if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") { count += 1 }
            previous = byte
        }
        return count
    }

    @Test(
        "no text from outside changes the shape of the report",
        arguments: HostileReport.texts.filter { $0.unicodeScalars.contains { $0 != " " } })
    func keepsShape(_ text: String) throws {
        let plain = Self.shape(Self.render(try HostileReport.input("plain")))
        let hostile = Self.shape(Self.render(try HostileReport.input(text)))
        #expect(hostile == plain)
    }

    @Test("nothing in a report is hidden", arguments: HostileReport.texts)
    func hidesNothing(_ text: String) throws {
        for line in Self.render(try HostileReport.input(text)) {
            #expect(!line.unicodeScalars.contains { VisibleText.isHidden($0) })
        }
    }

    @Test(
        "every line of the chart has one of the shapes that Mermaid reads",
        arguments: HostileReport.texts)
    func chart(_ text: String) throws {
        let lines = Self.render(try HostileReport.input(text))
        let start = try #require(lines.firstIndex(of: "```mermaid"))
        let chart = lines[(start + 1)...].prefix { $0 != "```" }
        #expect(
            chart.prefix(5) == [
                "gantt", "    dateFormat YYYY-MM-DD HH:mm", "    axisFormat %Y-%m-%d",
                "    todayMarker off", "    section Now",
            ])
        let line =
            /^ {4}(section (Phase [^:;#%"{}<>]+|Steps due)|(As of|GO –|CONDITIONAL –|NO-GO –|may end|Due) [^:;#%"{}<>]+ :((done|active|crit|milestone), )*(asof|p\d+x\d+|d\d+), \d{4}-\d\d-\d\d \d\d:\d\d, (\d{4}-\d\d-\d\d \d\d:\d\d|0d|1d))$/
        for text in chart.dropFirst(5) {
            #expect(
                text.wholeMatch(of: line.matchingSemantics(.unicodeScalar)) != nil, "\(text)")
        }
        #expect(chart.count == 10)
    }

    @Test("every step is in the report, also one that no phase lists")
    func listsEveryStep() throws {
        let sample = try SampleReport().input()
        let phases = sample.assessment.phases.map { phase in
            PhaseAssessment(
                phase: phase.phase, starts: phase.starts, hasStarted: phase.hasStarted,
                current: phase.current, closing: phase.closing, atStart: nil, holdsUntil: nil,
                due: [], decision: nil)
        }
        let stripped = Assessment(
            checklist: sample.assessment.checklist, asOf: sample.assessment.asOf, phases: phases,
            steps: sample.assessment.steps)
        for input in [sample, Make.input(stripped)] {
            let lines = Self.render(input)
            for step in input.assessment.steps {
                #expect(lines.count { $0 == "### \(step.step.title)" } == 1)
            }
        }
    }

    @Test("the words unauthenticated and unverified stand where they must")
    func honestWords() throws {
        let text = MarkdownFormat().text(try SampleReport().input())
        #expect(text.contains("`cleo@example.com` (unauthenticated)"))
        #expect(text.contains("nobody checked that the person is who the name says"))
        #expect(text.contains("**Unverified on purpose:** The certificate is not verified"))
        #expect(text.contains("⚠️ **It differs from the evidence"))
        #expect(text.contains("| **no step: uncovered** |"))
    }

    @Test("a waived step is shown with what it would be, and what rests on it apart")
    func waivers() throws {
        let text = MarkdownFormat().text(try SampleReport().input())
        #expect(text.contains("Without the waiver it would be pending: sign-off of"))
        #expect(text.contains("☑️ ready (resting on a waiver)"))
        #expect(text.contains("It is ready only because spare-gateway is waived (entry 8)."))
        #expect(text.contains("Ready only because of a waiver: "))
    }

    @Test("a report names what it was judged on")
    func names() throws {
        let input = try SampleReport().input()
        let text = MarkdownFormat().text(input)
        for word in [
            input.assessment.checklist.digest.description, input.ledger.root.description,
            "| Entries in the ledger | 17 |", "| Version of the rules | 1 |", "`contoso`",
            "`tenant` = `north`", "`2025-09-29T06:00:00Z`",
        ] {
            #expect(text.contains(word), "\(word)")
        }
    }
}
