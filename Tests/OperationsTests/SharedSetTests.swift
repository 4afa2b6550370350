import ChecklistDecoding
import Foundation
import LedgerStorage
import LocatedYAML
import Operations
import Reporting
import Rollout
import Testing

/// What is kept of the step sets of a checklist, and what a newer set does to what is on record.
struct SharedSetTests {
    private static let set = """
        readiness-set: 1
        title: Gateways
        parameters: {host: {default: gw.example.com}}
        steps:
          - {id: open, title: "Open ${host}", role: net, due: go, sign-off: {}}
          - {id: told, title: Tell everybody, role: net, due: go, sign-off: {}}

        """

    private static func text(_ set: String = Self.set) -> String {
        """
        readiness: 1
        id: sample
        title: A sample
        owner: boss
        timeline: [{id: go, title: Go, starts: 2026-03-01}]
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          net: {title: Network, members: [ann@example.com]}
        use:
          - file: common/gw.yaml
            digest: \(ContentDigest(of: set.utf8))   # reviewed
            with: {host: gw1.example.com}
        steps:
          - {id: own, title: Our own, role: net, due: go, sign-off: {}}

        """
    }

    private static func with(_ body: (Place) async throws -> Void) async throws {
        try await Place.with(text()) { place in
            try place.write("checklists/common/gw.yaml", set)
            try await body(place)
        }
    }

    private static func sign(_ step: String, _ place: Place) async throws {
        _ = try await SignStep(step, .approve, note: "done")(place.act(by: "ann@example.com"))
    }

    @Test("An old report is made again from the ledger alone, whatever became of the set")
    func oldReport() async throws {
        try await Self.with { place in
            try await Self.sign("gw-open", place)
            let judged = try await place.judged()
            let digest = judged.loaded.checklist.digest.description
            let old = Place.markdown(judged)
            #expect(old.contains("Open gw1.example.com"))
            try FileManager.default.removeItem(atPath: place.path("checklists/common"))
            let loaded = try await ChecklistLoader(
                OperationContext(
                    ledger: .named(place.path(".readiness/ledger.sqlite")),
                    clock: { place.now }, host: "bench", tool: "readiness test",
                    folder: place.folder, stateFolder: place.path("state"), variables: [:])
            ).loadOne(digest)
            let again = try await JudgeRollouts(
                place.context(ledger: ".readiness/ledger.sqlite")
            ).judge(loaded)
            #expect(Place.markdown(again) == old)
        }
    }

    @Test("A set that changed, or is gone, stops every act on the file")
    func changed() async throws {
        try await Self.with { place in
            try place.write("checklists/common/gw.yaml", Self.set + "# newer\n")
            await #expect(throws: OperationFailure.self) { try await Self.sign("own", place) }
            try FileManager.default.removeItem(atPath: place.path("checklists/common/gw.yaml"))
            await #expect(throws: OperationFailure.self) { try await place.judged() }
            #expect(!place.exists(".readiness/ledger.sqlite"))
        }
    }

