import Foundation
import Reporting
import Rollout
import Testing

/// The reports as they are stored beside this file.
///
/// With `READINESS_RECORD_SNAPSHOTS=1` in the environment they are written anew, and the run fails.
struct SnapshotTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let input: @Sendable () throws -> ReportInput

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "sample") { try SampleReport().input() },
        Case(name: "empty") { try EmptyReport.input() },
        Case(
            name: "hostile",
            input: {
                try HostileReport.input(
                    "| a | b\n# x\n</details><script> [x](javascript:1) ```\n@all #1 \u{202E}%%;:")
            }),
    ]

    @Test("every format renders the stored bytes", arguments: cases)
    func matchesStoredBytes(_ snapshot: Case) throws {
        for format in ReportFormats.all {
            let files = format.render([try snapshot.input()])
            let file = try #require(files.first)
            #expect(files.count == 1)
            let stem = ReportName.stem(of: try snapshot.input().assessment)
            let ending = file.name.dropFirst(stem.count + 1)
            try Self.expect(file.bytes, storedAs: "\(snapshot.name).\(ending)")
        }
    }

    @Test("the terminal table renders the stored bytes", arguments: cases)
    func tableMatchesStoredBytes(_ snapshot: Case) throws {
        let report = try snapshot.input()
        for (name, table) in [
            ("plain", StatusTable(width: 100, colour: false)),
            ("colour", StatusTable(width: 72, colour: true)),
        ] {
            let text = table.lines(for: report).map { $0 + "\n" }.joined()
            try Self.expect(Array(text.utf8), storedAs: "\(snapshot.name)-\(name).txt")
        }
    }

    @Test("targets side by side give the stored bytes")
    func matrixMatchesStoredBytes() throws {
        let reports = try TargetReports.inputs()
        let lines = StatusMatrix(width: 80, colour: false).lines(for: reports)
        try Self.expect(
            Array(lines.map { $0 + "\n" }.joined().utf8), storedAs: "targets-plain.txt")
    }

    private static func expect(
        _ bytes: [UInt8], storedAs name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots/\(name)")
        if ProcessInfo.processInfo.environment["READINESS_RECORD_SNAPSHOTS"] != nil {
            try Data(bytes).write(to: url)
            Issue.record("\(name) was recorded, not compared.", sourceLocation: sourceLocation)
            return
        }
        let stored = try Data(contentsOf: url)
        // Bytes, for equal strings may differ in them; compared apart, so that none are printed.
        let isSame = bytes == Array(stored)
        #expect(isSame, "\(name) differs from what is stored.", sourceLocation: sourceLocation)
    }
}
