import Characters
import Reporting
import Rollout
import Testing

@Suite("The pages on which people sign show texts from outside as texts")
struct SignPageTests {
    private static func pages(_ text: String) throws -> [String] {
        let report = try HostileReport.input(text)
        let page = SignPage(report, "sample", for: Principal(text))
        let steps = report.assessment.steps.map { page.step($0.step.id.text) }
        let phases = report.assessment.phases.map { page.phase($0.phase.id.text) }
        return try [page.overview] + (steps + phases).map { try #require($0) }
    }

    /// What every page of a server leads to and is made with.
    private static let ways: Set = [
        "/", "/todo", "/calendar", "/log", "/readiness.css", "/readiness.svg",
    ]

    @Test("They keep their elements, and nothing in them is active", arguments: 0..<10)
    func hostile(_ part: Int) throws {
        let shapes = try Self.pages("plain").map(Shape.elements)
        for text in HostileTexts.all[(part * 30)..<(part * 30 + 30)] {
            let pages = try Self.pages(text)
            for (page, shape) in zip(pages, shapes) {
                #expect(Shape.elements(page) == shape, "\(text.debugDescription)")
                for tag in Shape.tags(page) {
                    #expect(!tag.attributes.contains { $0.hasPrefix("on") || $0 == "style" })
                    for (name, value) in zip(tag.attributes, tag.values) {
                        if name == "src" { #expect(value == "/browser.js") }
                        if name == "href" {
                            #expect(
                                value.hasPrefix("/rollouts/sample") || Self.ways.contains(value),
                                "\(value)")
                        }
                    }
                }
                #expect(!page.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
            }
        }
    }

    @Test("Each has the forms that its person may fill in, closed until the script opens them")
    func forms() throws {
        let pages = try Self.pages("plain")
        #expect(pages[2].contains(#"data-act="poll""#) && pages[2].contains(#"data-act="decide""#))
        for page in pages {
            let forms = page.split(separator: "<form ").count - 1
            #expect(page.split(separator: "<fieldset disabled>").count - 1 == forms)
            #expect(page.split(separator: "<script ").count - 1 == 1)
        }
        // Who is in no role is shown no form.
        let report = try HostileReport.input("plain")
        let other = SignPage(report, "sample", for: "nobody@example.com")
        let page = try #require(other.phase(report.assessment.phases[0].phase.id.text))
        #expect(!page.contains("<form"))
    }

    @Test("The script writes no HTML, and asks for nothing beyond the server")
    func script() {
        let text = BrowserScript.text
        for word in [
            "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function(",
            "http:", "https:", "localStorage", "postMessage",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
    }
}
