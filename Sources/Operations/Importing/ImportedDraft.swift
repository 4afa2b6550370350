package import Importing
package import LocatedYAML

/// What became of a post that was imported.
package struct ImportedDraft: Sendable {
    /// What the draft is to the files that are there.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// There was no draft of the post.
        case new
        /// The post says what it said before.
        case unchanged
        /// The post says something else.
        case changed
        /// A newer version of the post was imported before.
        case older
        /// The post says something else than what was imported, and nobody can tell which of the two is
        /// newer: the checklist is left alone.
        case undated
        /// The publisher does not proceed.
        case cancelled
        /// A checklist of the name is there that was not imported, and is left alone.
        case foreign
        /// The checklist of the name was made of another table, or its name differs in capitals alone.
        case taken
        /// People made of the checklist what is wrong before any update; nothing is compared.
        case unreadable
    }

    package let announcement: any ImportedAnnouncement
    package let state: State
    /// The path of the checklist.
    package let path: String
    /// Who has the path where it is taken: a table, or a file; empty else.
    package let holder: String
    /// What an update does to the checklist, as a unified difference; empty for a new one.
    package let difference: String
    /// What both the post and a person changed; the person's words stay.
    package let conflicts: [DraftMerge.Conflict]
    /// Comments of the post's new draft for which the checklist has no place any more.
    package let offeredComments: [String]
    /// What is wrong with the checklist, or would be after the update; then it is not written.
    package let mistakes: [Diagnostic]
    /// Whether a file was written.
    package let isWritten: Bool
}
