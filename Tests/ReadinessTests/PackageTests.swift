import Foundation
import Testing

@Suite("The Debian packages", .timeLimit(.minutes(20)))
struct PackageTests {
    @Test("They install, start, stop and go as they should, with the programs of this build")
    func package() async throws {
        let programs = URL(fileURLWithPath: try ReadinessProgram.path()).deletingLastPathComponent()
        let script = DocsTree.root.appendingPathComponent("scripts/check-package").path
        try await Workspace.with { workspace in
            let outcome = try await workspace.shell(
                "exec '\(script)' '\(programs.path)'", environment: ["TMPDIR": workspace.folder])
            if outcome.status == 77, getuid() != 0 {
                print("Skipped: \(outcome.stdout)")
                return
            }
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.hasSuffix("check-package: as it should be\n"), "\(outcome)")
        }
    }
}
