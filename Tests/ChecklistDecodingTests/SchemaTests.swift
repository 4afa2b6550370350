import CanonicalJSON
import ChecklistDecoding
import Checks
import Fields
import LocatedYAML
import Rollout
import Testing

/// The JSON Schema beside the fields that it comes from.
struct SchemaTests {
    @Test("The schema names its dialect and describes a mapping")
    func head() {
        let schema = ChecklistSchema.json
        #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["type"]?.text == "object")
        #expect(schema["additionalProperties"]?.boolean == false)
        #expect(
            schema["required"]?.items?.compactMap(\.text) == [
                "readiness", "id", "title", "owner", "timeline", "roles", "steps",
            ])
    }

    @Test("The schema has the keys of every mapping, no more and no fewer, each with its sentence")
    func walk() throws {
        var open = [(shape: ChecklistSchema.shape, schema: ChecklistSchema.json)]
        open += CheckKinds.all.map { ($0.shape, $0.shape.schema) }
        var seen: [String] = []
        while let (shape, schema) = open.popLast() {
            seen.append(shape.name)
            let mapping = try #require(Self.mapping(in: schema), "\(shape.name)")
            let properties = try #require(mapping["properties"]?.members)
            #expect(Set(properties.keys) == Set(shape.fields.map(\.key)), "\(shape.name)")
            let required = shape.fields.filter { $0.presence == .required }.map(\.key)
            #expect((mapping["required"]?.items ?? []).compactMap(\.text) == required)
            for field in shape.fields {
                let property = try #require(properties[field.key])
                let sentence = try #require(property["description"]?.text)
                #expect(sentence.hasPrefix(field.summary))
                #expect(sentence.hasSuffix("."), "\(shape.name) \(field.key)")
                if let inner = field.shape { open.append((inner, property)) }
            }
        }
        #expect(seen.contains("a step"))
        #expect(seen.contains("a sign-off"))
        #expect(seen.contains("a range"))
    }

    @Test("Every kind of check stands in the schema of a check")
    func kinds() throws {
        let step = ChecklistSchema.json["properties"]?["steps"]?["items"]?["properties"]
        let reference = step?["check"]?["anyOf"]?.items?.first
        #expect(reference?["$ref"]?.text == "#/$defs/check")
        let check = try #require(ChecklistSchema.json["$defs"]?["check"])
        let kinds = try #require(check["properties"]?.members)
        #expect(Set(kinds.keys) == Set(CheckKinds.all.map(\.name)))
        #expect(check["maxProperties"]?.integer == 1)
    }

    /// The schema of the mapping that a value is, is a list of, or may be.
    private static func mapping(in schema: JSONValue) -> JSONValue? {
        if schema["properties"] != nil { return schema }
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            return ChecklistSchema.json["$defs"]?[String(name)].flatMap { mapping(in: $0) }
        }
        let inner =
            [schema["items"], schema["additionalProperties"]].compactMap(\.self)
            + (schema["anyOf"]?.items ?? [])
        return inner.lazy.compactMap { mapping(in: $0) }.first
    }
}
