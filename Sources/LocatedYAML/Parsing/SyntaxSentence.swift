/// The mistakes of a text that need no more than their place, in words.
struct SyntaxSentence {
    let code: String
    /// What is wrong, without a full stop.
    let message: String
    let fix: String

    /// The sentence for what libyaml calls a problem.
    static func of(_ problem: String, context: String) -> SyntaxSentence {
        switch (problem, context) {
        case ("mapping values are not allowed in this context", _):
            SyntaxSentence(
                code: "unexpected-colon", message: "a key with a colon cannot stand here",
                fix: "check the indentation, or put a text that contains `: ` in quotes")
        case ("found unexpected ':'", _):
            SyntaxSentence(
                code: "unexpected-colon", message: "a colon cannot stand here",
                fix: "put a blank behind it, or put the text in quotes")
        case ("block sequence entries are not allowed in this context", _):
            SyntaxSentence(
                code: "unexpected-item", message: "an item of a list cannot stand here",
                fix: "begin the list on a line of its own")
        case ("mapping keys are not allowed in this context", _):
            SyntaxSentence(
                code: "unexpected-key", message: "a key that begins with `?` cannot stand here",
                fix: "write `key: value`, or put the text in quotes")
        case ("did not find expected node content", _):
            SyntaxSentence(
                code: "expected-value", message: "a value is expected here",
                fix: "write a value, or put the text in quotes")
        case ("did not find expected <document start>", _):
            SyntaxSentence(
                code: "after-end", message: "the document is complete before this",
                fix: "check the indentation of this line and of the lines before it")
        case (_, "while scanning a block scalar"):
            SyntaxSentence(
                code: "block-text", message: "nothing but `+`, `-` or 1 to 9 may follow `|` or `>`",
                fix: "begin the text on the next line")
        case ("found incompatible YAML document", _):
            SyntaxSentence(
                code: "yaml-version", message: "only YAML 1.1 and 1.2 are known",
                fix: "remove the `%YAML` line")
        case ("found duplicate %YAML directive", _), ("found duplicate %TAG directive", _):
            SyntaxSentence(
                code: "directive", message: "this directive stands twice", fix: "remove one")
        case (_, "while scanning a directive"), (_, "while scanning a %YAML directive"),
            (_, "while scanning a %TAG directive"), (_, "while parsing a %TAG directive"),
            (_, "while scanning a tag directive"), (_, "while parsing a tag directive"),
            (_, "while scanning a %TAG"):
            SyntaxSentence(
                code: "directive",
                message: "a line that begins with `%` is no text but an order "
                    + "to the reader, and this one is not known",
                fix: "remove the line, or put the text in quotes")
        default:
            SyntaxSentence(
                code: "syntax",
                message: "this is not YAML: "
                    + (context.isEmpty ? problem : "\(problem) \(context)"),
                fix: "check the indentation and the quotes")
        }
    }
}
