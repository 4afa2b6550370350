import CanonicalJSON
import Characters
import Rollout

/// The first screen as an Adaptive Card for a channel of Microsoft Teams.
///
/// All outside text stands in runs of rich text, which Teams shows as they are: no Markdown in it.
package struct TeamsFormat: ReportFormat {
    package let name = "teams"
    package let mediaType = "application/json"

    package init() {}

    /// As many conditions as a card shows.
    private static let mostConditions = 8
    /// As many warnings of the ledger; each lost file makes one.
    private static let mostWarnings = 4

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).card.json", bytes: stream([report]))
        }
    }

    /// One message with a card for each report.
    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        let message: JSONValue = [
            "type": "message",
            "attachments": .array(
                reports.map { report in
                    [
                        "contentType": "application/vnd.microsoft.card.adaptive",
                        "contentUrl": .null, "content": Self.card(report, names.name(of: report)),
                    ]
                }),
        ]
        return Array((InertText.json(message.prettyText) + "\n").utf8)
    }

    private static func card(_ report: ReportInput, _ name: String) -> JSONValue {
        let context = ReportContext(report)
        let assessment = report.assessment
        var body = [
            block(
                [
                    run(
                        "\(report.verdictWords): ", colour(assessment.verdict),
                        isStrong: true),
                    run(name, nil, isStrong: true),
                ], size: "Large")
        ]
        let place = assessment.checklist.rollout.place
        body.append(block([run("\(place) · as of \(context.words.time(assessment.asOf))")]))
        let caveats = report.caveatSentences
        for caveat in caveats.prefix(mostWarnings) {
            body.append(block([run(caveat, "Attention")]))
        }
        let unsaid = caveats.count - mostWarnings
        if unsaid > 0 {
            let words = Prose.count(unsaid, "more warning")
            body.append(block([run("… and \(words).", "Attention")]))
        }
        if let focus = context.focus {
            let minus = TMinus(start: focus.starts, asOf: assessment.asOf, zone: context.zone)
            body.append(
                block([
                    run("\(focus.phase.title) (\(minus.short)): ", nil, isStrong: true),
                    run(PhaseWording.forecast(focus, context.words) ?? ""),
                ]))
        }
        for condition in context.open.roots.prefix(mostConditions) {
            let call = CallWording.words(condition.calls, context.words)
            body.append(
                block([
                    run("• \(context.sentence(condition)) "),
                    run("Call \(call).", nil, isStrong: true),
                ]))
        }
        let rest = context.open.roots.count - mostConditions
        if rest > 0 { body.append(block([run("… and \(rest) more.")])) }
        body.append(block([run(LedgerWording.sentence(report.ledger))], size: "Small"))
        return [
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
            "type": "AdaptiveCard", "version": "1.5", "body": .array(body),
            "msteams": ["width": "Full"],
            "fallbackText": .string(
                VisibleText.line("\(report.verdictWords): \(name)")),
        ]
    }

    private static func colour(_ verdict: Verdict) -> String {
        switch verdict {
        case .go: return "Good"
        case .conditional: return "Warning"
        case .noGo: return "Attention"
        }
    }

    private static func block(_ runs: [JSONValue], size: String? = nil) -> JSONValue {
        let sized = size.map { size in
            runs.map { run -> JSONValue in
                guard case .object(var members) = run else { return run }
                members["size"] = .string(size)
                return .object(members)
            }
        }
        return ["type": "RichTextBlock", "inlines": .array(sized ?? runs)]
    }

    private static func run(
        _ text: String, _ colour: String? = nil, isStrong: Bool = false
    ) -> JSONValue {
        var members: [String: JSONValue] = [
            "type": "TextRun", "text": .string(VisibleText.line(text)),
        ]
        if let colour { members["color"] = .string(colour) }
        if isStrong { members["weight"] = "Bolder" }
        return .object(members)
    }
}
