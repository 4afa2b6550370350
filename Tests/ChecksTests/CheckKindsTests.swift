import Fields
import Checks
import Foundation
import LocatedYAML
import Testing

@Suite("Every kind of check")
struct CheckKindsTests {
    private static let kinds = CheckKinds.all.map { $0.kind }

    /// The options of a shape and of the mappings that they are made of.
    private static func keys(_ shape: Shape) -> [(key: String, summary: String)] {
        shape.fields.flatMap { field in
            [(field.key, field.summary)] + (field.shape.map { keys($0) } ?? [])
        }
    }

    @Test("names differ, and each kind and option says what it is for")
    func summaries() {
        #expect(Set(Self.kinds.map(\.name)).count == Self.kinds.count)
        #expect(!Self.kinds.isEmpty)
        for kind in Self.kinds {
            #expect(kind.summary.hasSuffix("."), "\(kind.name)")
            for (key, summary) in Self.keys(kind.shape) {
                #expect(summary.utf8.count > 10 && summary.hasSuffix("."), "\(kind.name) \(key)")
            }
        }
    }

    @Test("each kind has a page that names every option")
    func pages() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        for kind in Self.kinds {
            let path = root.appendingPathComponent("docs/checks/\(kind.name).md")
            let page = try #require(
                try? String(contentsOf: path, encoding: .utf8),
                "docs/checks/\(kind.name).md is missing")
            for (key, _) in Self.keys(kind.shape) {
                #expect(page.contains("`\(key)`"), "docs/checks/\(kind.name).md lacks `\(key)`")
            }
        }
    }
}
