import Testing

/// A text that is not YAML, and what a person reads about it.
struct SyntaxCase: CustomTestStringConvertible {
    let text: String
    let expected: String

    init(_ text: String, _ expected: String) {
        self.text = text
        self.expected = expected
    }

    var testDescription: String { text.debugDescription }
}
