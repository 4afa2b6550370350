import Foundation
import Glibc
import Testing

@Suite("A whole organisation with one ledger", .timeLimit(.minutes(15)))
struct OrganisationTests {
    private static let top = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { path, _ in
        path.deletingLastPathComponent()
    }.path

    /// Networks of their own are made by root alone; where tests run unattended as root, they must be.
    private static var isMissing: Bool {
        if Browser.isMissing { return true }
        guard getuid() != 0 else { return false }
        print("The suite of the organisation is skipped: only root makes networks for its sites.")
        return true
    }

    @Test(
        "PostgreSQL, two servers behind nginx, three sites and a passkey: from the post to the proof",
        .disabled(if: isMissing))
    func walked() async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.shell(
                """
                "\(Self.top)/Tests/ReadinessTests/Organisation/walk" "$(dirname "$READINESS")" \
                "\(Self.top)" "\(Browser.python)"
                """)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.contains("all of it came out as it must"))
        }
    }
}
