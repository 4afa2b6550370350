package import LocatedYAML
package import Rollout

/// The JSON Schema of the checklist language, made from the fields that the decoder reads by.
package enum ChecklistSchema {
    /// The fields of a checklist, for documentation.
    package static var shape: Shape { ChecklistFields.shape }

    /// The schema in the 2020-12 dialect.
    package static var json: JSONValue {
        var schema = ChecklistFields.shape.schema.members ?? [:]
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["title"] = "Rollout readiness checklist, language version 1"
        return .object(schema)
    }
}
