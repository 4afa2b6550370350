package import Rollout

/// What a check saw, for a step that is to expect it.
package struct Sighting: Sendable {
    /// The options that would be met by it, by name; none of them holds a secret.
    package let options: [String: TypedValue]
    /// What was seen that no option expects, with the reason.
    package let unsaid: [String]
    /// The outcome by the options of another check; nil where that is one of another kind.
    package let outcome: @Sendable (any Check) -> CheckOutcome?

    /// The same without the secrets; an option that would show one is left out.
    func masked(_ mask: SecretMask) -> Sighting {
        let shown = options.filter { mask.mask($0.value) == $0.value }
        let hidden = options.keys.filter { shown[$0] == nil }.sorted()
        return Sighting(
            options: shown, unsaid: unsaid + hidden.map { "\($0): it holds a secret" }
        ) { check in
            outcome(check).map(mask.mask)
        }
    }
}
