import Characters
import LocatedYAML
import Reporting
import Testing

/// What every format for mistakes owes its readers, whatever a checklist holds.
struct DiagnosticFormatTests {
    /// What a terminal or a build service would obey.
    private static let hostile =
        "::error::x ##vso[task.complete]##[group]\u{1B}[2J\u{7}\u{9B}\u{202E}\u{200B}\u{2066}\r\n::stop"

    @Test(
        "Nothing of a checklist reaches a terminal or a build service as an order",
        arguments: DiagnosticFormats.all.map(\.name))
    func hostile(name: String) throws {
        let format = try #require(DiagnosticFormats.named(name))
        let place = SourcePosition(line: 1, column: 1, offset: 0)
        let text = format.render(
            [
                Diagnostic(
                    code: "c", message: Self.hostile, fix: Self.hostile, path: Self.hostile,
                    start: place, end: place, line: Self.hostile)
            ], of: [Self.hostile], tool: "readiness 1")
        let hidden = text.unicodeScalars.filter { $0 != "\n" && VisibleText.isHidden($0) }
        #expect(hidden.isEmpty)
        #expect(!text.contains("##vso[") && !text.contains("##["))
        let orders = text.split(whereSeparator: \.isNewline).filter {
            $0.drop { $0 == " " }.hasPrefix("::")
        }
        #expect(orders.allSatisfy { name == "github" && $0.hasPrefix("::error file=") })
        #expect(orders.count == (name == "github" ? 1 : 0))
    }

    @Test("JSON stands for the same text all the same")
    func lossless() throws {
        let place = SourcePosition(line: 1, column: 1, offset: 0)
        let format = try #require(DiagnosticFormats.named("json"))
        let text = format.render(
            [
                Diagnostic(
                    code: "c", message: "##vso[\u{9B}", fix: "", path: "p", start: place,
                    end: place, line: "")
            ], of: ["p"], tool: "t")
        #expect(text.contains(##""message": "#\u0023vso[\u009b""##))
    }
}
