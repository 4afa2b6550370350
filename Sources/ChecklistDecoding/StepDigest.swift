import LocatedYAML
import Rollout

/// Makes the digest that ties evidence to the wording of a step.
enum StepDigest {
    /// The digest of a step's keys and values after substitution, whatever their order, quotes and comments.
    ///
    /// `for-each` is left out and the id is the expanded one, so that another value in the list
    /// changes only the steps of that value. How long an outcome counts is part of it also where the
    /// defaults say so: evidence that went stale does not come back because a default was loosened.
    static func digest(
        of node: YAMLNode, id: String, freshFor: Duration, in context: ReadingContext
    ) -> ContentDigest {
        var members = json(node, in: context).members ?? [:]
        members[StepFields.forEach.key] = nil
        members[StepFields.id.key] = .string(id)
        members[StepFields.freshFor.key] = .string(freshFor.language)
        return ContentDigest(of: JSONValue.object(members).canonicalBytes)
    }

    /// The node as JSON, every scalar as its text; the depth of a document is limited when it is read.
    private static func json(_ node: YAMLNode, in context: ReadingContext) -> JSONValue {
        switch node.kind {
        case .scalar: return .string(Substitution.text(of: node, in: context) ?? node.text)
        case .sequence: return .array(node.items.map { json($0, in: context) })
        case .mapping:
            return .object(
                Dictionary(node.entries.map { ($0.key.text, json($0.value, in: context)) }) {
                    first, _ in first
                })
        }
    }
}
