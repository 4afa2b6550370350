import Foundation
import Testing

@Suite("The page about security")
struct SecurityDocumentTests {
    private static let page = (try? DocsTree.text("docs/security.md")) ?? ""

    /// The numbers of the rows that have one, in the order of the page.
    private static let numbered = page.split(separator: "\n").compactMap { line -> Int? in
        line.firstMatch(of: /^\| ([0-9]+) \|/).flatMap { Int($0.1) }
    }

    /// Every `SUITE/TEST` of the page, once.
    static let named = Set(
        page.matches(of: /`([A-Za-z0-9]+Tests)\/([A-Za-z0-9]+)`/).map { "\($0.1)/\($0.2)" }
    ).sorted()

    /// The text of the files of each suite, by the name of the suite.
    private static let suites: [String: String] = {
        let folder = DocsTree.root.appendingPathComponent("Tests")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var suites: [String: String] = [:]
        for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "swift" {
            let name = file.deletingPathExtension().lastPathComponent.split(separator: "+")[0]
            suites[String(name), default: ""] +=
                (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        }
        return suites
    }()

    @Test("Every test that it names is one", arguments: named)
    func exists(_ name: String) throws {
        let parts = name.split(separator: "/").map(String.init)
        let suite = try #require(Self.suites[parts[0]], "there is no suite \(parts[0])")
        let tests = suite.matches(of: /@Test[\s\S]*?\bfunc ([A-Za-z0-9]+)/).map { String($0.1) }
        #expect(tests.contains(parts[1]))
    }

    @Test("It has every attack of the list, and each names a test")
    func rows() {
        #expect(Self.numbered == Array(1...31))
        #expect(Self.named.count > 60)
        let rows = Self.page.split(separator: "\n").filter {
            $0.hasPrefix("| ") && $0.split(separator: "|").count > 2
                && !$0.hasPrefix("| --- ") && !$0.hasSuffix("| tests |")
        }
        #expect(rows.count > 30)
        for row in rows { #expect(row.contains("Tests/"), "\(row)") }
    }

    @Test("Its families have as many attacks as it says")
    func families() throws {
        let adversary = try #require(Self.suites["AdversaryTests"])
        let rows = Self.page.matches(of: /\| ([a-z-]+) \| ([0-9]+) \|/)
        #expect(rows.count == 5)
        for row in rows {
            let entry = try Regex("\\(\"\(row.1)\", [A-Za-z]+, \(row.2)\\)")
            #expect(adversary.contains(entry), "\(row.1)")
        }
    }
}
