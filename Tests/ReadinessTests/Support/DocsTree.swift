import Foundation
import Testing

/// The files of the tree that tests hold against the program.
enum DocsTree {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The absolute path of a file, by its path from the top of the tree.
    static func path(_ path: String) -> String { root.appendingPathComponent(path).path }

    /// The text of a file, by its path from the top of the tree.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The paths of the shipped checklists, from the top of the tree.
    static var checklists: [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent("checklists").path)
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "checklists/\($0)" }
    }

    /// Compares a file of the tree with what the program makes of it.
    ///
    /// With `READINESS_RECORD_SNAPSHOTS=1` in the environment the file is written anew, and the run fails.
    static func expect(
        _ path: String, is wanted: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let written = (try? text(path)) ?? ""
        if ProcessInfo.processInfo.environment["READINESS_RECORD_SNAPSHOTS"] != nil {
            try wanted.write(
                to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
            Issue.record("\(path) was recorded, not compared.", sourceLocation: sourceLocation)
            return
        }
        let isSame = Array(written.utf8) == Array(wanted.utf8)
        #expect(
            isSame,
            "\(path) is out of date; run the tests once with READINESS_RECORD_SNAPSHOTS=1.",
            sourceLocation: sourceLocation)
    }
}
