import LocatedYAML
import Testing

struct UnclosedTests {
    @Test("What is opened must be closed", arguments: opened)
    func open(_ example: SyntaxCase) {
        #expect(complaints(about: example.text) == example.expected)
    }

    private static let opened: [SyntaxCase] = [
        SyntaxCase(
            "a: \"b\nc: d\n",
            """
            t.yaml:1:4: error: the double quote that opens here is never closed [unclosed-quote]
              a: "b
                 ^
              fix: close it at the end of the text
            """),
        SyntaxCase(
            "a: 'é\n---\n",
            """
            t.yaml:1:4: error: the single quote that opens here is never closed [unclosed-quote]
              a: 'é
                 ^
              fix: close it at the end of the text
            """),
        SyntaxCase(
            "a: [b, c\n",
            """
            t.yaml:1:4: error: the bracket `[` that opens here is never closed [unclosed-bracket]
              a: [b, c
                 ^
              fix: close it with `]`
            """),
        SyntaxCase(
            "a: [b, c\nd: e\n",
            """
            t.yaml:2:2: error: a comma or `]` is expected here; the bracket `[` at line 1, \
            column 4 is still open [expected-comma]
              d: e
               ^
              fix: separate the items with commas, and close with `]`
            """),
        SyntaxCase(
            "a: {b: 1,\n",
            """
            t.yaml:1:4: error: the brace `{` that opens here is never closed [unclosed-bracket]
              a: {b: 1,
                 ^
              fix: close it with `}`
            """),
        SyntaxCase(
            "a: {b: [1, 2}\n",
            """
            t.yaml:1:13: error: a comma or `]` is expected here; the bracket `[` at line 1, \
            column 8 is still open [expected-comma]
              a: {b: [1, 2}
                          ^
              fix: separate the items with commas, and close with `]`
            """),
        SyntaxCase(
            "a: [\n  \"x\" \"y\"]\n",
            """
            t.yaml:2:7: error: a comma or `]` is expected here; the bracket `[` at line 1, \
            column 4 is still open [expected-comma]
                "x" "y"]
                    ^^^^
              fix: separate the items with commas, and close with `]`
            """),
        SyntaxCase(
            "a: [1, , 2]\n",
            """
            t.yaml:1:8: error: a value is expected here; the bracket `[` at line 1, column 4 is \
            still open [expected-value]
              a: [1, , 2]
                     ^
              fix: write a value, `""` for an empty text, or close with `]`
            """),
        SyntaxCase(
            "[ ",
            """
            t.yaml:1:1: error: the bracket `[` that opens here is never closed [unclosed-bracket]
              [
              ^
              fix: close it with `]`
            """),
        SyntaxCase(
            "日本: [语\n",
            """
            t.yaml:1:5: error: the bracket `[` that opens here is never closed [unclosed-bracket]
              日本: [语
                    ^
              fix: close it with `]`
            """),
    ]
}
