package import CanonicalJSON

/// An announcement that can become a checklist, whatever it was read from.
package protocol ImportedAnnouncement: Sendable {
    /// The publisher's number, such as `MC1169566`.
    var id: String { get }
    var title: String { get }
    /// How far its publisher says that the change does not come.
    var cancellation: CancellationReach { get }
    /// What there is more of than was read.
    var leftOut: LeftOut { get }
    /// What a person should look at besides, in sentences without the sign at their end.
    var remarks: [String] { get }
    /// Which of the kinds it is, so that whoever shows them forgets none.
    var kind: ImportedKind { get }
    /// What was read, for programs.
    var json: JSONValue { get }

    /// The checklist, with the publisher's text in it where that is wanted: the same bytes for the
    /// same announcement and the same draft of an earlier version, whose ids it keeps.
    func draft(withText hasText: Bool, keeping former: FormerDraft) -> String
}

extension ImportedAnnouncement {
    /// The checklist of an announcement that was not imported before.
    package func draft(withText hasText: Bool) -> String {
        draft(withText: hasText, keeping: FormerDraft())
    }

    /// Whether its publisher says that nothing of the change comes.
    package var isCancelled: Bool { cancellation.isAll }

    package var remarks: [String] { [] }

    /// How far it does not come, and what was not read of it, for programs: the keys are the same
    /// wherever an announcement is shown.
    package var standing: JSONValue {
        [
            "cancelled": .boolean(isCancelled),
            "cancelled_for": .array(cancellation.names.map { .string($0) }),
            "cancelled_in_doubt": .array(cancellation.doubts.map { .string($0) }),
            "cancelled_by": .array(cancellation.sentences.map { .string($0) }),
            "phases_left_out": .integer(Int64(leftOut.phases)),
            "text_left_out": .boolean(leftOut.hasMoreText),
            "remarks": .array(remarks.map { .string($0) }),
        ]
    }
}

extension ReadAnnouncement: ImportedAnnouncement {
    package var id: String { post.id }
    package var title: String { post.title }
    package var kind: ImportedKind { .post(self) }

    package func draft(withText hasText: Bool, keeping former: FormerDraft) -> String {
        ChecklistDraft(self, withText: hasText, keeping: former).text
    }
}

extension PageAnnouncement: ImportedAnnouncement {
    package var kind: ImportedKind { .page(self) }

    package func draft(withText hasText: Bool, keeping former: FormerDraft) -> String {
        PageDraft(self, withText: hasText, keeping: former).text
    }
}

extension JSONValue {
    /// An object with the members of another one.
    package func merged(with other: JSONValue) -> JSONValue {
        guard case .object(let own) = self, case .object(let more) = other else { return self }
        return .object(own.merging(more) { _, new in new })
    }
}
