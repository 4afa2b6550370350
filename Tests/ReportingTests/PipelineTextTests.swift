import CanonicalJSON
import Reporting
import Testing

@Suite("Text that a pipeline would obey")
struct PipelineTextTests {
    @Test(
        "What a pipeline takes for a command loses its force and stays readable",
        arguments: [
            ("##vso[task.setvariable]x", "# #vso[task.setvariable]x"),
            ("note: ##vso[task.complete]", "note: # #vso[task.complete]"),
            ("##[error]no", "# #[error]no"), ("a\n::error::no", "a\n: :error::no"),
            ("  ::warning::no", "  : :warning::no"), ("::", ": :"),
        ])
    func commands(_ text: String, _ broken: String) {
        #expect(PipelineText.text(text) == broken)
    }

    @Test(
        "Other text stays as it is",
        arguments: ["", "a::b", "## Title", "# [link]", "2001:db8::1", "first: GO\n  why\n"])
    func plain(_ text: String) {
        #expect(PipelineText.text(text) == text)
    }

    @Test("JSON keeps its value, and nothing in it is obeyed or hidden")
    func json() throws {
        let value: JSONValue = [
            "a": "##vso[x] ###[y] \u{1B}[31m \u{202E} \u{9B} \u{E0001} é", "b": ["::error::"],
        ]
        let bytes = PipelineText.json(Array(value.prettyText.utf8))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("##"))
        for hidden in ["\u{1B}", "\u{202E}", "\u{9B}", "\u{E0001}"] as [Unicode.Scalar] {
            #expect(!text.unicodeScalars.contains(hidden))
        }
        #expect(text.contains("é"))
        #expect(try JSONValue(jsonBytes: bytes) == value)
    }
}
