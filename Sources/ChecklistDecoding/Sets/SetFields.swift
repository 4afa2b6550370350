import CanonicalJSON
import Fields
import LocatedYAML

/// The keys of a step set: steps that several checklists share.
enum SetFields {
    static let version = Field<Int>(
        "readiness-set", .setVersion, .required, "The version of the language.")
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

extension ValueType where Value == Int {
    fileprivate static var setVersion: ValueType {
        scalar("the language version 1", schema: .quotedOr(["const": 1], "^1$")) {
            $0 == "1" ? 1 : nil
        }
    }
}
