package import Checks
package import LocatedYAML
package import Rollout

/// A checklist that was read without a mistake for one target, with what it takes to carry out its checks.
package struct LoadedChecklist: Sendable {
    /// With the values of its target and of the operator filled in.
    package let checklist: Checklist
    /// Where it was read from, as the operator named it.
    package let source: ChecklistSource
    /// The text that it was read from, in UTF-8; its digest is the checklist's.
    package let bytes: [UInt8]
    /// The checks of each step, in the order of the step's definitions.
    package let checks: [StepID: [ConfiguredCheck]]
    /// How long one observation may take where a check does not say.
    package let timeout: Duration
    /// The values that the operator chose, by parameter; those of the target are not among them.
    package let chosen: [String: String]
    /// The step sets that it uses, each text once; the text names their digests.
    package let sets: [UsedSet]
    /// The warnings of all targets, each once.
    package internal(set) var warnings: [Diagnostic]

    /// The target that the values are for; nil where the checklist has no targets.
    package var target: TargetID? { checklist.target?.id }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
