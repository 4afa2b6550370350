/// A sentence of a timeline, with what it is about.
struct Sentence: Hashable {
    /// What stands before a colon, or the audience that it begins with; empty for neither.
    var label: String
    /// Whether the label names a ring, a cloud, a channel or a numbered phase.
    var isAudience: Bool
    /// What is said; empty for a label alone.
    let tokens: [Token]
    /// Whether it is a note, whose dates are of something else.
    var isNote = false
    /// Whether its label says that it is about the text itself: "Published: May 5, 2025".
    var isAside = false
    /// What its dates are of where no word of it says so.
    var edge = TimelineWords.Edge.start
}

/// Cuts the text of a block into sentences, and labels from sentences.
struct SentenceReader {
    private let text: [UInt8]
    private let tokens: [Token]

    /// - Parameters:
    ///   - text: The text of a block.
    ///   - forms: How dates are written.
    init(_ text: String, _ forms: DateForms) {
        self.text = Array(text.utf8)
        tokens = forms.tokens(of: text)
    }

    /// The sentences in their order.
    func sentences() -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        for index in tokens.indices {
            let isEnd = index + 1 == tokens.count || endsSentence(at: index)
            let isLabelNext = index + 1 < tokens.count && beginsLabel(at: index + 1, from: start)
            guard isEnd || isLabelNext else { continue }
            sentences.append(sentence(tokens[start...index], isFirst: sentences.isEmpty))
            start = index + 1
        }
        return sentences
    }

    private func endsSentence(at index: Int) -> Bool {
        let token = tokens[index]
        guard token.isSign(".!?;"), !tokens[index + 1].isGlued else { return false }
        guard token.text == ".", index > 0 else { return true }
        // "U.S. clouds", "Sept. 3".
        let before = tokens[index - 1]
        let isShort = before.kind == .word && before.text.utf8.count == 1
        return !isShort && !DateReader(tokens).isInnerDot(index)
    }

    /// Whether an audience with a colon begins here, though no sentence has ended.
    private func beginsLabel(at index: Int, from start: Int) -> Bool {
        guard index > start, tokens[index].isCapital, !tokens[index - 1].isSign(",|&/(:"),
            tokens[index - 1].text != "and", tokens[index - 1].text != "for",
            AudienceWords.end(at: index - 1, in: tokens[start...]) == nil,
            let end = AudienceWords.runEnd(at: index, in: tokens[...]), end < tokens.count
        else { return false }
        return tokens[end].isSign(":")
            && DateReader(tokens).hasDate(in: start..<index)
    }

    private func sentence(_ tokens: ArraySlice<Token>, isFirst: Bool) -> Sentence {
        var rest = tokens
        var labels: [String] = []
        var isAudience = false
        if isFirst, isNote(rest) {
            return Sentence(label: "", isAudience: false, tokens: Array(rest), isNote: true)
        }
        var isAside = false
        while let (label, next, isNamed) = label(of: rest, isFirst: isFirst || isAudience) {
            labels.append(label)
            isAside = isAside || MentionedDate.isHead(rest[..<next])
            isAudience = isAudience || isNamed
            rest = rest[next...]
            if labels.count == 3 { break }
        }
        return Sentence(
            label: labels.joined(separator: " - "), isAudience: isAudience, tokens: Array(rest),
            isAside: isAside)
    }

    /// Whether it is a remark, or the line that says when and why the post was updated.
    private func isNote(_ tokens: ArraySlice<Token>) -> Bool {
        guard let first = tokens.first else { return false }
        let next = tokens.startIndex + 1
        if first.text == "updated" { return DateReader(self.tokens).date(at: next) != nil }
        return ["note", "notes", "important", "tip", "reminder"].contains(first.text)
            && (next == tokens.endIndex || tokens[next].isSign(":-"))
    }

    /// The label that tokens begin with, where what it labels begins, and whether it is an audience.
    private func label(of tokens: ArraySlice<Token>, isFirst: Bool) -> (String, Int, Bool)? {
        guard let first = tokens.first else { return nil }
        let start = tokens.startIndex
        let near = tokens.prefix(24)
        let colon = near.firstIndex { token in
            token.isSign(":")
                && (token.range.upperBound == text.count || text[token.range.upperBound] == 32)
        }
        let run = AudienceWords.runEnd(
            at: ["for", "the"].contains(first.text) ? start + 1 : start, in: tokens)
        if let colon, run.map({ $0 <= colon }) ?? true,
            !DateReader(self.tokens).hasDate(in: start..<colon),
            !near[..<colon].contains(where: { $0.isSign(".") })
        {
            let isAudience = AudienceWords.occur(in: tokens[..<colon])
            let isPlatform = Self.isPlatform(tokens[..<colon])
            if isAudience || isPlatform || (isFirst && !Self.isTrigger(tokens[..<colon])) {
                return (words(tokens[..<colon]), colon + 1, isAudience)
            }
            return nil
        }
        guard let run else { return nil }
        // "General Availability is expected in May": the words are the subject too.
        let dashed = run < tokens.endIndex && tokens[run].isSign("-|") ? run + 1 : run
        return (words(tokens[start..<run]), dashed, true)
    }

    /// Whether a few words name a platform, whatever they list in brackets: "Mail (iOS, Android)".
    private static func isPlatform(_ tokens: ArraySlice<Token>) -> Bool {
        guard !Platform.named(in: tokens).isEmpty else { return false }
        guard tokens.count > 5 else { return true }
        var depth = 0
        let outside = tokens.filter { token in
            if token.isSign("(") { depth += 1 }
            defer { if token.isSign(")") { depth -= 1 } }
            return depth == 0
        }
        return outside.count <= 5 && depth == 0 && TimelineWords.edges(in: Array(tokens)).isEmpty
    }

    /// Whether what stands before a colon says what the date behind it is of.
    private static func isTrigger(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.count <= 5 && !TimelineWords.edges(in: Array(tokens)).isEmpty
    }

    private func words(_ tokens: ArraySlice<Token>) -> String {
        let kept = tokens.filter { !$0.isFormer }
        guard let first = kept.first, let last = kept.last else { return "" }
        return String(decoding: text[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }
}

extension DateReader {
    /// Whether a date begins within some places.
    func hasDate(in range: Range<Int>) -> Bool { range.contains { date(at: $0) != nil } }
}
