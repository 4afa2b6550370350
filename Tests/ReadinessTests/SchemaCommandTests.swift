import Testing

@Suite("readiness schema")
struct SchemaCommandTests {
    @Test("It prints a JSON Schema of 2020-12")
    func schema() async throws {
        try await Workspace.with { workspace in
            let outcome = try await workspace.readiness("schema")
            #expect(outcome.status == 0)
            let schema = try outcome.json()
            #expect(schema["$schema"].text == "https://json-schema.org/draft/2020-12/schema")
            #expect(!schema["properties"]["steps"].isMissing)
        }
    }
}
