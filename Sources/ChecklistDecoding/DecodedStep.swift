import Checks
import LocatedYAML
import Rollout

/// A step as decoded, with what the model does not keep.
struct DecodedStep {
    /// The mapping of the step.
    let node: YAMLNode
    /// Where its id stands.
    let idNode: YAMLNode
    /// The id as written; nil where it could not be read.
    let family: String?
    /// The id with the value of a `for-each`; nil where it could not be read.
    let id: String?
    /// Nil where something that it cannot do without is wrong, which is reported.
    let step: Step?
    let checks: [any Check]
    /// The steps that it waits for, with the nodes that name them.
    let needs: [(text: String, node: YAMLNode)]
    /// The steps whose signers may not sign it, with the nodes that name them.
    let notBy: [(text: String, node: YAMLNode)]

    /// A step of which nothing but its id could be read.
    static func unreadable(_ node: YAMLNode, family: String?) -> DecodedStep {
        DecodedStep(
            node: node, idNode: node, family: family, id: nil, step: nil, checks: [], needs: [],
            notBy: [])
    }
}
