import ChecklistDecoding
import Reporting
import Testing

@Suite("The README")
struct ReadmeTests {
    private static let blocks = DocsFencedBlock.all(in: (try? DocsTree.text("README.md")) ?? "")

    /// The mistakes in a text of its checklist, as `lint` shows them.
    private static func lint(_ text: String) throws -> String {
        let path = "checklists/web.yaml"
        let diagnostics = try ChecklistDecoder.read(Array(text.utf8), of: .path(path), place: path)
            .diagnostics
        let format = try #require(DiagnosticFormats.named(DiagnosticFormats.defaultName))
        return format.render(diagnostics, of: [path], tool: "readiness")
    }

    @Test("Its checklist has no mistake, and the two slips of the pen are shown as it says")
    func checklist() throws {
        let yaml = try #require(Self.blocks.first { $0.info == "yaml" }).text
        #expect(try Self.lint(yaml).hasSuffix("1 checklist: 0 errors, 0 warnings\n"))
        let slips = yaml.replacing(
            "role: operations, due: cutover - 3d", with: "role: operation, due: cutover - 3d"
        )
        .replacing("due: cutover - 1d", with: "due: cutovr - 1d")
        let shown = try #require(
            Self.blocks.first { $0.lines.first?.hasPrefix("$ readiness lint ") ?? false })
        #expect(try Self.lint(slips) == shown.lines.dropFirst().joined(separator: "\n") + "\n")
    }

    @Test("Its table has every command of the program, and no other")
    func commands() async throws {
        let page = try DocsTree.text("README.md")
        let listed = page.matches(of: /\| `readiness ([a-z]+)` \|/).map { String($0.1) }
        let help = try await Workspace.with { try await $0.readiness("--help") }
        let known = help.stdout.matches(of: /\n  ([a-z]+) {4,}[A-Z]/).map { String($0.1) }
        #expect(known.count >= 11)
        #expect(listed.sorted() == known.sorted())
    }
}
