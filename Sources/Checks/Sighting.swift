package import Rollout

/// What a check saw, for a step that is to expect it.
package struct Sighting: Sendable {
    /// The options that would be met by it, by name; none of them holds a secret.
    package let options: [String: TypedValue]
    /// The outcome by the options of another check; nil where that is one of another kind.
    package let outcome: @Sendable (any Check) -> CheckOutcome?

    /// The same without the secrets; an option that would show one is left out.
    func masked(_ mask: SecretMask) -> Sighting {
        Sighting(options: options.filter { mask.mask($0.value) == $0.value }) { check in
            outcome(check).map(mask.mask)
        }
    }
}
