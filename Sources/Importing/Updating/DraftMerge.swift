/// Brings what changed between two drafts into the checklist that people made of the first one.
///
/// The three texts are held against each other key by key: what one side left alone is as the other
/// one has it, in the order and with the comments of the edited text.
package struct DraftMerge: Sendable {
    /// What both changed, each in its way; the edited text keeps its own.
    package struct Conflict: Hashable, Sendable {
        /// The lines as they stand in the edited text; none where they were taken out.
        package private(set) var kept: [String]
        /// What the program would have put there; nothing where it would take the lines out.
        package private(set) var offered: [String]

        package init(kept: [String], offered: [String]) {
            self.kept = kept
            self.offered = offered
        }

        /// Adds the comments that go with the lines.
        mutating func precede(kept: [String], offered: [String]) {
            self.kept = kept + self.kept
            self.offered = offered + self.offered
        }
    }

    package let text: String
    /// The new text, but for the conflicts, where it is as the base: held against it, the next merge
    /// finds them again.
    package let openBase: String
    package let conflicts: [Conflict]
    /// Comments of the new draft that have no place, as people took out or rewrote those before.
    package let offeredComments: [String]

    /// Merges texts.
    ///
    /// - Parameters:
    ///   - base: What the program wrote before.
    ///   - edited: What became of it.
    ///   - new: What the program would write now.
    package init(base: String, edited: String, new: String) {
        let isUnedited = edited.utf8.elementsEqual(base.utf8)
        guard !isUnedited, ![base, edited].contains(where: { $0.utf8.elementsEqual(new.utf8) })
        else {
            text = isUnedited ? new : edited
            openBase = new
            (conflicts, offeredComments) = ([], [])
            return
        }
        let (old, mine, theirs) = (DraftEntries(base), DraftEntries(edited), DraftEntries(new))
        var merging = EntryMerging(
            base: old.entries,
            edited: EntryMatching.matched(
                mine.entries, to: old.entries, besides: theirs.entries),
            new: theirs.entries, ending: mine.ending)
        merging.merge()
        text = Self.text(
            merging.merged, isEnded: mine.isEnded == old.isEnded ? theirs.isEnded : mine.isEnded)
        openBase = Self.text(merging.openBase, isEnded: theirs.isEnded)
        conflicts = merging.conflicts
        offeredComments = merging.offeredComments
    }

    private static func text(_ entries: [DraftEntry], isEnded: Bool) -> String {
        var begun: Set<[String]> = []
        let lines = entries.flatMap { entry in
            guard let item = entry.item else { return entry.lines }
            return entry.beginningItem(begun.insert(item).inserted).lines
        }
        return lines.joined(separator: "\n") + (isEnded && !lines.isEmpty ? "\n" : "")
    }
}
