import Checks
import Fields
import LocatedYAML
import Rollout

/// A step as decoded, with what the model does not keep.
struct DecodedStep {
    /// Where its id stands.
    let idNode: YAMLNode
    /// The id as written; nil where it could not be read.
    let family: String?
    /// The id with the value of a `for-each`; nil where it could not be read.
    let id: StepID?
    /// Nil where something that it cannot do without is wrong, which is reported.
    let step: Step?
    let checks: [ConfiguredCheck]
    /// The steps that it waits for.
    let needs: [Located<StepID>]
    /// The steps whose signers may not sign it.
    let notBy: [Located<StepID>]

    /// A step of which nothing but its id could be read.
    static func unreadable(_ node: YAMLNode, family: String?) -> DecodedStep {
        DecodedStep(
            idNode: node, family: family, id: nil, step: nil, checks: [], needs: [], notBy: [])
    }
}
