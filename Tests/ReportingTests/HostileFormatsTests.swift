import CanonicalJSON
import Characters
import Foundation
import Reporting
import Rollout
import Testing

/// No text from outside changes the structure of any format, or becomes active in it.
struct HostileFormatsTests {
    /// Each holds many texts, so that reports are made once for all formats.
    static let texts = HostileTexts.all

    private static func report(_ text: String) throws -> ReportInput {
        try HostileReport.input(text)
    }

    private static func lines(_ text: String, _ separator: String) -> [String] {
        text.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { String($0) }
    }

    @Test("there are three hundred of them")
    func count() {
        #expect(Self.texts.count == 300 && Set(Self.texts.map { Array($0.utf8) }).count > 290)
    }

    @Test(
        "a long run of one sign is written by each format, and changes nothing beside itself",
        arguments: ["#", "|", "<"])
    func run(_ sign: String) throws {
        let text = String(repeating: sign, count: 1 << 16)
        let report = try Self.due(text)
        let plain = try Self.due("plain")
        for format in ReportFormats.all {
            let (shape, wanted) = (
                Self.lineCount(format.text(report)), Self.lineCount(format.text(plain))
            )
            let isFolding = format is CalendarFormat
            #expect(isFolding || shape == wanted, "\(format.name)")
        }
        #expect(
            Shape.elements(HTMLFormat().text(report)) == Shape.elements(HTMLFormat().text(plain)))
        #expect(Shape.rows(CSVFormat().text(report)).map(\.count).count == 2)
    }

    private static func lineCount(_ text: String) -> Int {
        text.utf8.count { $0 == UInt8(ascii: "\n") }
    }

    @Test("HTML and XML keep their elements, and nothing in them is active", arguments: 0..<10)
    func elements(_ part: Int) throws {
        let plain = try Self.report("plain")
        for format in [HTMLFormat(), JUnitFormat()] as [any ReportFormat] {
            let shape = Shape.elements(format.text(plain))
            for text in Self.texts[(part * 30)..<(part * 30 + 30)] {
                let written = format.text(try Self.report(text))
                #expect(
                    Shape.elements(written) == shape, "\(format.name): \(text.debugDescription)")
                for tag in Shape.tags(written) {
                    #expect(!tag.attributes.contains { $0.hasPrefix("on") || $0 == "src" })
                    #expect(tag.name != "script" && tag.name != "img")
                    for (name, value) in zip(tag.attributes, tag.values) where name == "href" {
                        let lower = value.lowercased()
                        #expect(
                            ["#", "http://", "https://", "mailto:"].contains { lower.hasPrefix($0) }
                        )
                    }
                }
                #expect(!written.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
            }
        }
    }

    @Test("a spreadsheet sees rows of texts, and no formula", arguments: 0..<3)
    func cells(_ part: Int) throws {
        for text in Self.texts[(part * 100)..<(part * 100 + 100)] {
            let rows = Shape.rows(CSVFormat().text(try Self.report(text)))
            #expect(rows.count == 2 && rows[0].count == rows[1].count, "\(text.debugDescription)")
            for cell in rows.joined() {
                let first = cell.unicodeScalars.first { $0 != " " }
                #expect(first.map { !"=+-@|%".unicodeScalars.contains($0) } ?? true)
            }
        }
    }

    @Test("a calendar has its events and no line of outside", arguments: 0..<3)
    func calendar(_ part: Int) throws {
        func names(_ report: ReportInput) -> [String] {
            let text = CalendarFormat().text(report)
            let raw = text.unicodeScalars.split(separator: "\n").map { String($0) }
            // No line is broken before two colons.
            #expect(raw.allSatisfy { $0.utf8.count <= 80 && $0.utf8.last == UInt8(ascii: "\r") })
            #expect(!raw.contains { $0.drop { $0.isWhitespace }.hasPrefix("::") })
            // Scalar by scalar, for a mark behind a fold joins the blank before it.
            var unfolded = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                if scalar == " ", unfolded.last == "\n" {
                    unfolded.removeLast()
                    unfolded.removeLast()
                } else {
                    unfolded.append(scalar)
                }
            }
            return unfolded.split(separator: "\n").map { line in
                String(line.prefix { $0 != ":" && $0 != ";" })
            }
        }
        let plain = try Self.due("plain")
        let shape = names(plain)
        #expect(shape.contains("SUMMARY"))
        for text in Self.texts[(part * 100)..<(part * 100 + 100)] {
            #expect(names(try Self.due(text)) == shape, "\(text.debugDescription)")
        }
    }

    /// A report whose step applies, which a calendar asks for.
    private static func due(_ text: String) throws -> ReportInput {
        let phase = Phase(id: "p", title: text, starts: try Make.range("2025-10-10"))
        let step = Make.step("s", text, role: RoleID(text), due: Due(phase: "p"), text: text)
        let asOf = try Make.instant("2025-09-29T06:00:00Z")
        let assessed = try Make.assessment(
            step, .failing,
            .rejected(by: Principal(text), role: RoleID(text), note: text, entry: 1), in: phase,
            zone: .utc, asOf: asOf, countsUntil: "2025-10-01T00:00:00Z")
        let finding = PhaseFinding(
            verdict: .noGo,
            reasons: [
                .step("s", level: .blocking, status: .failing, reason: assessed.reason)
            ], counted: [0])
        let role = Role(id: RoleID(text), title: text, members: [Principal(text)])
        return Make.input(
            Assessment(
                checklist: Make.checklist(
                    text, text, owner: RoleID(text), timeline: [phase], roles: [role],
                    steps: [step]), asOf: asOf,
                phases: [
                    PhaseAssessment(
                        phase: phase, starts: phase.start.begins(in: .utc), hasStarted: false,
                        current: finding, closing: finding, atStart: .noGo, holdsUntil: nil,
                        due: [0], decision: nil)
                ], steps: [assessed]))
    }

    @Test("metrics are lines of one form", arguments: 0..<3)
    func metrics(_ part: Int) throws {
        let sample = /[a-z_]+\{([a-z]+="([^"\\]|\\["\\])*",?)+\} -?[0-9]+/
        let count = Self.lines(PrometheusFormat().text(try Self.due("plain")), "\n").count
        for text in Self.texts[(part * 100)..<(part * 100 + 100)] {
            let lines = Self.lines(PrometheusFormat().text(try Self.due(text)), "\n")
            #expect(lines.count == count)
            for line in lines where !line.isEmpty && line.utf8.first != UInt8(ascii: "#") {
                #expect(
                    line.wholeMatch(of: sample.matchingSemantics(.unicodeScalar)) != nil, "\(line)")
            }
        }
    }

    @Test("JSON of every kind reads back in the same shape", arguments: 0..<3)
    func json(_ part: Int) throws {
        for format in [JSONFormat(), OSCALFormat(), TeamsFormat()] as [any ReportFormat] {
            let shape = Shape.json(
                try JSONValue(jsonBytes: format.stream([try Self.report("plain")])))
            for text in Self.texts[(part * 100)..<(part * 100 + 100)] {
                let value = try JSONValue(jsonBytes: format.stream([try Self.report(text)]))
                // Links of the announcement are told apart by nothing in JSON.
                #expect(Shape.json(value).count == shape.count, "\(format.name)")
            }
        }
    }

    @Test("a pipeline reads the annotations that there are", arguments: 0..<3)
    func annotations(_ part: Int) throws {
        for text in Self.texts[(part * 100)..<(part * 100 + 100)] {
            let lines = Self.lines(GitHubFormat().text(try Self.due(text)), "\n")
            #expect(lines.count == 2)
            #expect(lines[0].utf8.starts(with: "::error title=NO-GO%3A ".utf8))
            #expect(!lines[0].unicodeScalars.contains { VisibleText.isHidden($0) })
        }
    }

    @Test("a mail has the head that it was given", arguments: 0..<3)
    func mail(_ part: Int) throws {
        func head(_ text: String) throws -> [String] {
            let report = try Self.due(text)
            let mail = DigestMail(
                to: Principal(text), from: text, within: .seconds(30 * 86_400))
            let bytes = try #require(mail.bytes([report]))
            let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars.split(
                separator: "\n", omittingEmptySubsequences: false
            ).map { String($0) }
            #expect(lines.dropLast().allSatisfy { $0.utf8.last == UInt8(ascii: "\r") })
            #expect(lines.allSatisfy { $0.utf8.count < 200 && $0.utf8.allSatisfy { $0 < 0x7F } })
            return lines.prefix { $0 != "\r" }.filter { !$0.hasPrefix(" ") }.map {
                String($0.prefix { $0 != ":" })
            }
        }
        let plain = try head("plain")
        #expect(plain.contains("Subject") && !plain.contains("Bcc"))
        for text in Self.texts[(part * 100)..<(part * 100 + 100)] {
            #expect(try head(text) == plain, "\(text.debugDescription)")
        }
    }

    @Test("a portfolio keeps its tables and links to its own reports alone", arguments: 0..<3)
    func portfolio(_ part: Int) throws {
        for text in Self.texts[(part * 100)..<(part * 100 + 100)] {
            let page = PortfolioPage.markdown([try Self.due(text)])
            let rows = Self.lines(page, "\n").filter { $0.hasPrefix("|") }
            for row in rows {
                let pipes = row.replacing("\\\\", with: "").replacing("\\|", with: "")
                    .count { $0 == "|" }
                #expect([7, 8, 6, 9].contains(pipes), "\(row)")
            }
            let html = PortfolioPage.file([try Self.due(text)], as: "html")
            let written = String(decoding: try #require(html).bytes, as: UTF8.self)
            for tag in Shape.tags(written) where tag.name == "a" {
                #expect(tag.values.first?.hasSuffix(".html") ?? false)
            }
        }
    }

    @Test("a text of 64 KB in every field is written by every format")
    func long() throws {
        let report = try Self.due(String(repeating: "|", count: 65_536))
        for format in ReportFormats.all { #expect(!format.stream([report]).isEmpty) }
    }

    @Test("Markdown parses into what was meant", arguments: 0..<10)
    func markdown(_ part: Int) throws {
        let cmark = "/usr/bin/cmark-gfm"
        guard FileManager.default.isExecutableFile(atPath: cmark) else { return }
        let plain = try Self.parsed(MarkdownFormat().text(try Self.report("plain")), by: cmark)
        for text in Self.texts[(part * 30)..<(part * 30 + 30)] {
            let parsed = try Self.parsed(MarkdownFormat().text(try Self.report(text)), by: cmark)
            #expect(Self.blocks(parsed) == Self.blocks(plain), "\(text.debugDescription)")
            for tag in Shape.tags(parsed) where tag.name == "link" {
                let target = tag.values.first ?? ""
                #expect(target.hasPrefix("#") || target.hasPrefix("http"), "\(target)")
            }
            #expect(!parsed.contains("<image"))
        }
    }

    private static func parsed(_ markdown: String, by program: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-e", "table", "-e", "autolink", "-e", "strikethrough", "-t", "xml"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let writer = Thread {
            input.fileHandleForWriting.write(Data(markdown.utf8))
            try? input.fileHandleForWriting.close()
        }
        writer.start()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// The blocks of a parsed text outside of quotations, and the raw HTML that is in it.
    private static func blocks(_ xml: String) -> [String] {
        let kept: Set = [
            "heading", "table", "table_row", "table_header", "list", "item", "code_block",
            "html_block", "thematic_break", "block_quote",
        ]
        var depth = 0
        var blocks: [String] = []
        for tag in Shape.tags(xml) {
            if tag.name == "/block_quote" { depth -= 1 }
            if depth == 0, kept.contains(tag.name) { blocks.append(tag.name) }
            if depth == 0, tag.name == "table_cell" { blocks.append("cell") }
            if tag.name == "block_quote" { depth += 1 }
        }
        return blocks
    }
}
