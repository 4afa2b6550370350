import LocatedYAML
import Testing

struct IndentationTests {
    @Test("Tabs do not indent", arguments: tabs)
    func tab(_ example: SyntaxCase) {
        #expect(complaints(about: example.text) == example.expected)
    }

    @Test("Tabs between words, behind texts and in comments are fine")
    func allowedTabs() throws {
        let root = try document("a:\tb\t# c\nd: [e,\tf]\ng: |\n  x\ty\n").root
        #expect(root.outline == "{a: b, d: [e, f], g: x\ty\n}")
    }

    private static let tabs: [SyntaxCase] = [
        SyntaxCase(
            "a:\n\tb: 1\n",
            """
            t.yaml:2:1: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
              \tb: 1
              ^
              fix: replace each tab by spaces, for example two
            """),
        SyntaxCase(
            "a: 1\n\tb: 2\n",
            """
            t.yaml:2:1: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
              \tb: 2
              ^
              fix: replace each tab by spaces, for example two
            """),
        SyntaxCase(
            "a: |\n \tx\n  y\n",
            """
            t.yaml:2:2: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
               \tx
               ^
              fix: replace each tab by spaces, for example two
            """),
        SyntaxCase(
            "a: |\n\n\tx\n",
            """
            t.yaml:3:1: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
              \tx
              ^
              fix: replace each tab by spaces, for example two
            """),
        SyntaxCase(
            "a:\n  b: é\n  \tc: d\n",
            """
            t.yaml:3:3: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
                \tc: d
                ^
              fix: replace each tab by spaces, for example two
            """),
    ]
}
