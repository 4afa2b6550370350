import LocatedYAML
import Testing

struct SyntaxTests {
    /// A text that is not YAML, and what a person reads about it.
    struct Case: CustomTestStringConvertible {
        let text: String
        let expected: String

        init(_ text: String, _ expected: String) {
            self.text = text
            self.expected = expected
        }

        var testDescription: String { text.debugDescription }
    }

    @Test("Tabs do not indent", arguments: tabs)
    func tab(_ example: Case) {
        #expect(complaints(about: example.text) == example.expected)
    }

    @Test("What is opened must be closed", arguments: opened)
    func open(_ example: Case) {
        #expect(complaints(about: example.text) == example.expected)
    }

    @Test("Other mistakes have their place, a plain sentence and a way out", arguments: others)
    func other(_ example: Case) {
        #expect(complaints(about: example.text) == example.expected)
    }

    @Test("Directives are orders to the reader, and few are known", arguments: directives)
    func directive(_ example: Case) {
        #expect(complaints(about: example.text) == example.expected)
    }

    @Test("Tabs between words, behind texts and in comments are fine")
    func allowedTabs() throws {
        let root = try document("a:\tb\t# c\nd: [e,\tf]\ng: |\n  x\ty\n").root
        #expect(root.outline == "{a: b, d: [e, f], g: x\ty\n}")
    }

    private static let tabs: [Case] = [
        Case(
            "a:\n\tb: 1\n",
            """
            t.yaml:2:1: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
            \tb: 1
            ^
              fix: replace each tab by spaces, for example two
            """),
        Case(
            "a: 1\n\tb: 2\n",
            """
            t.yaml:2:1: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
            \tb: 2
            ^
              fix: replace each tab by spaces, for example two
            """),
        Case(
            "a: |\n \tx\n  y\n",
            """
            t.yaml:2:2: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
             \tx
             ^
              fix: replace each tab by spaces, for example two
            """),
        Case(
            "a: |\n\n\tx\n",
            """
            t.yaml:3:1: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
            \tx
            ^
              fix: replace each tab by spaces, for example two
            """),
        Case(
            "a:\n  b: é\n  \tc: d\n",
            """
            t.yaml:3:3: error: a tab indents this line; YAML allows only spaces for that \
            [tab-indentation]
              \tc: d
              ^
              fix: replace each tab by spaces, for example two
            """),
    ]

    private static let opened: [Case] = [
        Case(
            "a: \"b\nc: d\n",
            """
            t.yaml:1:4: error: the double quote that opens here is never closed [unclosed-quote]
            a: "b
               ^
              fix: close it at the end of the text
            """),
        Case(
            "a: 'é\n---\n",
            """
            t.yaml:1:4: error: the single quote that opens here is never closed [unclosed-quote]
            a: 'é
               ^
              fix: close it at the end of the text
            """),
        Case(
            "a: [b, c\n",
            """
            t.yaml:1:4: error: the bracket `[` that opens here is never closed [unclosed-bracket]
            a: [b, c
               ^
              fix: close it with `]`
            """),
        Case(
            "a: [b, c\nd: e\n",
            """
            t.yaml:2:2: error: a comma or `]` is expected here; the bracket `[` at line 1, \
            column 4 is still open [expected-comma]
            d: e
             ^
              fix: separate the items with commas, and close with `]`
            """),
        Case(
            "a: {b: 1,\n",
            """
            t.yaml:1:4: error: the brace `{` that opens here is never closed [unclosed-bracket]
            a: {b: 1,
               ^
              fix: close it with `}`
            """),
        Case(
            "a: {b: [1, 2}\n",
            """
            t.yaml:1:13: error: a comma or `]` is expected here; the bracket `[` at line 1, \
            column 8 is still open [expected-comma]
            a: {b: [1, 2}
                        ^
              fix: separate the items with commas, and close with `]`
            """),
        Case(
            "a: [\n  \"x\" \"y\"]\n",
            """
            t.yaml:2:7: error: a comma or `]` is expected here; the bracket `[` at line 1, \
            column 4 is still open [expected-comma]
              "x" "y"]
                  ^^^^
              fix: separate the items with commas, and close with `]`
            """),
        Case(
            "a: [1, , 2]\n",
            """
            t.yaml:1:8: error: a value is expected here; the bracket `[` at line 1, column 4 is \
            still open [expected-value]
            a: [1, , 2]
                   ^
              fix: write a value, `""` for an empty text, or close with `]`
            """),
        Case(
            "[ ",
            """
            t.yaml:1:1: error: the bracket `[` that opens here is never closed [unclosed-bracket]
            [
            ^
              fix: close it with `]`
            """),
        Case(
            "日本: [语\n",
            """
            t.yaml:1:5: error: the bracket `[` that opens here is never closed [unclosed-bracket]
            日本: [语
                  ^
              fix: close it with `]`
            """),
    ]

