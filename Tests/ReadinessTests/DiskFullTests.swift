import Foundation
import Testing

/// On a small file system of its own, mounted where nobody else sees it.
@Suite("A disk that is full", .timeLimit(.minutes(10)))
struct DiskFullTests {
    /// Runs a script in a folder of 400 KiB, below which the checklist lies; false where the system
    /// allows no mounting.
    private static func on(
        _ workspace: Workspace, size: String = "400k", _ script: String
    ) async throws -> Outcome? {
        try workspace.makeFolder("small")
        let kind = getuid() == 0 ? "-m" : "-rm"
        let mount = "mount -t tmpfs -o size=\(size) tmpfs small"
        let can = try await workspace.shell("unshare \(kind) sh -c '\(mount)'")
        if can.status != 0, ProcessInfo.processInfo.environment["CI"] != "true" {
            print("Skipped: no file system may be mounted here: \(can.stderr)")
            return nil
        }
        try workspace.write(
            "script", "\(mount) || exit 99\ncp -r checklists small\ncd small\n\(script)")
        return try await workspace.shell("unshare \(kind) sh script")
    }

    private static let steps = (0..<60).map {
        "  - {id: s\($0), title: T, role: boss, due: first, check: [{file: {path: c.yaml}}]}\n"
    }.joined()

    private static let checklist = """
        readiness: 1
        id: full
        title: Full
        owner: boss
        timeline: [{id: first, title: First, starts: 2100-01-10}]
        roles: {boss: {title: Bosses, members: [bea@example.com]}}
        steps:
        \(steps)
        """

    @Test("A run tells once what is recorded, and it is what the ledger holds")
    func run() async throws {
        try await Workspace.with { workspace in
            try workspace.write("checklists/c.yaml", Self.checklist)
            let outcome = try await Self.on(
                workspace,
                """
                "$READINESS" run checklists/c.yaml --jobs 1 2>../told >../printed; echo $? >../status
                rm -r checklists/c.yaml
                cp -r .readiness ../kept
                """)
            guard outcome != nil else { return }
            #expect(try workspace.read("status") == "74\n", "\(String(describing: outcome))")
            #expect(try workspace.read("printed").isEmpty)
            let errors = try workspace.read("told").split(separator: "\n").filter {
                !$0.hasPrefix("[") && !$0.hasPrefix("A new ledger")
            }
            #expect(errors.count == 1, "\(errors)")
            let told = try #require(errors.first)
            #expect(!told.contains("Nothing was recorded"), "\(told)")
            #expect(told.hasPrefix("error: The disk or quota that holds the ledger "), "\(told)")
            let recorded = try #require(
                told.firstMatch(of: /(\d+) of 60 checks were recorded\./)?.1)
            let log = try await workspace.readiness(
                "log", "--kind", "check", "--ledger", "kept/ledger.sqlite")
            #expect(log.stdout.split(separator: "\n").count == Int(recorded), "\(told)\n\(log)")
        }
    }

    @Test("A sign-off that does not fit is refused, with one thing said and nothing kept")
    func sign() async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await Self.on(
                workspace,
                """
                "$READINESS" run checklists/sample.yaml >/dev/null 2>&1
                cat /dev/zero > filler 2>/dev/null
                "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n
                echo "status $?"; rm filler
                "$READINESS" log --kind sign-off
                """)
            guard let outcome else { return }
            #expect(outcome.stdout == "status 74\n", "\(outcome)")
            #expect(outcome.stderr.contains("error: "), "\(outcome)")
            #expect(!outcome.stderr.contains("were recorded"), "\(outcome)")
        }
    }
}
