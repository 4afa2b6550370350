/// Says in plain sentences why libyaml refuses a text, at the place where its author looks.
struct ProblemReader {
    /// The text that libyaml refuses.
    let source: SourceText
    /// The bracket or brace that is open where the problem shows.
    let openBracket: Int?
    /// Nothing of the document was read yet.
    let isBeforeDocument: Bool

    func diagnostic(for problem: ParserProblem, cursor: inout CharacterCursor) -> Diagnostic {
        switch problem {
        case .outOfMemory:
            return source.diagnostic(
                "out-of-memory", "there is not enough memory to read the file",
                at: SourceSpan(start: 0, end: 0))
        case .reader(let text, let byte, let value):
            return EncodingProblem(source: source, offset: byte).diagnostic(text, value: value)
        case .syntax(let text, let place, let context, let from):
            let offset = cursor.offset(ofCharacter: place)
            let start = cursor.offset(ofCharacter: from)
            return syntax(text, at: offset, context: context, from: start)
        }
    }

    private func syntax(
        _ text: String, at offset: Int, context: String, from start: Int
    ) -> Diagnostic {
        if text.contains("tab character") { return tab(at: offset) }
        switch (text, context) {
        case ("found character that cannot start any token", _):
            return byte(at: offset) == Byte.tab ? tab(at: offset) : reserved(at: offset)
        case ("could not find expected ':'", _):
            return source.diagnostic(
                "missing-colon", "a key with a colon is expected here",
                fix: "write `key: value`; a text that goes on over several lines begins with `|`",
                at: SourceSpan(start: start, end: endOfLine(from: start)))
        case ("found unexpected end of stream", _), ("found unexpected document indicator", _):
            let quote = byte(at: start) == UInt8(ascii: "'") ? "single" : "double"
            return source.diagnostic(
                "unclosed-quote", "the \(quote) quote that opens here is never closed",
                fix: "close it at the end of the text", at: character(at: start))
        case (_, "while parsing a flow sequence"), (_, "while parsing a flow mapping"),
            (_, "while parsing a flow node"):
            return flow(text, at: offset)
        case ("did not find expected key", _):
            return source.diagnostic(
                "expected-key",
                "this is neither a key of the mapping that begins at \(line(of: start)) "
                    + "nor a part of its last value",
                fix: "begin all keys of one mapping in the same column; "
                    + "nothing may follow a closing quote or bracket",
                at: word(at: offset))
        case ("did not find expected '-' indicator", _):
            return source.diagnostic(
                "expected-item", "this is no item of the list that begins at \(line(of: start))",
                fix: "begin all items of one list with `-` in the same column",
                at: word(at: offset))
        case (_, "while scanning an anchor"), (_, "while scanning an alias"):
            return name(context, from: start)
        case ("found undefined tag handle", _), (_, "while scanning a tag"),
            (_, "while parsing a tag"):
            let place = context == "while parsing a node" ? offset : start
            return source.diagnostic(
                "unknown-tag", "this is not a tag that is known",
                fix: "remove it, or put a text that begins with `!` in quotes",
                at: word(at: place))
        case (_, "while parsing a quoted scalar"):
            return escape(text, at: offset)
        case ("did not find expected <document start>", _) where isBeforeDocument:
            return source.diagnostic(
                "directive", "a line `---` is expected between the `%` lines and this",
                fix: "write `---` above this line, or remove the `%` lines", at: word(at: offset))
        default:
            let sentence = SyntaxSentence.of(text, context: context)
            let place = sentence.code == "directive" && !context.isEmpty ? start : offset
            return source.diagnostic(
                sentence.code, sentence.message, fix: sentence.fix, at: word(at: place))
        }
    }

    private func tab(at offset: Int) -> Diagnostic {
        // libyaml may stop behind the tab; the one that indents stands at the start of the line.
        let lineStart = source.bytes[..<offset].lastIndex(where: Byte.isBreak).map { $0 + 1 } ?? 0
        let indent = source.bytes[lineStart...].prefix(while: Byte.isBlank)
        let start = indent.firstIndex(of: Byte.tab) ?? offset
        let tabs = source.bytes[start...].prefix { $0 == Byte.tab }
        return source.diagnostic(
            "tab-indentation", "a tab indents this line; YAML allows only spaces for that",
            fix: "replace each tab by spaces, for example two",
            at: SourceSpan(start: start, end: max(tabs.endIndex, start + 1)))
    }