    private static let others: [Case] = [
        Case(
            "a: 1\nfoo\nb: 2\n",
            """
            t.yaml:2:1: error: a key with a colon is expected here [missing-colon]
            foo
            ^^^
              fix: write `key: value`; a text that goes on over several lines begins with `|`
            """),
        Case(
            "a: b: c\n",
            """
            t.yaml:1:5: error: a key with a colon cannot stand here [unexpected-colon]
            a: b: c
                ^
              fix: check the indentation, or put a text that contains `: ` in quotes
            """),
        Case(
            "time: at: 10:30\n",
            """
            t.yaml:1:9: error: a key with a colon cannot stand here [unexpected-colon]
            time: at: 10:30
                    ^
              fix: check the indentation, or put a text that contains `: ` in quotes
            """),
        Case(
            "a: - b\n",
            """
            t.yaml:1:4: error: an item of a list cannot stand here [unexpected-item]
            a: - b
               ^
              fix: begin the list on a line of its own
            """),
        Case(
            "a:\n  b: 1\n c: 2\n",
            """
            t.yaml:3:2: error: this is neither a key of the mapping that begins at line 1 nor a \
            part of its last value [expected-key]
             c: 2
             ^^
              fix: begin all keys of one mapping in the same column; nothing may follow a \
            closing quote or bracket
            """),
        Case(
            "- a\nb: 1\n",
            """
            t.yaml:2:1: error: this is no item of the list that begins at line 1 [expected-item]
            b: 1
            ^^
              fix: begin all items of one list with `-` in the same column
            """),
        Case(
            "a:\n  - b\n  c: 1\n",
            """
            t.yaml:3:3: error: this is no item of the list that begins at line 2 [expected-item]
              c: 1
              ^^
              fix: begin all items of one list with `-` in the same column
            """),
        Case(
            "a: 'it's'\n",
            """
            t.yaml:1:8: error: this is neither a key of the mapping that begins at line 1 nor a \
            part of its last value [expected-key]
            a: 'it's'
                   ^^
              fix: begin all keys of one mapping in the same column; nothing may follow a \
            closing quote or bracket
            """),
        Case(
            "a: \"C:\\data\"\n",
            """
            t.yaml:1:7: error: this is no escape in a text in double quotes [unknown-escape]
            a: "C:\\data"
                  ^^
              fix: write `\\\\` for a backslash, or use single quotes
            """),
        Case(
            "a: \"\\u12\"\n",
            """
            t.yaml:1:7: error: this escape has too few hexadecimal digits [unknown-escape]
            a: "\\u12"
                  ^^
              fix: write two digits after `\\x`, four after `\\u` and eight after `\\U`
            """),
        Case(
            "a: \"\\uD800\"\n",
            """
            t.yaml:1:7: error: this escape is the number of no character [unknown-escape]
            a: "\\uD800"
                  ^^
              fix: write the character itself
            """),
        Case(
            "a: @home\n",
            """
            t.yaml:1:4: error: a text without quotes cannot begin with `@` [reserved-character]
            a: @home
               ^
              fix: put the text in quotes
            """),
        Case(
            "a: `x`\n",
            """
            t.yaml:1:4: error: a text without quotes cannot begin with a backtick \
            [reserved-character]
            a: `x`
               ^
              fix: put the text in quotes
            """),
        Case(
            "b: %x\n",
            """
            t.yaml:1:4: error: a text without quotes cannot begin with `%` [reserved-character]
            b: %x
               ^
              fix: put the text in quotes
            """),
        Case(
            "a: | text\n",
            """
            t.yaml:1:6: error: nothing but `+`, `-` or 1 to 9 may follow `|` or `>` [block-text]
            a: | text
                 ^^^^
              fix: begin the text on the next line
            """),
        Case(
            "a: |0\n  x\n",
            """
            t.yaml:1:5: error: nothing but `+`, `-` or 1 to 9 may follow `|` or `>` [block-text]
            a: |0
                ^
              fix: begin the text on the next line
            """),
        Case(
            "a: & b\n",
            """
            t.yaml:1:4: error: `&` begins an anchor, whose name holds only letters, digits, `-` \
            and `_` [anchor-name]
            a: & b
               ^
              fix: put a text that begins with `&` in quotes
            """),
        Case(
            "a: ]\n",
            """
            t.yaml:1:4: error: a value is expected here [expected-value]
            a: ]
               ^
              fix: write a value, or put the text in quotes
            """),
        Case(
            "a: !<x\n",
            """
            t.yaml:1:4: error: this is not a tag that is known [unknown-tag]
            a: !<x
               ^^^
              fix: remove it, or put a text that begins with `!` in quotes
            """),
        Case(
            "a: 1\n? b: ? c\n",
            """
            t.yaml:2:3: error: a key is a single text; here a list or a mapping stands as a key \
            [key-not-scalar]
            ? b: ? c
              ^
              fix: put a text that begins with a bracket or a brace in quotes
            t.yaml:2:6: error: a key that begins with `?` cannot stand here [unexpected-key]
            ? b: ? c
                 ^
              fix: write `key: value`, or put the text in quotes
            """),
        Case(
            "\"a\" b",
            """
            t.yaml:1:5: error: the document is complete before this [after-end]
            "a" b
                ^
              fix: check the indentation of this line and of the lines before it
            """),
    ]

