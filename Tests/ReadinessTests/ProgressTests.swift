import Characters
import Foundation
import Testing

/// What an audit shows of itself while it works.
@Suite("The progress of an audit", .timeLimit(.minutes(10)))
struct ProgressTests {
    private static let line = "\r\u{1B}[2K"

    @Test("On a terminal it is a bar that fits it and goes at the end", arguments: [40, 50, 120])
    func terminal(columns: Int) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let shown = try await workspace.shell(
                "script -qec 'stty cols \(columns); \"$READINESS\" audit > result' /dev/null",
                environment: ["TERM": "xterm"])
            #expect(shown.status == 0, "\(shown)")
            let draws = shown.stdout.components(separatedBy: Self.line).dropFirst()
            #expect(draws.count > 2 && draws.last == "", "\(draws)")
            #expect(draws.dropLast().allSatisfy { $0.hasSuffix("entries") && $0.contains("/") })
            #expect(draws.dropLast().last?.hasPrefix("█") == true, "\(draws)")
            #expect(draws.allSatisfy { DisplayWidth.columns($0) < columns }, "\(draws)")
            #expect(try workspace.read("result").contains("Everything is as it was recorded."))
        }
    }

    @Test("Elsewhere there is none")
    func log() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let audit = try await workspace.readiness("audit")
            #expect(audit.status == 0 && audit.stderr.isEmpty, "\(audit)")
        }
    }
}
