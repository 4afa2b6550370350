import Foundation
import Testing

/// The rows of a table in a document of this package.
struct MarkdownTable {
    /// Without the head; blanks around the cells are taken off.
    let rows: [[String]]

    /// The first table whose head has exactly these cells.
    init(
        head: [String], in path: String, from file: String = #filePath,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let folders = URL(filePath: file).pathComponents
        let package = try #require(folders.lastIndex(of: "Tests"), sourceLocation: sourceLocation)
        let root = folders[..<package].joined(separator: "/").dropFirst()
        let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let tables = lines.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let start = try #require(
            tables.firstIndex(of: head), "\(path) has no table with the head \(head)",
            sourceLocation: sourceLocation)
        rows = Array(tables[(start + 2)...].prefix { !$0.isEmpty })
    }
}
