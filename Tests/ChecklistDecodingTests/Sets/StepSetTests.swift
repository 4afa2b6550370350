import ChecklistDecoding
import Checks
import Foundation
import LocatedYAML
import Reporting
import Rollout
import Testing

/// Steps that several checklists share, and whose texts they hold by their digests.
struct StepSetTests {
    private static let set = """
        readiness-set: 1
        title: Gateways
        parameters:
          host: {default: nobody.example.com, text: The gateway}
          cloud: {default: one, one-of: [one, two]}
          mark: {default: none}
        steps:
          - {id: open, title: "Open ${host}", role: ops, due: start, sign-off: {}}
          - id: look
            title: Look at it
            role: ops
            due: start
            needs: [open]
            when: {cloud: one}
            check: [{tcp: {host: "${host}", port: 443}}]
            sign-off: {not-by: [open]}

        """

    /// A folder with a checklist that uses a set.
    private struct Home {
        let folder: String

        static func with(_ body: (Home) throws -> Void) throws {
            let folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("readiness-sets-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(
                atPath: "\(folder)/checklists/common", withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try body(Home(folder: folder))
        }

        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }

        /// Writes the set, and reads a checklist with a use of it.
        func outcome(
            set: String = StepSetTests.set, digest: String? = nil, file: String = "common/gw.yaml",
            _ keys: String = "with: {host: gw1.example.com}", extra: String = "",
            steps: String = Sample.step
        ) throws -> DecodingOutcome {
            try write("checklists/common/gw.yaml", set)
            let digest = digest ?? ContentDigest(of: set.utf8).description
            let use = "use:\n  - {file: \(file), digest: \"\(digest)\", \(keys)}"
            try write(
                "checklists/list.yaml",
                Sample.checklist(extra: extra.isEmpty ? use : "\(extra)\n\(use)", steps: steps))
            return try ChecklistDecoder.read(
                path: "\(folder)/checklists/list.yaml", place: "checklists/list.yaml")
        }

        func loaded(_ outcome: DecodingOutcome) throws -> LoadedChecklist {
            guard case .loaded(let loaded) = outcome else {
                throw Failure(words: DiagnosticText.render(outcome.diagnostics))
            }
            return try #require(loaded.first)
        }

        struct Failure: Error { let words: String }
    }

    @Test("The steps stand behind those of the checklist, with the prefix and the values")
    func steps() throws {
        try Home.with { home in
            let loaded = try home.loaded(try home.outcome())
            let steps = loaded.checklist.steps
            #expect(steps.map(\.id.text) == ["good", "gw-open", "gw-look"])
            #expect(steps[1].title == "Open gw1.example.com")
            #expect(steps[2].needs == [StepID("gw-open")])
            #expect(steps[2].signOff?.notBy == [StepID("gw-open")])
            let check = try #require(loaded.checks[StepID("gw-look")]?.first)
            #expect(check.check.subject.contains("gw1.example.com"))
            #expect(loaded.sets.map(\.file) == ["common/gw.yaml"])
            #expect(loaded.sets.map(\.bytes) == [Array(Self.set.utf8)])
        }
    }