    private func reserved(at offset: Int) -> Diagnostic {
        let span = character(at: offset)
        let text = String(decoding: source.bytes[span.start..<span.end], as: UTF8.self)
        let shown = text == "`" ? "a backtick" : "`\(text)`"
        return source.diagnostic(
            "reserved-character", "a text without quotes cannot begin with \(shown)",
            fix: "put the text in quotes", at: span)
    }

    private func escape(_ text: String, at offset: Int) -> Diagnostic {
        let span = SourceSpan(start: offset, end: min(offset + 2, source.bytes.count))
        switch text {
        case "found unknown escape character":
            return source.diagnostic(
                "unknown-escape", "this is no escape in a text in double quotes",
                fix: "write `\\\\` for a backslash, or use single quotes", at: span)
        case "did not find expected hexdecimal number":
            return source.diagnostic(
                "unknown-escape", "this escape has too few hexadecimal digits",
                fix: "write two digits after `\\x`, four after `\\u` and eight after `\\U`",
                at: span)
        default:
            return source.diagnostic(
                "unknown-escape", "this escape is the number of no character",
                fix: "write the character itself", at: span)
        }
    }

    /// What is wrong within brackets or braces.
    private func flow(_ text: String, at offset: Int) -> Diagnostic {
        let start = openBracket ?? offset
        let isMapping = byte(at: start) == UInt8(ascii: "{")
        let (open, close) = isMapping ? ("brace `{`", "`}`") : ("bracket `[`", "`]`")
        guard offset < source.bytes.count else {
            return source.diagnostic(
                "unclosed-bracket", "the \(open) that opens here is never closed",
                fix: "close it with \(close)", at: character(at: start))
        }
        let place = source.position(at: start)
        let since = "the \(open) at line \(place.line), column \(place.column) is still open"
        guard text != "did not find expected node content" else {
            return source.diagnostic(
                "expected-value", "a value is expected here; \(since)",
                fix: "write a value, `\"\"` for an empty text, or close with \(close)",
                at: word(at: offset))
        }
        return source.diagnostic(
            "expected-comma", "a comma or \(close) is expected here; \(since)",
            fix: "separate the items with commas, and close with \(close)", at: word(at: offset))
    }

    private func name(_ context: String, from start: Int) -> Diagnostic {
        let sign = context.hasSuffix("alias") ? "*" : "&"
        let kind = sign == "*" ? "an alias" : "an anchor"
        return source.diagnostic(
            "anchor-name",
            "`\(sign)` begins \(kind), whose name holds only letters, digits, `-` and `_`",
            fix: "put a text that begins with `\(sign)` in quotes", at: word(at: start))
    }

    private func line(of offset: Int) -> String { "line \(source.position(at: offset).line)" }

    private func byte(at offset: Int) -> UInt8? {
        offset < source.bytes.count ? source.bytes[offset] : nil
    }

    private func character(at offset: Int) -> SourceSpan {
        var end = min(offset + 1, source.bytes.count)
        while end < source.bytes.count, Byte.isContinuation(source.bytes[end]) { end += 1 }
        return SourceSpan(start: offset, end: end)
    }

    /// From a place to the next blank, at least one character and not over the end of the line.
    private func word(at offset: Int) -> SourceSpan {
        let rest = source.bytes[min(offset, source.bytes.count)...]
        let word = rest.prefix { !Byte.isBlank($0) && !Byte.isBreak($0) }
        return SourceSpan(start: word.startIndex, end: word.endIndex)
    }

    /// The end of the text on a line, without the blanks behind it.
    private func endOfLine(from start: Int) -> Int {
        let line = source.bytes[start...].prefix { !Byte.isBreak($0) }
        return line.lastIndex { !Byte.isBlank($0) }.map { $0 + 1 } ?? line.endIndex
    }
}
