import ArgumentParser
import CanonicalJSON
import ChecklistDecoding

/// `readiness schema`: prints the JSON Schema of the checklist language.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema (2020-12) of checklists, for editors.",
        discussion: """
            Save it and name it in the first line of a checklist, so that yaml-language-server \
            completes and checks while you type:
              # yaml-language-server: $schema=readiness.schema.json
            """)

    func run() throws {
        try Terminal.write(ChecklistSchema.json.prettyText + "\n")
    }
}
