import CanonicalJSON
import Fields
import LocatedYAML

/// The keys of a step set: steps that several checklists share.
enum SetFields {
    static let version = Field<Int>(
        StepSetKey.version, .setVersion, .required, "The version of the language.")
    static let title = Field<String>("title", .text, .required, "The set for readers.")

    /// The parameters and the steps are those of a checklist.
    static let shape = Shape(
        "a step set",
        [
            version.description, title.description, ChecklistFields.parameters.description,
            ChecklistFields.steps.description,
        ],
        otherWords: ["name": "title", "variables": "parameters", "with": "parameters"])
}

/// The key by which a file is known to be a step set.
package enum StepSetKey {
    package static let version = "readiness-set"
}

extension ValueType where Value == Int {
    fileprivate static var setVersion: ValueType {
        scalar("the language version 1", schema: .quotedOr(["const": 1], "^1$")) {
            $0 == "1" ? 1 : nil
        }
    }
}
