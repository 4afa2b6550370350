import ChecklistDecoding
import Foundation
import LocatedYAML
import Rollout
import Testing

/// What is said of uses of step sets that cannot be read, or are too many.
struct SetStatesTests {
    /// Writes files into a folder of its own, for as long as the body runs with its path.
    private static func with(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("readiness-states-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: "\(folder)/common", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        try body(folder)
    }

    private static let set = """
        readiness-set: 1
        title: Gateways
        steps: [{id: open, title: Open, role: ops, due: start, sign-off: {}}]

        """

    @Test(
        "A use that cannot be read is a mistake, and never left out",
        arguments: [
            ("use: common/gw.yaml", "wrong-value"), ("use:", "wrong-value"),
            ("use: [{path: common/gw.yaml, digest: none}]", "missing-key"),
            ("use: [common/gw.yaml]", "missing-key"),
            ("use: [{file: ../gw.yaml, digest: none}]", "wrong-value"),
        ])
    func unreadable(_ use: String, _ code: String) throws {
        let files = ["common/gw.yaml": Self.set, "list.yaml": Sample.checklist(extra: use)]
        try Self.with(files) { folder in
            let mistakes = #expect(throws: Diagnostics.self) {
                try SetStates(path: "\(folder)/list.yaml")
            }
            #expect(mistakes?.all.map(\.code) == [code])
        }
    }

    @Test(
        "A digest with an anchor, or out of another entry, is not its own",
        arguments: [
            ("digest: &d none}", true), ("digest: &d\n        none}", true),
            ("<<: {digest: none}}", false), ("digest: none} # R&D", false),
        ])
    func own(_ digest: String, _ isShared: Bool) throws {
        let text = Sample.checklist(extra: "use:\n  - {file: common/gw.yaml, \(digest)")
        try Self.with(["common/gw.yaml": Self.set, "list.yaml": text]) { folder in
            let states = try SetStates(path: "\(folder)/list.yaml")
            #expect(states.obstacles.map(\.code) == (isShared ? ["shared-value"] : []))
        }
    }

    @Test("More uses than a checklist may have are refused before any is read")
    func many() throws {
        let uses = (0..<33).map { "  - {file: none\($0).yaml, digest: none}" }
        let text = Sample.checklist(extra: "use:\n\(uses.joined(separator: "\n"))")
        try Self.with(["list.yaml": text]) { folder in
            let mistakes = #expect(throws: Diagnostics.self) {
                try SetStates(path: "\(folder)/list.yaml")
            }
            #expect(mistakes?.all.map(\.code) == ["wrong-value"])
            #expect(mistakes?.all.first?.message.contains("at most 32") ?? false)
        }
    }

    @Test("Where sets make too many steps, that is what is said")
    func tooManySteps() throws {
        let steps = (0..<700).map {
            "  - {id: s\($0), title: T, role: ops, due: start, sign-off: {}}"
        }
        let set =
            "readiness-set: 1\ntitle: Many\nsteps:\n\(steps.joined(separator: "\n"))\n"
        let digest = ContentDigest(of: set.utf8)
        let uses = (0..<30).map {
            "  - {file: common/gw.yaml, digest: \"\(digest)\", prefix: p\($0)}"
        }
        let text = Sample.checklist(extra: "use:\n\(uses.joined(separator: "\n"))")
        try Self.with(["common/gw.yaml": set, "list.yaml": text]) { folder in
            let outcome = try ChecklistDecoder.read(path: "\(folder)/list.yaml", place: "list.yaml")
            let mistake = outcome.diagnostics.first { $0.code == "too-many-steps" }
            #expect(
                mistake?.message.hasPrefix("from here on step sets make more than 20000 steps")
                    ?? false)
        }
    }
}
