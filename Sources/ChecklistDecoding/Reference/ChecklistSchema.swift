package import CanonicalJSON
import Checks
package import Fields
import LocatedYAML
import Rollout

/// The JSON Schema of the checklist language, made from the fields that the decoder reads by.
package enum ChecklistSchema {
    /// The fields of a checklist, for documentation.
    package static var shape: Shape { ChecklistFields.shape }

    /// The schema in the 2020-12 dialect.
    package static var json: JSONValue {
        var schema = ChecklistFields.shape.schema.members ?? [:]
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["$defs"] = [
            "check": check, "json": JSONExpectation.schema,
            "text": ValueType<ValueExpectation>.contentSchema,
        ]
        schema["title"] = "Rollout readiness checklist, language version 1"
        return .object(schema)
    }

    /// The schema of a check, which stands once beside the fields that refer to it: it is larger
    /// than all others together.
    private static var check: JSONValue {
        var properties: [String: JSONValue] = [:]
        for kind in CheckKinds.all {
            var schema = kind.shape.schema.members ?? [:]
            schema["description"] = .string(kind.summary)
            properties[kind.name] = .object(schema)
        }
        return [
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "additionalProperties": false, "properties": .object(properties),
        ]
    }
}
