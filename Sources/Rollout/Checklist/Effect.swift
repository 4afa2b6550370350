/// Something that the change brings with it: a direct effect, a risk, an opportunity or a security note.
package struct Effect: Hashable, Sendable {
    /// What it is to the organisation.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case effect, risk, opportunity, security
    }

    /// How likely it is, or how much it would weigh.
    package enum Degree: String, Hashable, Sendable, CaseIterable {
        case low, medium, high
    }

    package let id: String
    package let kind: Kind
    package let title: String
    package let text: String
    /// Nil where the checklist does not rate it.
    package let likelihood: Degree?
    /// Nil where the checklist does not rate it.
    package let impact: Degree?
    package let roles: [RoleID]
    package let references: [String]
    /// Why nothing is done about it; empty where that is not said.
    package let accepted: String
    package let provenance: Provenance

    package init(
        id: String, kind: Kind, title: String, text: String = "", likelihood: Degree? = nil,
        impact: Degree? = nil,
        roles: [RoleID] = [], references: [String] = [], accepted: String = "",
        provenance: Provenance = Provenance()
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.text = text
        self.likelihood = likelihood
        self.impact = impact
        self.roles = roles
        self.references = references
        self.accepted = accepted
        self.provenance = provenance
    }
}