    @Test("A large set is kept beside the ledger, and its loss is told")
    func large() async throws {
        let large = Self.set + "# " + String(repeating: "x", count: 40_000) + "\n"
        try await Place.with(Self.text(large)) { place in
            try place.write("checklists/common/gw.yaml", large)
            try await Self.sign("gw-open", place)
            #expect(try await place.judged().missing.isEmpty)
            let location = place.context().location(for: place.path(Sample.path))
            let ledger = location.ledger()
            let digest = ContentDigest(of: Self.text(large).utf8)
            let texts = try await ledger.texts(matching: digest.hex)
            try await ledger.close()
            #expect(texts.map(\.sets) == [[large]])
            // Whatever file is lost, the text is not read with fewer steps.
            let kept = try FileManager.default.subpathsOfDirectory(
                atPath: place.path(".readiness")
            ).first { $0.contains(ContentDigest(of: large.utf8).hex.dropFirst(2)) }
            try FileManager.default.removeItem(
                atPath: place.path(".readiness/\(try #require(kept))"))
            #expect(try await !place.judged().missing.isEmpty)
            await #expect(throws: (any Error).self) {
                try await ChecklistLoader(place.context(ledger: ".readiness/ledger.sqlite"))
                    .loadOne(digest.description)
            }
        }
    }

    @Test("A bundle has the sets, and is verified without any file of the checklist")
    func bundle() async throws {
        try await Self.with { place in
            try await Self.sign("gw-open", place)
            let path = place.path("bundle")
            _ = try await ExportBundle(
                by: "ann@example.com", .account(folder: place.path("config")), place.context()
            )(place.load(), to: path)
            let name = "checklists/\(ContentDigest(of: Self.set.utf8).hex).yaml"
            #expect(place.exists("bundle/\(name)"))
            try FileManager.default.removeItem(atPath: place.path("checklists"))
            let verified = try await VerifyBundle()(path)
            #expect(verified.findings.isEmpty, "\(verified.findings)")
            try place.write("bundle/\(name)", "another")
            #expect(try await !VerifyBundle()(path).findings.isEmpty)
        }
    }

    @Test("An upgrade shows what lapses, writes the digest alone, and keeps what is untouched")
    func upgrade() async throws {
        try await Self.with { place in
            try await Self.sign("gw-open", place)
            try await Self.sign("gw-told", place)
            let newer = Self.set.replacing(
                "due: go, sign-off: {}}\n  - {id: told",
                with: "due: go, sign-off: {valid-for: 9d}}\n  - {id: told")
            try place.write("checklists/common/gw.yaml", newer)
            let upgrade = UpgradeSets(place.context())
            let shown = try await upgrade(place.path(Sample.path), writing: false)
            #expect(!shown.isWritten)
            #expect(shown.states.map(\.isCurrent) == [false])
            let record = try #require(shown.comparison?.pairs.first?.record)
            let words = ComparisonText.lines(
                record, before: WordingContext(try #require(shown.comparison).before.checklist),
                after: WordingContext(try #require(shown.comparison).after.checklist)
            ).joined(separator: "\n")
            #expect(words.contains("gw-open"), "\(words)")
            #expect(!words.contains("gw-told"), "\(words)")
            await #expect(throws: OperationFailure.self) { try await place.judged() }

            #expect(try await upgrade(place.path(Sample.path), writing: true).isWritten)
            let text = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: place.path(Sample.path))),
                as: UTF8.self)
            #expect(text == Self.text(newer))
            #expect(try await place.status("gw-open").status == .stale)
            #expect(try await place.status("gw-told").status == .ready)
            let done = try await upgrade(place.path(Sample.path), writing: true)
            #expect(done.comparison == nil && !done.isWritten)
        }
    }

    @Test(
        "An approval covers the sets: a newer one wants a new approval, and diff reads both texts")
    func approval() async throws {
        let text = Self.text().replacing(
            "use:", with: "approval: {by: [boss], required: true}\nuse:")
        try await Place.with(text) { place in
            try place.write("checklists/common/gw.yaml", Self.set)
            _ = try await ApprovePlan(note: "read")(place.act(by: "bea@example.com"))
            let before = try await place.judged()
            #expect(before.assessment.plan == .approved)
            let newer = Self.set.replacing("Tell everybody", with: "Tell everybody twice")
            try place.write("checklists/common/gw.yaml", newer)
            _ = try await UpgradeSets(place.context())(place.path(Sample.path), writing: true)
            let after = try await place.judged()
            #expect(after.assessment.plan != .approved)
            let compare = CompareChecklists(
                place.context(), reading: ChecklistLoader(place.context()))
            let outcome = try await compare(
                before.loaded.checklist.digest.description, place.path(Sample.path))
            #expect(outcome.before.sets.map(\.bytes) == [Array(Self.set.utf8)])
            #expect(outcome.after.sets.map(\.bytes) == [Array(newer.utf8)])
        }
    }

    @Test("A link to the checklist stays one, and so do the permissions of its file")
    func link() async throws {
        try await Self.with { place in
            try place.write("checklists/common/gw.yaml", Self.set + "# newer\n")
            let files = FileManager.default
            try files.moveItem(atPath: place.path(Sample.path), toPath: place.path("real.yaml"))
            try files.setAttributes(
                [.posixPermissions: 0o640], ofItemAtPath: place.path("real.yaml"))
            try files.createSymbolicLink(
                atPath: place.path(Sample.path), withDestinationPath: "../real.yaml")
            _ = try await UpgradeSets(place.context())(place.path(Sample.path), writing: true)
            #expect(
                try files.destinationOfSymbolicLink(atPath: place.path(Sample.path))
                    == "../real.yaml")
            #expect(try place.read("real.yaml") == Self.text(Self.set + "# newer\n"))
            let mode = try files.attributesOfItem(atPath: place.path("real.yaml"))
            #expect(mode[.posixPermissions] as? Int == 0o640)
        }
    }

    @Test(
        "What would change more than digests is refused, and nothing is written",
        arguments: [
            (
                ["title: A sample", "title: &d none", "digest: DIGEST", "digest: *d"],
                "shared-value"
            ),
            (["digest: DIGEST", "digest: &d none", "title: Our own", "title: *d"], "shared-value"),
            (["readiness: 1", "\u{FEFF}readiness: 1"], "encoding"),
        ])
    func more(_ edits: [String], _ code: String) async throws {
        try await Self.with { place in
            var text = Self.text().replacing(
                "\(ContentDigest(of: Self.set.utf8))   # reviewed", with: "DIGEST")
            for place in stride(from: 0, to: edits.count, by: 2) {
                #expect(text.contains(edits[place]))
                text = text.replacing(edits[place], with: edits[place + 1])
            }
            text = text.replacing("DIGEST", with: "none")
            try place.write(Sample.path, text)
            let failure = await #expect(throws: OperationFailure.self) {
                try await UpgradeSets(place.context())(place.path(Sample.path), writing: true)
            }
            guard case .invalid(let mistakes) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(mistakes.map(\.code) == [code])
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: place.path(Sample.path)))
                    == Data(text.utf8))
        }
    }

    @Test("The audit finds a text that was recorded without a set that it names")
    func audit() async throws {
        try await Self.with { place in
            try await Self.sign("own", place)
            #expect(try await AuditLedger(place.context())().findings.isEmpty)
            let checklist = try await place.load().checklist
            let text = Self.text().replacing("title: A sample", with: "title: Another")
            let ledger = place.context().location(for: place.path(Sample.path)).ledger()
            let statement = Statement(
                rollout: checklist.rollout, scope: checklist.scope,
                checklist: ContentDigest(of: text.utf8),
                principal: try #require(Principal(written: "ann@example.com")),
                madeAt: place.now, body: .checklistText(ChecklistText(.inline(text))))
            _ = try await ledger.append([Draft(statement)], at: place.now)
            try await ledger.close()
            let found = try await AuditLedger(place.context())().findings
            #expect(found.map(\.entry) == [3] && found.map(\.rule) == [.rules], "\(found)")
            #expect(found.first?.words.contains("common/gw.yaml") ?? false)
        }
    }

    @Test("An upgrade that would break the checklist writes nothing")
    func broken() async throws {
        try await Self.with { place in
            try place.write(
                "checklists/common/gw.yaml", Self.set.replacing("role: net", with: "role: nobody"))
            await #expect(throws: OperationFailure.self) {
                try await UpgradeSets(place.context())(place.path(Sample.path), writing: true)
            }
            #expect(try place.read(Sample.path) == Self.text())
        }
    }
}

extension Place {
    fileprivate func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }
}
