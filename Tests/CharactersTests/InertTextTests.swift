import CanonicalJSON
import Characters
import Testing

struct InertTextTests {
    @Test(
        "The beginning of a command is broken, wherever a build service looks for it",
        arguments: [
            ("##vso[task.setvariable]x", "# #vso[task.setvariable]x"),
            ("a ##VSO[task.complete]", "a # #VSO[task.complete]"),
            ("##[error]x ##[group]", "# #[error]x # #[group]"),
            ("###[x]", "## #[x]"),
            ("##teamcity[x]", "# #teamcity[x]"),
            ("::error::x", ": :error::x"),
            ("  \t::set-output name=a::b", "  \t: :set-output name=a::b"),
            ("a\n ::stop", "a\n : :stop"),
            (":::x", ": ::x"), ("::", ": :"), ("\u{A0}\u{3000}::stop", "\u{A0}\u{3000}: :stop"),
            ("note: ##vso[task.complete]", "note: # #vso[task.complete]"),
        ])
    func broken(text: String, inert: String) {
        #expect(InertText.lines(text) == inert)
        #expect(InertText.lines(inert) == inert)
    }

    @Test(
        "Other text stays as it is",
        arguments: [
            "", "## Title", "a ## b", "#[x]", "dns ::1", "2001:db8::1", "a::b", "fe80::1", "a: b",
            ":", "##", "é",
        ])
    func plain(text: String) {
        #expect(InertText.lines(text) == text)
    }

    @Test("Escapes stand for what a JSON text must not show")
    func json() {
        #expect(
            InertText.json("{\"a\": \"##vso[\u{9B}\u{202E}\u{200B}é\u{7F}\u{1F3F4}\u{E0067}\"}\n")
                == "{\"a\": \"#\\u0023vso[\\u009b\\u202e\\u200bé\\u007f\u{1F3F4}\\udb40\\udc67\"}\n"
        )
        #expect(InertText.json("{\"a\": \"b\"}") == "{\"a\": \"b\"}")
    }

    @Test("JSON keeps its value, and nothing in it is obeyed or hidden")
    func jsonValue() throws {
        let value: JSONValue = [
            "a": "##vso[x] ###[y] \u{1B}[31m \u{202E} \u{9B} \u{E0001} é", "b": ["::error::"],
        ]
        let text = InertText.json(value.prettyText)
        #expect(!text.contains("##"))
        for hidden in ["\u{1B}", "\u{202E}", "\u{9B}", "\u{E0001}"] as [Unicode.Scalar] {
            #expect(!text.unicodeScalars.contains(hidden))
        }
        #expect(try JSONValue(jsonBytes: Array(text.utf8)) == value)
    }
}