    private static let directives: [Case] = [
        Case(
            "%FOO 1\n--- a\n",
            """
            t.yaml:1:1: error: a line that begins with `%` is no text but an order to the \
            reader, and this one is not known [directive]
            %FOO 1
            ^^^^
              fix: remove the line, or put the text in quotes
            """),
        Case(
            "%YAML 2.0\n--- a\n",
            """
            t.yaml:1:1: error: only YAML 1.1 and 1.2 are known [yaml-version]
            %YAML 2.0
            ^^^^^
              fix: remove the `%YAML` line
            """),
        Case(
            "%YAML 1.1\n%YAML 1.1\n--- a\n",
            """
            t.yaml:2:1: error: this directive stands twice [directive]
            %YAML 1.1
            ^^^^^
              fix: remove one
            """),
        Case(
            "%TAG !\n--- a\n",
            """
            t.yaml:1:1: error: a line that begins with `%` is no text but an order to the \
            reader, and this one is not known [directive]
            %TAG !
            ^^^^
              fix: remove the line, or put the text in quotes
            """),
        Case(
            "%YAML 1.1\na: 1\n",
            """
            t.yaml:2:1: error: a line `---` is expected between the `%` lines and this [directive]
            a: 1
            ^^
              fix: write `---` above this line, or remove the `%` lines
            """),
        Case(
            "a: 1\n}\n",
            """
            t.yaml:2:1: error: this is neither a key of the mapping that begins at line 1 nor a \
            part of its last value [expected-key]
            }
            ^
              fix: begin all keys of one mapping in the same column; nothing may follow a \
            closing quote or bracket
            """),
        Case(
            "{a: 1}\nb: 2\n",
            """
            t.yaml:2:1: error: the document is complete before this [after-end]
            b: 2
            ^^
              fix: check the indentation of this line and of the lines before it
            """),
    ]
}
