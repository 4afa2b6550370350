import CanonicalJSON
import Checks
import Foundation
import Rollout
import Subprocess
import SystemPackage
import Testing

@Suite("The package check")
struct PackageCheckTests {
    private static let isDebian = FileManager.default.fileExists(atPath: "/var/lib/dpkg/status")

    private static let status = """
        Package: there
        Status: install ok installed
        Version: 1:2.0-3
        Description: one
         Version: 9
         .

        Package: removed
        Status: deinstall ok config-files
        Version: 1.0

        Package: half
        Status: install ok half-configured
        Version: 1.0

        Package: twice
        Status: install ok installed
        Architecture: amd64
        Version: 1.0

        Package: twice
        Status: hold ok installed
        Architecture: i386
        Version: 2.0
        """

    private static func outcome(
        _ name: String, _ manager: PackageManager = .dpkg, installed: Bool = true,
        _ version: String? = nil, database: String, _ text: String
    ) async throws -> CheckOutcome {
        try await Folder.temporary { folder in
            try FileManager.default.createDirectory(
                atPath: folder.path((database as NSString).deletingLastPathComponent),
                withIntermediateDirectories: true)
            try folder.write(database, text.utf8)
            let check = PackageCheck(
                name, manager, installed: installed,
                version: version.flatMap { VersionConstraint($0, manager == .apk ? .apk : .dpkg) },
                root: folder.path)
            return await check.carryOut(in: .fixture())
        }
    }

    @Test(
        "only what is installed as a whole is installed",
        arguments: [
            ("there", true, nil, CheckOutcome.Outcome.met), ("there", false, nil, .unmet),
            ("there", true, ">= 1:1.9, < 1:2.0-10", .met), ("there", true, ">= 3", .met),
            ("there", true, "< 1:2", .unmet), ("removed", true, nil, .unmet),
            ("removed", false, nil, .met), ("half", true, nil, .undetermined),
            ("half", false, nil, .undetermined),
            ("nothing", true, nil, .unmet),
            ("twice", true, ">= 1.0", .met), ("twice", true, ">= 1.5", .unmet),
        ])
    func dpkg(
        _ name: String, _ installed: Bool, _ version: String?, _ wanted: CheckOutcome.Outcome
    ) async throws {
        let outcome = try await Self.outcome(
            name, installed: installed, version, database: "var/lib/dpkg/status", Self.status)
        #expect(outcome.outcome == wanted, "\(outcome.summary)")
    }

    @Test("a database without a package says nothing of any")
    func empty() async throws {
        let outcome = try await Self.outcome(
            "there", installed: false, nil, database: "var/lib/dpkg/status", "\n")
        #expect(outcome.outcome == .undetermined && outcome.code == .hostUnseen)
    }

    @Test("the database of Alpine")
    func apk() async throws {
        let text = "C:Q1x\nP:musl\nV:1.2.4_git20230717-r4\nA:x86_64\n\nP:other\nV:1.0-r0\n\n"
        let met = try await Self.outcome(
            "musl", .apk, ">= 1.2.4, < 1.2.5", database: "lib/apk/db/installed", text)
        #expect(met.outcome == .met, "\(met.summary)")
        #expect(met.facts["versions"] == ["1.2.4_git20230717-r4"])
    }

    @Test("without its database nothing is known, also of what must not be there")
    func noDatabase() async throws {
        try await Folder.temporary { folder in
            for manager in PackageManager.allCases {
                let check = PackageCheck("a", manager, installed: false, root: folder.path)
                let outcome = await check.carryOut(in: .fixture())
                #expect(outcome.outcome == .undetermined && outcome.code == .hostUnseen)
            }
        }
    }

    @Test(
        "rpm's word counts only where it speaks of its database",
        arguments: [
            ("echo '=0:1.2-3'", true, CheckOutcome.Outcome.met),
            ("echo 'package a is not installed'; exit 1", false, .met),
            (
                "echo 'package a is not installed'; echo 'error: cannot open Packages' >&2; exit 1",
                false,
                .undetermined
            ),
            ("exit 0", false, .undetermined), ("echo what; exit 0", true, .undetermined),
            ("exit 1", false, .undetermined), ("kill -9 $$", false, .undetermined),
        ])
    func rpm(_ script: String, _ installed: Bool, _ wanted: CheckOutcome.Outcome) async throws {
        try await Folder.temporary { folder in
            try FileManager.default.createDirectory(
                atPath: folder.path("var/lib/rpm"), withIntermediateDirectories: true)
            try folder.write("var/lib/rpm/rpmdb.sqlite", [])
            try folder.write("rpm", "#!/bin/sh\n\(script)\n".utf8, mode: 0o755)
            let check = PackageCheck(
                "a", .rpm, installed: installed, root: folder.path, rpm: folder.path("rpm"))
            let outcome = await check.carryOut(in: .fixture())
            #expect(outcome.outcome == wanted, "\(outcome.summary)")
        }
    }

    @Test("dpkg-query agrees about this machine", .enabled(if: isDebian))
    func peer() async throws {
        let result = try await Subprocess.run(
            .path(FilePath("/usr/bin/dpkg-query")),
            arguments: ["-W", "-f", "${db:Status-Status} ${Version} ${Package}\n"],
            output: .string(limit: 1 << 22))
        let lines = result.standardOutput.split(separator: "\n")
        for line in lines.filter({ $0.hasPrefix("installed ") }).prefix(20) {
            let parts = line.split(separator: " ")
            let outcome = try await CheckKind.package.outcome(
                "name: \(parts[2]), version: '\(parts[1])'")
            #expect(outcome.outcome == .met, "\(outcome.summary)")
        }
        #expect(!lines.isEmpty)
    }

    @Test(
        "mistakes",
        arguments: [
            ("{name: a, version: '>= fc4'}", "neither a version"),
            ("{name: a, manager: apk, version: 1:2}", "neither a version"),
            ("{name: a, installed: false, version: 1}", "has no version"),
            ("{name: ../a}", "is not the name of a package"),
            ("{name: a, manager: yum}", "is not one of"),
        ])
    func mistakes(_ text: String, _ message: String) throws {
        let mistakes = try CheckKind.package.reading(text).mistakes
        #expect(mistakes.contains { $0.contains(message) }, "\(mistakes)")
    }
}
