package import Rollout

/// Who a report is for: that chooses sections, never facts.
package struct ReportSelection: Hashable, Sendable {
    package enum Audience: String, Hashable, Sendable, CaseIterable {
        /// Whether to go ahead, what is open and whom to call.
        case board
        /// Who does what until when.
        case team
        /// Population, exceptions, evidence and proof.
        case auditor
    }

    /// Nil for everybody.
    package let audience: Audience?
    /// Whose steps are listed; all where both lists are empty.
    package let roles: [RoleID]
    package let people: [Principal]
    package let since: Changes.Since

    package init(
        audience: Audience? = nil, roles: [RoleID] = [], people: [Principal] = [],
        since: Changes.Since = .lastDecision
    ) {
        self.audience = audience
        self.roles = roles
        self.people = people
        self.since = since
    }

    package static let everything = ReportSelection()

    /// The options that choose the same again.
    package var words: [String] {
        var words = audience.map { ["--audience", $0.rawValue] } ?? []
        words += roles.flatMap { ["--role", $0.text] } + people.flatMap { ["--person", $0.text] }
        switch since {
        case .lastDecision: break
        case .instant(let instant): words += ["--since", instant.rfc3339]
        case .report(let instant, let entries):
            words += ["--since", "\(instant.rfc3339)/\(entries)"]
        }
        return words
    }

    package func isFor(_ audiences: [Audience]) -> Bool {
        audience.map(audiences.contains) ?? true
    }

    /// Whether only some steps are listed.
    package var narrows: Bool { !roles.isEmpty || !people.isEmpty }

    /// Whether a step is one of those that are listed.
    package func lists(_ step: Step, in checklist: Checklist, at instant: Instant) -> Bool {
        guard narrows else { return true }
        let asked = checklist.rolesAsked(by: step)
        return asked.contains(where: roles.contains)
            || people.contains { !checklist.roles(of: $0, at: instant).isDisjoint(with: asked) }
    }
}
