import Foundation
import Testing

@Suite("The page that compares")
struct ComparedDocumentTests {
    private static let page = (try? DocsTree.text("docs/compared.md")) ?? ""

    /// The rows of its tables, without their heads.
    private static let rows = page.split(separator: "\n").map(String.init).filter {
        $0.hasPrefix("| ") && !$0.hasPrefix("| --- ") && !$0.hasSuffix("| Test |")
    }

    /// The suites that the tests of this tree are in.
    private static let suites: Set<String> = {
        let folder = DocsTree.root.appendingPathComponent("Tests")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var suites: Set<String> = []
        for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "swift" {
            guard let text = try? String(contentsOf: file, encoding: .utf8), text.contains("@Test")
            else { continue }
            suites.formUnion(
                text.matches(of: /\b(?:struct|class) ([A-Za-z0-9]+Tests)\b/).map { String($0.1) })
        }
        return suites
    }()

    @Test("Each row names suites that there are, or says why there is none")
    func rows() {
        #expect(Self.rows.count > 130)
        let whyNot = ["Not here", "There are none", "Cannot be written", "is replaced by a person"]
        for row in Self.rows {
            let named = row.matches(of: /`([A-Za-z0-9]+Tests)`/).map { String($0.1) }
            #expect(
                !named.isEmpty || whyNot.contains { row.contains($0) }, "no test and no why: \(row)"
            )
            for name in named { #expect(Self.suites.contains(name), "no suite \(name): \(row)") }
        }
    }
}
