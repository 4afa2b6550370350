import LocatedYAML
import Testing

struct SyntaxTests {
    @Test("Other mistakes have their place, a plain sentence and a way out", arguments: others)
    func other(_ example: SyntaxCase) {
        #expect(complaints(about: example.text) == example.expected)
    }

    private static let others: [SyntaxCase] = [
        SyntaxCase(
            "a: 1\nfoo\nb: 2\n",
            """
            t.yaml:2:1: error: a key with a colon is expected here [missing-colon]
              foo
              ^^^
              fix: write `key: value`; a text that goes on over several lines begins with `|`
            """),
        SyntaxCase(
            "a: b: c\n",
            """
            t.yaml:1:5: error: a key with a colon cannot stand here [unexpected-colon]
              a: b: c
                  ^
              fix: check the indentation, or put a text that contains `: ` in quotes
            """),
        SyntaxCase(
            "time: at: 10:30\n",
            """
            t.yaml:1:9: error: a key with a colon cannot stand here [unexpected-colon]
              time: at: 10:30
                      ^
              fix: check the indentation, or put a text that contains `: ` in quotes
            """),
        SyntaxCase(
            "a: - b\n",
            """
            t.yaml:1:4: error: an item of a list cannot stand here [unexpected-item]
              a: - b
                 ^
              fix: begin the list on a line of its own
            """),
        SyntaxCase(
            "a:\n  b: 1\n c: 2\n",
            """
            t.yaml:3:2: error: this is neither a key of the mapping that begins at line 1 nor a \
            part of its last value [expected-key]
               c: 2
               ^^
              fix: begin all keys of one mapping in the same column; nothing may follow a \
            closing quote or bracket
            """),
        SyntaxCase(
            "- a\nb: 1\n",
            """
            t.yaml:2:1: error: this is no item of the list that begins at line 1 [expected-item]
              b: 1
              ^^
              fix: begin all items of one list with `-` in the same column
            """),
        SyntaxCase(
            "a:\n  - b\n  c: 1\n",
            """
            t.yaml:3:3: error: this is no item of the list that begins at line 2 [expected-item]
                c: 1
                ^^
              fix: begin all items of one list with `-` in the same column
            """),
        SyntaxCase(
            "a: 'it's'\n",
            """
            t.yaml:1:8: error: this is neither a key of the mapping that begins at line 1 nor a \
            part of its last value [expected-key]
              a: 'it's'
                     ^^
              fix: begin all keys of one mapping in the same column; nothing may follow a \
            closing quote or bracket
            """),
        SyntaxCase(
            "a: \"C:\\data\"\n",
            """
            t.yaml:1:7: error: this is no escape in a text in double quotes [unknown-escape]
              a: "C:\\data"
                    ^^
              fix: write `\\\\` for a backslash, or use single quotes
            """),
        SyntaxCase(
            "a: \"\\u12\"\n",
            """
            t.yaml:1:7: error: this escape has too few hexadecimal digits [unknown-escape]
              a: "\\u12"
                    ^^
              fix: write two digits after `\\x`, four after `\\u` and eight after `\\U`
            """),
        SyntaxCase(
            "a: \"\\uD800\"\n",
            """
            t.yaml:1:7: error: this escape is the number of no character [unknown-escape]
              a: "\\uD800"
                    ^^
              fix: write the character itself
            """),
        SyntaxCase(
            "a: @home\n",
            """
            t.yaml:1:4: error: a text without quotes cannot begin with `@` [reserved-character]
              a: @home
                 ^
              fix: put the text in quotes
            """),
        SyntaxCase(
            "a: `x`\n",
            """
            t.yaml:1:4: error: a text without quotes cannot begin with a backtick \
            [reserved-character]
              a: `x`
                 ^
              fix: put the text in quotes
            """),
        SyntaxCase(
            "b: %x\n",
            """
            t.yaml:1:4: error: a text without quotes cannot begin with `%` [reserved-character]
              b: %x
                 ^
              fix: put the text in quotes
            """),
        SyntaxCase(
            "a: | text\n",
            """
            t.yaml:1:6: error: nothing but `+`, `-` or 1 to 9 may follow `|` or `>` [block-text]
              a: | text
                   ^^^^
              fix: begin the text on the next line
            """),
        SyntaxCase(
            "a: |0\n  x\n",
            """
            t.yaml:1:5: error: nothing but `+`, `-` or 1 to 9 may follow `|` or `>` [block-text]
              a: |0
                  ^
              fix: begin the text on the next line
            """),
        SyntaxCase(
            "a: & b\n",
            """
            t.yaml:1:4: error: `&` begins an anchor, whose name holds only letters, digits, `-` \
            and `_` [anchor-name]
              a: & b
                 ^
              fix: put a text that begins with `&` in quotes
            """),
        SyntaxCase(
            "a: ]\n",
            """
            t.yaml:1:4: error: a value is expected here [expected-value]
              a: ]
                 ^
              fix: write a value, or put the text in quotes
            """),
        SyntaxCase(
            "a: !<x\n",
            """
            t.yaml:1:4: error: this is not a tag that is known [unknown-tag]
              a: !<x
                 ^^^
              fix: remove it, or put a text that begins with `!` in quotes
            """),
        SyntaxCase(
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
        SyntaxCase(
            "\"a\" b",
            """
            t.yaml:1:5: error: the document is complete before this [after-end]
              "a" b
                  ^
              fix: check the indentation of this line and of the lines before it
            """),
    ]
}
