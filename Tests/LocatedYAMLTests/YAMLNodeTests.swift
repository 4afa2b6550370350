import LocatedYAML
import Testing

struct YAMLNodeTests {
    @Test(
        "The span of a value is exactly what the author wrote",
        arguments: [
            ("a: value", "value"),
            ("a: value   # comment", "value"),
            ("a: two words \t ", "two words"),
            ("a: one\n  two\n\n# end\n", "one\n  two"),
            ("a: 'it''s'  ", "'it''s'"),
            ("a: \"x\\ty\"", "\"x\\ty\""),
            ("a: \"x\n  y\"\n", "\"x\n  y\""),
            ("a: |\n  one\n   two\n\n\n", "|\n  one\n   two"),
            ("a: |\n  one  \n  \n \n", "|\n  one  "),
            ("a: >-\n  one\r\n  two\r\n\r\n", ">-\n  one\r\n  two"),
            ("a: |\n  one\nb: 1", "|\n  one"),
            ("a: [1, {b: c}]  # x", "[1, {b: c}]"),
            ("a: {b: 1 }", "{b: 1 }"),
            ("a:\n  b: 1   # x\n\n# y\n\nc: 1", "b: 1"),
            ("a:\n  - b\n  - c   \n\n\n", "- b\n  - c"),
            ("a:\n- b\n-\n\nc: 1", "- b\n-"),
            ("a: &x value", "value"),
            ("a: !!str  &x value", "value"),
            ("a: &x !!map\n  b: 1\n", "b: 1"),
            ("a: &x [1]\n", "[1]"),
            ("a: &x\n  &y b: 1\n", "&y b: 1"),
            ("a: !!map\n  !!str b: 1\n", "!!str b: 1"),
            ("a: &x\n  !!str b: 1\n", "!!str b: 1"),
            ("a: !!map &x\n  &y b: 1\n", "&y b: 1"),
            ("a: &x # why\n  - 1\n", "- 1"),
            ("a: !<tag:yaml.org,2002:str> b", "b"),
            ("a:", ""),
            ("a:   # nothing\nb: 1", ""),
            ("a: \"日本\" # é", "\"日本\""),
            ("é: 日本 # 🙂", "日本"),
            ("\"🙂\": {ключ: значение}", "{ключ: значение}"),
            ("a: x\u{85}  y", "x\u{85}  y"),
        ])
    func spans(text: String, expected: String) throws {
        let node = try #require(try document(text).root.entries.first?.value)
        #expect(node.excerpt == expected)
    }

    @Test("A pair in a list in brackets ends with its value")
    func pairSpan() throws {
        let root = try document("[a: b , c: {d: e} ]").root
        #expect(root.items.map(\.excerpt) == ["a: b", "c: {d: e}"])
    }

    @Test("Places in bytes stay exact after characters of any length and any line break")
    func offsets() throws {
        let lines = (0..<200).map { "k\($0): 'é日🙂' # \(String(repeating: "ß", count: $0))" }
        for lineBreak in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"] {
            let root = try document(lines.joined(separator: lineBreak)).root
            #expect(root.entries.count == 200)
            #expect(root.entries.allSatisfy { $0.value.excerpt == "'é日🙂'" })
            #expect(root.entries.allSatisfy { $0.key.excerpt == $0.key.text })
        }
    }

    @Test(
        "The text of a scalar is what its style means",
        arguments: [
            ("a: one\n  two\n\n  three", "one two\nthree"),
            ("a: 'it''s'", "it's"),
            ("a: ''", ""),
            ("a: \"\\u00e9\\n\\x41\\0\"", "é\nA\0"),
            ("a: \"x \\\n  y\"", "x y"),
            ("a: |\n  one\n   two\n\n\n", "one\n two\n"),
            ("a: |+\n  one\n\n", "one\n\n"),
            ("a: |-\n  one\n\n", "one"),
            ("a: |\r\n  one\r\n  two\r\n", "one\ntwo\n"),
            ("a: >\n  one\n  two\n\n  three\n", "one two\nthree\n"),
            ("a: no", "no"),
            ("a: 1.10", "1.10"),
            ("a: a#b", "a#b"),
            ("a: ~", "~"),
            ("a:", ""),
        ])
    func texts(text: String, expected: String) throws {
        let node = try #require(try document(text).root.entries.first?.value)
        #expect(Array(node.text.utf8) == Array(expected.utf8))
    }

    @Test(
        "Only a text without quotes and without a tag for text is plain",
        arguments: [
            ("a", true), ("'a'", false), ("\"a\"", false), ("|\n a", false), ("!!str a", false),
            ("! a", false), ("!!int 1", true), ("&x a", true),
        ])
    func plain(text: String, expected: Bool) throws {
        #expect(try document("- " + text).root.items.first?.isPlain == expected)
    }

    @Test("Kinds, items and entries belong together, and other kinds have none")
    func kinds() throws {
        let root = try document("a: [1, [], {}]\nb: {c: d}\n").root
        #expect(root.kind == .mapping)
        #expect(root.outline == "{a: [1, [], {}], b: {c: d}}")
        let list = try #require(root.value(forKey: "a"))
        #expect(list.kind == .sequence && list.entries.isEmpty && list.text.isEmpty)
        #expect(list.items.map(\.kind) == [.scalar, .sequence, .mapping])
        #expect(list.items.first?.items.isEmpty == true)
        #expect(!list.isPlain && !list.hasText(""))
    }

    @Test("A key is found by its bytes, whatever its style")
    func lookup() throws {
        let root = try document("plain: 1\n'quoted': 2\n\"caf\\u00e9\": 3\n? |-\n  block\n: 4\n")
            .root
        #expect(root.value(forKey: "plain")?.text == "1")
        #expect(root.value(forKey: "quoted")?.text == "2")
        #expect(root.value(forKey: "caf\u{e9}")?.text == "3")
        #expect(root.value(forKey: "cafe\u{301}") == nil)
        #expect(root.value(forKey: "block")?.text == "4")
        #expect(root.value(forKey: "plai") == nil)
        #expect(root.value(forKey: "plain")?.value(forKey: "x") == nil)
    }
}
