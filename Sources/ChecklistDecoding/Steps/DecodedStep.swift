import Checks
import Fields
import LocatedYAML
import Rollout

/// A step as decoded, with what the model does not keep.
///
/// One reference, because steps are handed from list to list.
final class DecodedStep {
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

    init(
        idNode: YAMLNode, family: String?, id: StepID?, step: Step?, checks: [ConfiguredCheck],
        needs: [Located<StepID>], notBy: [Located<StepID>]
    ) {
        self.idNode = idNode
        self.family = family
        self.id = id
        self.step = step
        self.checks = checks
        self.needs = needs
        self.notBy = notBy
    }

    /// A step of which nothing but its id could be read.
    static func unreadable(_ node: YAMLNode, family: String?) -> DecodedStep {
        DecodedStep(
            idNode: node, family: family, id: nil, step: nil, checks: [], needs: [], notBy: [])
    }
}
