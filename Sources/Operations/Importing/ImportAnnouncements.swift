import ChecklistDecoding
import Files
import Foundation
package import Importing
import Rollout

/// Makes posts into checklists, and brings what changed in them into those that people edited.
package struct ImportAnnouncements: Sendable {
    private let folder: String
    private let hasText: Bool
    private let updates: Bool
    private let settles: Bool
    private let takesUndated: Bool

    /// - Parameters:
    ///   - folder: Where the checklists are.
    ///   - hasText: Whether the text of the posts is copied into the drafts.
    ///   - updates: Whether checklists that are there are updated, and not only compared.
    ///   - settles: Whether what people wrote is settled where an announcement changed it as well;
    ///     if not, the next import tells it again.
    ///   - takesUndated: Whether a post of which nobody can tell whether it is the newer version counts
    ///     as that.
    package init(
        into folder: String, withText hasText: Bool, updating updates: Bool,
        settling settles: Bool = false, asNewest takesUndated: Bool = false
    ) {
        self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.hasText = hasText
        self.updates = updates
        self.settles = settles
        self.takesUndated = takesUndated
    }

    /// Makes or compares the checklist of each announcement.
    package func callAsFunction(
        _ announcements: [any ImportedAnnouncement]
    ) throws(OperationFailure) -> [ImportedDraft] {
        try makeFolder(folder)
        try makeFolder(bases)
        var drafts: [ImportedDraft] = []
        let names = namesInCapitals
        for announcement in announcements { drafts.append(try take(announcement, besides: names)) }
        return drafts
    }

    /// The drafts as they were imported: what a later import holds against what people made of them.
    private var bases: String { "\(folder)/.imported" }

    /// The draft of an id as it was imported into a folder.
    static func base(of id: String, in folder: String) -> String {
        "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/.imported/\(id).yaml"
    }

    private func take(
        _ read: any ImportedAnnouncement, besides names: [String: String]
    ) throws(OperationFailure) -> ImportedDraft {
        let name = read.id.lowercased()
        let path = "\(folder)/\(name).yaml"
        let basePath = Self.base(of: name, in: folder)
        let whole = read.draft(withText: hasText)
        func outcome(
            _ state: ImportedDraft.State, _ update: ChecklistUpdate? = nil, isWritten: Bool = false,
            holder: String = ""
        ) -> ImportedDraft {
            let isNews = state == .new || state == .changed || state == .unchanged
            return ImportedDraft(
                announcement: read, state: read.isCancelled && isNews ? .cancelled : state,
                path: path, holder: holder,
                difference: update?.difference ?? "", conflicts: update?.conflicts ?? [],
                offeredComments: update?.offeredComments ?? [], mistakes: update?.mistakes ?? [],
                isWritten: isWritten)
        }
        guard Folder.holdsSomething(at: path) else {
            if let other = names["\(name).yaml"] {
                return outcome(.taken, holder: "\(folder)/\(other)")
            }
            // In this order, so that an interruption is as if nothing had happened.
            try write(whole, to: basePath)
            try write(whole, to: path)
            return outcome(.new, isWritten: true)
        }
        guard let base = try Self.contents(of: basePath) else { return outcome(.foreign) }
        if let table = DraftHead.table(of: base), table != DraftHead.table(of: whole) {
            return outcome(.taken, holder: "the table \(table)")
        }
        if base.utf8.elementsEqual(whole.utf8) { return outcome(.unchanged) }
        let text = read.draft(withText: hasText, keeping: FormerDraft(base))
        if base.utf8.elementsEqual(text.utf8) { return outcome(.unchanged) }
        let versions = (known: Self.version(of: base), own: Self.version(of: text))
        if let known = versions.known, let own = versions.own, own < known {
            return outcome(.older)
        }
        let file = try edited(path)
        let update = ChecklistUpdate(path: path, base: base, edited: file.bytes, new: text)
        if update.isUnreadable { return outcome(.unreadable, update) }
        // A page and a plan have no versions.
        let isUndated = versions.known == nil || versions.own == nil
        if case .post = read.kind, isUndated, !takesUndated, !update.isNothing {
            return outcome(.undated, update)
        }
        guard updates, update.mistakes.isEmpty else {
            return outcome(update.isNothing ? .unchanged : .changed, update)
        }
        if !update.difference.isEmpty {
            do throws(FileFailure) {
                try file.replace(with: Array(update.text.utf8))
            } catch { throw .file(.drafts, path: path, error) }
        }
        try write(settles ? text : Self.stamped(update.openBase, as: text), to: basePath)
        return outcome(
            update.isNothing ? .unchanged : .changed, update, isWritten: !update.difference.isEmpty)
    }

    /// The files of the folder that have capitals in their names, by the names without: on other systems
    /// a draft of such a name is the same file.
    private var namesInCapitals: [String: String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let pairs = names.sorted().map { ($0.lowercased(), $0) }.filter { $0 != $1 }
        return Dictionary(pairs) { first, _ in first }
    }

    /// When the post was changed that a draft was made of, as the draft says; nil where it does not.
    private static func version(of draft: String) -> Instant? {
        let draft = Array(draft.utf8)
        return place(ofVersionIn: draft).flatMap {
            Instant(rfc3339: String(decoding: draft[$0], as: UTF8.self))
        }
    }

    /// A base that says the version of a newer draft, so that no older post comes after that one,
    /// also where people removed the line that says it.
    private static func stamped(_ base: String, as draft: String) -> String {
        var stamped = Array(base.utf8)
        let draft = Array(draft.utf8)
        guard let old = place(ofVersionIn: stamped), let new = place(ofVersionIn: draft) else {
            return base
        }
        stamped.replaceSubrange(old, with: draft[new])
        return String(decoding: stamped, as: UTF8.self)
    }

    private static func place(ofVersionIn draft: [UInt8]) -> Range<Int>? {
        let head = draft.prefix(8192)
        // The words of a post may say so too, in other lines.
        guard let line = head.firstRange(of: Array("\n# A draft, read from ".utf8))?.upperBound,
            let start = head[line...].prefix(while: { $0 != 10 })
                .firstRange(of: Array("version of ".utf8))?.upperBound
        else { return nil }
        let end = head[start...].firstIndex { $0 <= 32 } ?? head.endIndex
        // It ends a sentence.
        let isEnded = end > start && head[end - 1] == UInt8(ascii: ".")
        return start..<(isEnded ? end - 1 : end)
    }

    /// A checklist that people edited; a link to it stays one, and its permissions stay.
    private func edited(_ path: String) throws(OperationFailure) -> EditedFile {
        do throws(FileFailure) {
            return try EditedFile(path: path, limit: 64 << 20)
        } catch {
            throw .file(.drafts, path: path, error)
        }
    }

    /// What a file holds; nil where there is none.
    static func contents(of path: String) throws(OperationFailure) -> String? {
        guard Folder.holdsSomething(at: path) else { return nil }
        do throws(FileFailure) {
            return String(
                decoding: try RegularFile(path: path).bytes(limit: 64 << 20), as: UTF8.self)
        } catch {
            throw .file(.drafts, path: path, error)
        }
    }

    private func write(_ text: String, to path: String) throws(OperationFailure) {
        do throws(FileFailure) {
            try WholeFile.write(Array(text.utf8), to: path, permissions: 0o644)
        } catch {
            throw .file(.drafts, path: path, error)
        }
    }

    private func makeFolder(_ path: String) throws(OperationFailure) {
        do throws(FileFailure) {
            try Folder.make(path, permissions: 0o755)
        } catch {
            throw .file(.drafts, path: path, error)
        }
    }
}
