import LocatedYAML
import Testing

struct DirectiveTests {
    @Test("Directives are orders to the reader, and few are known", arguments: directives)
    func directive(_ example: SyntaxCase) {
        #expect(complaints(about: example.text) == example.expected)
    }

    private static let directives: [SyntaxCase] = [
        SyntaxCase(
            "%FOO 1\n--- a\n",
            """
            t.yaml:1:1: error: a line that begins with `%` is no text but an order to the \
            reader, and this one is not known [directive]
              %FOO 1
              ^^^^
              fix: remove the line, or put the text in quotes
            """),
        SyntaxCase(
            "%YAML 2.0\n--- a\n",
            """
            t.yaml:1:1: error: only YAML 1.1 and 1.2 are known [yaml-version]
              %YAML 2.0
              ^^^^^
              fix: remove the `%YAML` line
            """),
        SyntaxCase(
            "%YAML 1.1\n%YAML 1.1\n--- a\n",
            """
            t.yaml:2:1: error: this directive stands twice [directive]
              %YAML 1.1
              ^^^^^
              fix: remove one
            """),
        SyntaxCase(
            "%TAG !\n--- a\n",
            """
            t.yaml:1:1: error: a line that begins with `%` is no text but an order to the \
            reader, and this one is not known [directive]
              %TAG !
              ^^^^
              fix: remove the line, or put the text in quotes
            """),
        SyntaxCase(
            "%YAML 1.1\na: 1\n",
            """
            t.yaml:2:1: error: a line `---` is expected between the `%` lines and this [directive]
              a: 1
              ^^
              fix: write `---` above this line, or remove the `%` lines
            """),
        SyntaxCase(
            "a: 1\n}\n",
            """
            t.yaml:2:1: error: this is neither a key of the mapping that begins at line 1 nor a \
            part of its last value [expected-key]
              }
              ^
              fix: begin all keys of one mapping in the same column; nothing may follow a \
            closing quote or bracket
            """),
        SyntaxCase(
            "{a: 1}\nb: 2\n",
            """
            t.yaml:2:1: error: the document is complete before this [after-end]
              b: 2
              ^^
              fix: check the indentation of this line and of the lines before it
            """),
    ]
}
