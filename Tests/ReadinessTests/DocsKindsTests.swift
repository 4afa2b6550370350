import ChecklistDecoding
import Checks
import Fields
import Foundation
import LocatedYAML
import Reporting
import Testing

@Suite("The pages of the kinds of checks")
struct DocsKindsTests {
    @Test("what a page says of options, facts and examples is what the program says")
    func pages() throws {
        for kind in CheckKinds.all {
            let path = "docs/checks/\(kind.name).md"
            let page = try DocsTree.text(path)
            let start = try #require(page.range(of: "<!-- kind: begin -->\n"), "\(path)")
            let stop = try #require(page.range(of: "<!-- kind: end -->\n"), "\(path)")
            let wanted =
                page[..<start.upperBound] + "\n" + KindReference.markdown(of: kind) + "\n"
                + page[stop.lowerBound...]
            try DocsTree.expect(path, is: String(wanted))
        }
    }

    @Test("every kind has facts, and examples that are checks without a mistake")
    func examples() throws {
        for kind in CheckKinds.all {
            #expect(!kind.facts.isEmpty && !kind.example.isEmpty, "\(kind.name)")
            for fact in kind.facts { #expect(fact.summary.hasSuffix("."), "\(kind.name)") }
            let source = SourceText(path: kind.name, bytes: Array(kind.example.utf8))
            let list = try YAMLReader.read(source).get().root
            #expect(!list.items.isEmpty)
            for item in list.items {
                let text = Array("{\(kind.name): 1}".utf8)
                #expect(SingleCheck.read(text, name: "wrong").check == nil)
                let context = ReadingContext()
                let options = try #require(item.value(forKey: kind.name), "\(kind.name)")
                let check = MappingReader(options, as: kind.shape, in: context).flatMap(kind.read)
                #expect(context.diagnostics.map { DiagnosticText.render($0) } == [])
                #expect(check != nil)
            }
        }
    }

    @Test("the page on expectations names every word")
    func expectations() throws {
        let page = try DocsTree.text("docs/checks/expectations.md")
        for word in CheckKinds.expectationWords {
            #expect(page.contains("`\(word)`"), "\(word)")
        }
    }
}
