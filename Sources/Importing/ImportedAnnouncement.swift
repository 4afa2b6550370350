package import CanonicalJSON

/// An announcement that can become a checklist, whatever it was read from.
package protocol ImportedAnnouncement: Sendable {
    /// The publisher's number, such as `MC1169566`.
    var id: String { get }
    var title: String { get }
    /// How far its publisher says that the change does not come.
    var cancellation: CancellationReach { get }
    /// What was read, for programs.
    var json: JSONValue { get }

    /// The checklist, with the publisher's text in it where that is wanted: the same bytes for the
    /// same announcement.
    func draft(withText hasText: Bool) -> String
}

extension ImportedAnnouncement {
    /// Whether its publisher says that the change does not come, for anybody.
    package var isCancelled: Bool { cancellation.isAll }
}

extension ReadAnnouncement: ImportedAnnouncement {
    package var id: String { post.id }
    package var title: String { post.title }

    package func draft(withText hasText: Bool) -> String {
        ChecklistDraft(self, withText: hasText).text
    }
}

extension PageAnnouncement: ImportedAnnouncement {
    package func draft(withText hasText: Bool) -> String { PageDraft(self, withText: hasText).text }
}
