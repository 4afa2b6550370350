/// A parameter of a checklist with the value in force.
package struct Parameter: Hashable, Sendable {
    /// What the value of a parameter tells apart.
    package enum Reach: String, Hashable, Sendable, CaseIterable {
        /// One rollout from another: evidence for another value never counts.
        case rollout
        /// Only the wording of the steps that name it.
        case wording
    }

    /// Where the value comes from.
    package enum Origin: Hashable, Sendable {
        /// It may be set; else its default holds, with the parameters that it names filled in.
        case given(fallback: String)
        /// It follows from another parameter and cannot be set.
        case derived(from: String)
    }

    package let name: String
    /// The value in force.
    package let value: String
    package let origin: Origin
    /// `scope` in the checklist.
    package let reach: Reach
    /// What the parameter is for; empty where the checklist does not say.
    package let text: String

    package init(
        name: String, value: String, origin: Origin? = nil, reach: Reach = .rollout,
        text: String = ""
    ) {
        self.name = name
        self.value = value
        self.origin = origin ?? .given(fallback: value)
        self.reach = reach
        self.text = text
    }

    /// The value is another than the default.
    package var isSet: Bool {
        guard case .given(let fallback) = origin else { return false }
        return !fallback.utf8.elementsEqual(value.utf8)
    }

    /// What statements name the value of: it can be set, and tells rollouts apart.
    package var isInScope: Bool {
        guard case .given = origin else { return false }
        return reach == .rollout
    }
}
