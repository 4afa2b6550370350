/// One thing that must be prepared, checked or signed.
package struct Step: Hashable, Sendable {
    /// What a step that is not ready does to the verdict.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case blocking, advisory
    }

    /// The id; a step made by a `for-each` has `FAMILY/VALUE`.
    package let id: String
    /// The id as the checklist writes it, before `for-each`.
    package let family: String
    package let title: String
    package let role: String
    package let due: Due
    package let level: Level
    /// Markdown: what to do and why; empty where the checklist does not say.
    package let text: String
    /// The effects that the step mitigates.
    package let addresses: [String]
    /// The steps that must be ready first, as the checklist names them.
    package let needs: [String]
    package let applicability: Applicability
    package let checks: [CheckDefinition]
    package let signOff: SignOffRule?
    /// How long the outcome of a check counts, from the observation.
    package let freshFor: Duration
    /// The digest of the step's keys after substitution: evidence for another digest is for another wording.
    package let digest: ContentDigest

    package init(
        id: String, family: String? = nil, title: String, role: String, due: Due,
        level: Level = .blocking,
        text: String = "", addresses: [String] = [], needs: [String] = [],
        applicability: Applicability = .applies,
        checks: [CheckDefinition] = [], signOff: SignOffRule? = nil,
        freshFor: Duration = .seconds(86_400),
        digest: ContentDigest
    ) {
        self.id = id
        self.family = family ?? id
        self.title = title
        self.role = role
        self.due = due
        self.level = level
        self.text = text
        self.addresses = addresses
        self.needs = needs
        self.applicability = applicability
        self.checks = checks
        self.signOff = signOff
        self.freshFor = freshFor
        self.digest = digest
    }
}
