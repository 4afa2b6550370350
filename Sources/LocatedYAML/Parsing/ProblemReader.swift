/// Says in plain sentences why libyaml refuses a text, at the place where its author looks.
struct ProblemReader {
    let source: SourceText
    /// The bracket or brace that is open where the problem shows.
    let openBracket: Int?

    /// The diagnostic for a problem.
    func diagnostic(for problem: ParserProblem, cursor: inout CharacterCursor) -> Diagnostic {
        switch problem {
        case .outOfMemory:
            return source.diagnostic(
                "out-of-memory", "there is not enough memory to read the file",
                at: SourceSpan(start: 0, end: 0))
        case .reader(_, let byte, let value):
            return character(at: byte, value: value)
        case .syntax(let text, let place, let context, let from):
            let start = cursor.offset(ofCharacter: from)
            let offset = cursor.offset(ofCharacter: place)
            return syntax(text, at: offset, context: context, from: start)
        }
    }

    private func character(at byte: Int, value: Int) -> Diagnostic {
        let span = SourceSpan(start: byte, end: min(byte + 1, source.bytes.count))
        return source.diagnostic("encoding", "bad \(value)", at: span)
    }

    private func syntax(_ text: String, at: Int, context: String, from: Int) -> Diagnostic {
        source.diagnostic("syntax", "\(context): \(text)", at: SourceSpan(start: at, end: at + 1))
    }
}
