/// One thing that must be prepared, checked or signed.
///
/// A class, because it is large and handed from list to list; nothing changes it once it is made.
package final class Step: Sendable {
    /// What a step that is not ready does to the verdict.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case blocking, advisory
    }

    package let id: StepID
    package let title: String
    package let role: RoleID
    package let due: Due
    package let level: Level
    /// Markdown: what to do and why; empty where the checklist does not say.
    package let text: String
    /// The effects that the step mitigates.
    package let addresses: [String]
    /// The steps that must be ready first; an id without a value names its whole family.
    package let needs: [StepID]
    /// Whether a waiver may cover it.
    package let waivable: Bool
    /// The point before which evidence does not count; nil where any evidence does.
    package let notBefore: Due?
    package let applicability: Applicability
    package let checks: [CheckDefinition]
    /// The sites that must each have looked, each once; empty where the checks are of no site.
    package let sites: [SiteID]
    package let signOff: SignOffRule?
    /// The role that must have asked for the change first; whoever did may not approve it.
    package let requestedBy: RoleID?
    /// How long the outcome of a check counts, from the observation.
    package let freshFor: Duration
    package let rules: StepRules
    /// The digest of the step's keys after substitution: evidence for another digest is for another wording.
    package let digest: ContentDigest

    package init(
        id: StepID, title: String, role: RoleID, due: Due, level: Level = .blocking,
        text: String = "", addresses: [String] = [], needs: [StepID] = [], waivable: Bool = true,
        notBefore: Due? = nil, applicability: Applicability = .applies,
        checks: [CheckDefinition] = [], sites: [SiteID] = [], signOff: SignOffRule? = nil,
        requestedBy: RoleID? = nil, freshFor: Duration = .seconds(86_400),
        rules: StepRules
    ) {
        self.id = id
        self.title = title
        self.role = role
        self.due = due
        self.level = level
        self.text = text
        self.addresses = addresses
        self.needs = needs
        self.waivable = waivable
        self.notBefore = notBefore
        self.applicability = applicability
        self.checks = checks
        self.sites = sites
        self.signOff = signOff
        self.requestedBy = requestedBy
        self.freshFor = freshFor
        self.rules = rules
        digest = rules.digest(in: StepWords(title: title, text: text))
    }

    package var wording: StepWords { StepWords(title: title, text: text) }

    /// The step as a statement names it.
    package var reference: StepReference { StepReference(id: id, digest: digest) }
}

extension Step: Hashable {
    // The digest is that of the rules and the words, to the byte.
    package static func == (left: Step, right: Step) -> Bool {
        left === right
            || (left.id, left.digest, left.role, left.due)
                == (right.id, right.digest, right.role, right.due)
                && (left.level, left.addresses, left.needs, left.waivable, left.notBefore)
                    == (right.level, right.addresses, right.needs, right.waivable, right.notBefore)
                && (left.applicability, left.checks, left.sites)
                    == (right.applicability, right.checks, right.sites)
                && (left.signOff, left.requestedBy, left.freshFor)
                    == (right.signOff, right.requestedBy, right.freshFor)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(digest)
    }
}
