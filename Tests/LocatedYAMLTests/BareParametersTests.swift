import LocatedYAML
import Testing

struct BareParametersTests {
    @Test(
        "A text with a name between braces or brackets is told to stand in quotes",
        arguments: [
            ("a: {b: ${c}}\n", ["1:8 ${c}"]), ("a: [x${c}y, ${d}]\n", ["1:5 x${c}y", "1:13 ${d}"]),
            (
                "a: {b: relay.${c}.test, d: é ${e} ${f} g}\n",
                ["1:8 relay.${c}.test", "1:28 é ${e} ${f} g"]
            ),
            ("a: {b: 1,\n    c: ${d},\n    e: 2}\n", ["2:8 ${d}"]),
        ])
    func found(text: String, expected: [String]) {
        let mistakes = mistakes(in: Array(text.utf8))
        #expect(mistakes.allSatisfy { $0.code == "unquoted-parameter" })
        #expect(
            mistakes.map { mistake in
                let written = mistake.fix.dropFirst("write \"".count).dropLast()
                return "\(mistake.start.line):\(mistake.start.column) \(written)"
            } == expected)
    }

    @Test("The tree has the text as it was written, and everything behind it")
    func tree() throws {
        let text = "a: {b: relay.${c}.test}\nd: {e: [1, ${f}]}\n"
        let reading = YAMLReader.reading(SourceText(path: "t.yaml", bytes: Array(text.utf8)))
        #expect(reading.mistakes.count == 2)
        #expect(
            reading.document?.root.outline == "{a: {b: relay.${c}.test}, d: {e: [1, ${f}]}}")
    }

    @Test("Other braces are the mistakes that they were, and many names come to an end")
    func others() {
        #expect(mistakes(in: Array("a: {b: $ {c}}\n".utf8)).map(\.code) == ["expected-comma"])
        #expect(mistakes(in: Array("a: {b: ${c\n".utf8)).map(\.code) != [])
        let many = String(repeating: "- {a: ${b}}\n", count: 300)
        #expect(mistakes(in: Array(many.utf8)).count == 100)
        let one = "- {a: \(String(repeating: "${b}", count: 20_000))}\n"
        #expect(mistakes(in: Array(one.utf8)).map(\.code) == ["unquoted-parameter"])
    }
}
