/// What is different about one thing that a checklist names.
package struct Difference: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case checklist
        case phase(PhaseID)
        case role(RoleID)
        case parameter(String)
        case effect(String)
        case step(StepID)
    }

    package enum Nature: Hashable, Sendable {
        case added, removed
        /// At least one part.
        case changed([PartChange])
    }

    package let subject: Subject
    /// The title after the change; before it where the thing was removed.
    package let title: String
    package let nature: Nature

    package init(_ subject: Subject, title: String, _ nature: Nature) {
        self.subject = subject
        self.title = title
        self.nature = nature
    }

    package var parts: [PartChange] {
        guard case .changed(let parts) = nature else { return [] }
        return parts
    }

    /// Only the words of a step are others: its owner can say that they mean the same.
    package var isRewording: Bool {
        guard case .step = subject, !parts.isEmpty else { return false }
        return parts.allSatisfy { [.title, .text, .dueOn].contains($0.part) }
            && parts.contains { $0.part != .dueOn }
    }

    /// Only the day that a step is due on is another, because its phase was moved.
    package var isMove: Bool {
        guard case .step = subject, !parts.isEmpty else { return false }
        return parts.allSatisfy { $0.part == .dueOn }
    }
}