    @Test(
        "A prefix of its own keeps two uses of one set apart, and the checklist may name the steps")
    func prefixes() throws {
        try Home.with { home in
            let digest = ContentDigest(of: Self.set.utf8)
            let outcome = try home.outcome(
                "prefix: a}\n  - {file: common/gw.yaml, digest: \"\(digest)\", prefix: b",
                steps: Sample.step.replacing("sign-off", with: "needs: [b-open, a-look], sign-off"))
            let loaded = try home.loaded(outcome)
            #expect(
                loaded.checklist.steps.map(\.id.text)
                    == ["good", "a-open", "a-look", "b-open", "b-look"])
            #expect(loaded.sets.count == 1)
        }
    }

    @Test("Values follow the parameters of the checklist, and conditions those of the set")
    func values() throws {
        try Home.with { home in
            let extra =
                "parameters:\n  place: {default: two, one-of: [one, two]}\n  site: {default: x}"
            let loaded = try home.loaded(
                try home.outcome(
                    "with: {host: \"gw.${site}.example.com\", cloud: \"${place}\"}", extra: extra))
            let steps = loaded.checklist.steps
            #expect(steps[1].title == "Open gw.x.example.com")
            #expect(steps[2].applicability != .applies)
        }
    }

    @Test("Each target has its own values, and what is wrong for one says so")
    func targets() throws {
        try Home.with { home in
            func extra(_ second: String) -> String {
                """
                parameters:
                  place: {default: one}
                targets:
                  contoso: {title: Contoso, set: {place: one}}
                  fabrikam: {title: Fabrikam, set: {place: \(second)}}
                """
            }
            let keys = "with: {cloud: \"${place}\", host: \"${place}.example.com\"}"
            let outcome = try home.outcome(keys, extra: extra("two"))
            guard case .loaded(let loaded) = outcome else {
                throw Home.Failure(words: DiagnosticText.render(outcome.diagnostics))
            }
            #expect(
                loaded.map { $0.checklist.steps[1].title }
                    == ["Open one.example.com", "Open two.example.com"])
            #expect(
                loaded.map { $0.checklist.steps[2].applicability == .applies } == [true, false])
            let wrong = try home.outcome(keys, extra: extra("three")).diagnostics
            #expect(wrong.map(\.code) == ["wrong-value"])
            #expect(wrong.first?.message.hasSuffix("for the target \"fabrikam\"") == true)
        }
    }

    @Test("A value of the wording stays one within the set")
    func wording() throws {
        try Home.with { home in
            let extra = "parameters:\n  site: {default: one, scope: wording}"
            let outcome = try home.outcome("with: {cloud: \"${site}\"}", extra: extra)
            #expect(outcome.diagnostics.map(\.code) == ["wording-scope"])
            let loaded = try home.loaded(
                try home.outcome("with: {host: \"${site}.example.com\"}", extra: extra))
            #expect(loaded.checklist.steps[1].title == "Open one.example.com")
        }
    }

    @Test("Another text is refused, with its digest, at the place that names the old one")
    func changed() throws {
        try Home.with { home in
            let newer = Self.set + "# newer\n"
            let outcome = try home.outcome(
                set: newer, digest: ContentDigest(of: Self.set.utf8).description)
            let mistake = try #require(outcome.diagnostics.first)
            #expect(outcome.diagnostics.map(\.code) == ["set-changed"])
            #expect(mistake.message.contains(ContentDigest(of: newer.utf8).description))
            #expect(mistake.fix.contains("readiness use --upgrade"))
            #expect(mistake.path.hasSuffix("list.yaml"))
            #expect(mistake.line.contains("digest"))
        }
    }

    @Test("A mistake in a set is shown in its file, with the line that uses it")
    func located() throws {
        try Home.with { home in
            let set = Self.set.replacing("role: ops, due", with: "role: opps, due")
            let outcome = try home.outcome(set: set)
            let mistake = try #require(outcome.diagnostics.first)
            #expect(outcome.diagnostics.map(\.code) == ["unknown-role"])
            #expect(mistake.path == "\(home.folder)/checklists/common/gw.yaml")
            #expect(mistake.start.line == 8)
            #expect(
                mistake.message.hasSuffix(
                    ", in the step set that \(home.folder)/checklists/list.yaml:11 uses"),
                "\(mistake.message)")
        }
    }

    /// A use that is refused, with the code of why.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let keys: String
        var file = "common/gw.yaml"
        var set = ""
        let code: String
        var testDescription: String { "\(file) {\(keys)} \(code)" }
    }

    @Test(
        "What cannot be used is refused",
        arguments: [
            Refusal(keys: "prefix: x", file: "../gw.yaml", code: "wrong-value"),
            Refusal(keys: "prefix: x", file: "common/../common/gw.yaml", code: "wrong-value"),
            Refusal(keys: "prefix: x", file: "/etc/gw.yaml", code: "wrong-value"),
            Refusal(keys: "prefix: x", file: "./common/gw.yaml", code: "wrong-value"),
            Refusal(keys: "prefix: x", file: "common//gw.yaml", code: "wrong-value"),
            Refusal(keys: "prefix: x", file: "common/gw.txt", code: "wrong-value"),
            Refusal(keys: "prefix: x", file: "\"${id}.yaml\"", code: "substitution"),
            Refusal(keys: "prefix: x", file: "common/none.yaml", code: "missing-set"),
            Refusal(keys: "prefix: x", file: "common/link.yaml", code: "missing-set"),
            Refusal(keys: "prefix: x", file: "linked/gw.yaml", code: "missing-set"),
            Refusal(keys: "prefix: x", file: "common.yaml/gw.yaml", code: "missing-set"),
            Refusal(keys: "prefix: X", code: "wrong-value"),
            Refusal(
                keys: "prefix: \(String(repeating: "x", count: 62))", code: "wrong-value"),
            Refusal(keys: "with: {hosst: x}", code: "unknown-parameter"),
            Refusal(keys: "with: {host: \"${nothing}\"}", code: "unknown-parameter"),
            Refusal(keys: "with: {cloud: three}", code: "wrong-value"),
            Refusal(keys: "whith: {}", code: "unknown-key"),
            Refusal(
                keys: "prefix: x", set: "readiness-set: 1\ntitle: X\nuse: []\nsteps: []\n",
                code: "unknown-key"),
            Refusal(
                keys: "prefix: x", set: set.replacing("needs: [open]", with: "needs: [good]"),
                code: "unknown-step"),
            Refusal(
                keys: "prefix: x", set: "readiness-set: 1\n  bad: [\n", code: "unexpected-colon"),
            Refusal(keys: "prefix: x", set: Sample.checklist(), code: "missing-key"),
        ])
    func refused(_ refusal: Refusal) throws {
        try Home.with { home in
            let manager = FileManager.default
            let folder = "\(home.folder)/checklists"
            try home.write("gw.yaml", Self.set)
            try manager.createSymbolicLink(
                atPath: "\(folder)/common/link.yaml", withDestinationPath: "../../gw.yaml")
            try manager.createSymbolicLink(
                atPath: "\(folder)/linked", withDestinationPath: "common")
            try home.write("checklists/common.yaml", Self.set)
            let set = refusal.set.isEmpty ? Self.set : refusal.set
            let outcome = try home.outcome(set: set, file: refusal.file, refusal.keys)
            #expect(
                outcome.diagnostics.map(\.code).contains(refusal.code),
                "\(DiagnosticText.render(outcome.diagnostics))")
            guard case .invalid = outcome else {
                Issue.record("It was read.")
                return
            }
        }
    }

    @Test("A text that was kept is read with the sets that were kept with it, and with no file")
    func kept() throws {
        try Home.with { home in
            let loaded = try home.loaded(try home.outcome())
            try home.write("checklists/common/gw.yaml", "another text")
            let source = try ChecklistSource(loaded.checklist.digest.description)
            func read(_ sets: [[UInt8]]) throws -> DecodingOutcome {
                try ChecklistDecoder.read(
                    loaded.bytes, of: source, with: sets, place: "checklists/list.yaml")
            }
            let again = try home.loaded(try read(loaded.sets.map(\.bytes)))
            #expect(again.checklist.steps == loaded.checklist.steps)
            // Without it, or with another one in its place, there are not fewer steps, but none.
            for sets in [[], [Array("another text".utf8)]] {
                let outcome = try read(sets)
                #expect(outcome.diagnostics.map(\.code) == ["missing-set"])
                guard case .invalid = outcome else {
                    Issue.record("It was read.")
                    return
                }
            }
        }
    }

    @Test("A set is no checklist")
    func noChecklist() throws {
        #expect(try Reading.codes(Self.set) == ["1:16 step-set"])
    }

    @Test("The digests of the files go into the text, and nothing else changes")
    func states() throws {
        try Home.with { home in
            _ = try home.outcome(digest: "none", "with: {}")
            let path = "\(home.folder)/checklists/list.yaml"
            let states = try SetStates(path: path)
            let digest = ContentDigest(of: Self.set.utf8)
            #expect(states.states.map(\.found) == [digest])
            #expect(states.states.map(\.named) == [nil])
            let before = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
            #expect(
                String(decoding: states.upgraded, as: UTF8.self)
                    == before.replacing("\"none\"", with: digest.description))
        }
    }
}
