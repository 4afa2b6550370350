import Foundation
import Importing
import LocatedYAML
import Operations
import Rollout
import Testing

/// Every edit of a checklist, against every change of its post.
struct EditedDraftTests {
    private static let name = "checklists/mc900001.yaml"

    private static func run(
        _ place: Place, _ change: EditedDraft.Change, updating: Bool = false, settling: Bool = false
    ) throws -> ImportedDraft {
        let drafts = try ImportAnnouncements(
            into: place.path("checklists"), withText: false, updating: updating,
            settling: settling)([try change.read()])
        return try #require(drafts.first)
    }

    private static func text(_ place: Place) throws -> String {
        String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: place.path(name))), as: UTF8.self)
    }

    private static func lines(_ text: String) -> [String] {
        text.split { $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    @Test(
        "An edit stays, what nobody edited is as the post has it, and nothing of both is lost",
        arguments: EditedDraft.edits, EditedDraft.changes)
    func pair(_ edit: EditedDraft.Edit, _ change: EditedDraft.Change) async throws {
        try await Place.with { place in
            _ = try Self.run(place, EditedDraft.first)
            let base = try Self.text(place)
            let edited = edit.edit(base)
            #expect(edited != base)
            try place.write(Self.name, edited)
            let shown = try Self.run(place, change)
            #expect(shown.state == .changed && !shown.isWritten)
            #expect(try Self.text(place) == edited)
            let draft = try Self.run(place, change, updating: true)
            if edit.refused.contains(change.testDescription) {
                #expect(draft.mistakes.map(\.code) == ["unknown-phase"] && !draft.isWritten)
                #expect(try Self.text(place) == edited)
                return
            }
            #expect(draft.mistakes.isEmpty, "\(draft.mistakes)")
            let text = try Self.text(place)
            for words in edit.stays { #expect(text.contains(words), "\(words)\n\(text)") }
            let expected = edit.conflicts.contains(change.testDescription)
            #expect(draft.conflicts.isEmpty != expected, "\(draft.conflicts)\n\(text)")
            try Self.requireNothingSwallowed(base, edited, try change.read(), draft, text)

            // Told until it is settled, and then no more.
            let again = try Self.run(place, change, updating: true)
            #expect(again.conflicts == draft.conflicts)
            #expect(again.state == (expected ? .changed : .unchanged), "\(again)")
            #expect(again.offeredComments.isEmpty && !again.isWritten)
            _ = try Self.run(place, change, updating: true, settling: true)
            #expect(try Self.run(place, change).state == .unchanged)
            #expect(try Self.text(place) == text)
        }
    }

    private static func requireNothingSwallowed(
        _ base: String, _ edited: String, _ read: ReadAnnouncement, _ draft: ImportedDraft,
        _ text: String
    ) throws {
        let (old, mine, result) = (Set(lines(base)), lines(edited), lines(text))
        let new = lines(read.draft(withText: false))
        let told = draft.conflicts.flatMap(\.offered) + draft.offeredComments
        for line in new where !old.contains(line) {
            #expect(
                result.contains { $0.hasPrefix(line) } || told.contains { $0.contains(line) },
                "\(line)\n\(text)")
        }
        // What all three have stays in the order of the edited text.
        let common = mine.filter { line in
            old.contains(line) && [mine, new, result].allSatisfy { counts($0, line) == 1 }
        }
        let wanted = Set(common)
        #expect(result.filter { wanted.contains($0) } == common, "\(text)")
    }

    private static func counts(_ lines: [String], _ line: String) -> Int {
        lines.count { $0 == line }
    }

    @Test("A post that comes and goes leaves the checklist as people made it")
    func thereAndBack() async throws {
        for edit in EditedDraft.edits where edit.conflicts.isEmpty {
            try await Place.with { place in
                _ = try Self.run(place, EditedDraft.first)
                let edited = edit.edit(try Self.text(place))
                try place.write(Self.name, edited)
                let moved = EditedDraft.changes[0]
                _ = try Self.run(place, moved, updating: true)
                var back = EditedDraft.first
                back.modified = moved.modified
                _ = try Self.run(place, back, updating: true)
                let text = try Self.text(place)
                let versions = ["2025-04-01", "2025-03-10"]
                func plain(_ text: String) -> [String] {
                    Self.lines(text).filter { line in !versions.contains { line.contains($0) } }
                }
                #expect(plain(text) == plain(edited), "\(edit.testDescription)\n\(text)")
            }
        }
    }

    @Test("A checklist that is no text is refused with its place, and is left as it is")
    func noText() async throws {
        try await Place.with { place in
            _ = try Self.run(place, EditedDraft.first)
            var bytes = Array(try Self.text(place).utf8)
            bytes += [UInt8(ascii: "#"), 0xE9, 10]
            try Data(bytes).write(to: URL(fileURLWithPath: place.path(Self.name)))
            let draft = try Self.run(place, EditedDraft.changes[0], updating: true)
            #expect(draft.mistakes.count == 1 && !draft.isWritten)
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: place.path(Self.name))) == Data(bytes))
        }
    }
}
