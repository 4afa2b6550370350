import Characters
import ChecklistDecoding
import LedgerStorage
import LocatedYAML
import Operations
import Reporting
import Rollout

extension AdversaryTests {
    static let injection = mistakes + notes + markdown + values

    private static let mistakes: [Attack] = orders.map { order in
        Attack(18, "\(order.debugDescription) in a mistake", "inert") {
            inert(
                DiagnosticFormats.all.map { format in
                    format.render([mistake(order)], of: [order], tool: "readiness 1")
                        .replacing("::error file=", with: "")
                })
        }
    }

    private static let notes: [Attack] = orders.map { order in
        .inPlace(18, "\(order.debugDescription) in a note", "inert") { place in
            inert(try await outputs(place, note: "a \(order) b"))
        }
    }

    private static let markdown: [Attack] = [
        "</details><script>x", "<!-- x", "```\n# x", "| x | y |\n|---|---|", "# x",
        "![x](http://e.test/p)", "[x](javascript:1)", "[x]: http://e.test", "@everybody", "#12",
        "$x$", "\\|x|",
    ].map { text in
        .inPlace(18, "the Markdown \(text.debugDescription) in a note", "the same shape") { place in
            let plain = shape(try await outputs(place, note: "note")[0])
            return try await Place.with { other in
                let found = shape(try await outputs(other, note: "note \(text)")[0])
                let other = zip(found, plain).first { $0 != $1 }
                return found == plain
                    ? "the same shape" : "another shape: \(other.map { "\($0)" } ?? "more")"
            }
        }
    }

    /// Values and names that are to be taken for something else than text.
    private static let values: [Attack] = [
        Attack(18, "a value that is YAML", "owner: boss, title: x\", owner: eve, x: \"") {
            let checklist = try loaded("x\", owner: eve, x: \"")
            return "owner: \(checklist.owner), title: \(checklist.title)"
        },
        Attack(18, "a value that names another parameter", "title: ${cloud}") {
            "title: \(try loaded("${cloud}").title)"
        },
        Attack(18, "a value that is SQL", "does not name a checklist text") {
            try await Place.with { place in
                let ledger = place.context().location(for: nil).ledger()
                return await Attack.refusal {
                    _ = try await ledger.texts(matching: "' OR '1'='1' --")
                }
            }
        },
        Attack(18, "a place that is a command of a shell", "'checklists/$(touch x)'\\''; y.yaml'") {
            ShellWord.line(["report", "checklists/$(touch x)'; y.yaml"])
        },
        .inPlace(18, "a file of evidence whose name is a line of its own", "inert") { place in
            try place.write("a\n::error::b.txt", "x")
            return inert(
                try await outputs(place, note: "n", evidence: [place.path("a\n::error::b.txt")]))
        },
    ]

    /// What a terminal or a build service would obey.
    private static let orders = [
        "##vso[task.complete result=Succeeded]", "##[error]x", "##teamcity[x]", "\n::error::x",
        "\r\n  ::stop-commands::x", "\u{2028}::error::x", "\u{1B}[2J", "\u{7}", "\u{9B}31m",
        "\u{202E}x", "\u{2066}x", "\u{200B}", "\u{E0041}",
    ]

    private static func mistake(_ text: String) -> Diagnostic {
        let place = SourcePosition(line: 1, column: 1, offset: 0)
        return Diagnostic(
            code: "c", message: text, fix: text, path: text, start: place, end: place, line: text)
    }

    /// Whether nothing in some texts is an order or hidden.
    private static func inert(_ texts: [String]) -> String {
        for text in texts {
            if let hidden = text.unicodeScalars.first(where: {
                $0 != "\n" && VisibleText.isHidden($0)
            }) {
                return "hidden: \(VisibleText.shown(hidden))"
            }
            for service in ["##vso[", "##[", "##teamcity["] where text.contains(service) {
                return "an order: \(service)"
            }
            let lines = text.split(whereSeparator: \.isNewline)
            if lines.contains(where: { $0.drop { $0 == " " }.hasPrefix("::") }) {
                return "an order: a line that begins with ::"
            }
        }
        return "inert"
    }

    /// Each format and the table, of a rollout with a rejection that has a note; Markdown first.
    private static func outputs(
        _ place: Place, note: String, evidence: [String] = []
    ) async throws -> [String] {
        _ = try await SignStep("approved", .reject, note: note, evidence: evidence)(
            place.act(by: "ann@example.com"))
        let judged = try await place.judged()
        let report = judged.report(ReportInput.Tool(name: "readiness", version: "test"))
        let table = StatusTable(width: .max, colour: false).lines(for: report)
            .joined(separator: "\n")
        let formats = ReportFormats.all.flatMap { format in
            format.render([report]).map { file in
                String(decoding: file.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
                    .replacing("::error title=", with: "").replacing("::warning title=", with: "")
            }
        }
        return formats + [InertText.lines(table)]
    }

    /// Headings, tables, quotations, fences and tags of a report.
    private static func shape(_ markdown: String) -> [String] {
        markdown.split(separator: "\n").compactMap { line in
            switch line.first {
            case "#", "<", "!": return String(line)
            case "`" where line.hasPrefix("```"): return String(line)
            case "|": return "| \(line.replacing("\\|", with: "").filter { $0 == "|" }.count)"
            default: return nil
            }
        }
    }

    private static func loaded(_ value: String) throws -> Checklist {
        let text = Sample.text.replacing("A sample rollout", with: "${name}").replacing(
            "timeline:", with: "  name: {default: x, scope: wording}\ntimeline:")
        let outcome = try ChecklistDecoder.read(
            Array(text.utf8), of: .path("list.yaml"), place: "checklists/list.yaml",
            chosen: ["name": value])
        guard case .loaded(let loaded) = outcome, let first = loaded.first else {
            throw OperationFailure.invalid(outcome.diagnostics)
        }
        return first.checklist
    }
}
