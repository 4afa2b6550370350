/// Whom the words around a phrase name, and what of them is not understood.
struct CancellationComplement {
    /// The clouds, rings and platforms.
    private(set) var part = CancelledPart()
    /// Whom they name that is none of these, as it stands.
    private(set) var words: [String] = []
    /// The prepositions that a day or a month stands behind.
    private(set) var dates: Set<String> = []

    /// Words that name the change itself.
    struct Known {
        /// Those of its title that say what it is.
        var title: Set<String> = []
        /// Those of its products.
        var products: Set<String> = []

        /// Those of the whole title and of its products.
        var all: Set<String> = []

        /// Whether the announcement is of an end, such as a retirement.
        var isOfEnd: Bool { !title.isDisjoint(with: CancellationWords.endings) }

        /// Whether words, but for articles, are all of the name of the change, and so many at least.
        func names(_ noun: ArraySlice<Token>, least count: Int) -> Bool {
            let words = noun.filter { $0.kind == .word || $0.kind == .number }.map(\.text)
                .filter { !CancellationWords.articles.contains($0) }
            return words.count >= count && words.contains(where: title.contains)
                && words.allSatisfy { title.contains($0) || products.contains($0) }
        }
    }

    private enum Meaning { case nothing, people, date, unknown }

    private let tokens: [Token]
    /// Nil where only the words are at hand.
    private let sentence: String?
    private let known: Known
    /// The tokens that may name somebody.
    private var naming: [Token] = []
    /// Where the last words began that mean all people.
    private var people: Int?
    private var index = 0

    /// - Parameters:
    ///   - tokens: The words on one side of a phrase.
    ///   - sentence: The sentence that they stand in.
    ///   - isBehind: Whether they stand behind the phrase, where an object may come first.
    ///   - known: Words that name the change itself.
    init(_ tokens: [Token], of sentence: String?, isBehind: Bool, known: Known) {
        self.tokens = tokens
        self.sentence = sentence
        self.known = known
        if isBehind {
            let end = self.end(of: 0)
            takeGroup(0..<end, behind: "with")
        }
        while index < tokens.count, !isEnd(index) { step() }
        part = CancelledPart(of: naming[...])
    }

    /// Words as they stand in a sentence.
    static func words(_ tokens: ArraySlice<Token>, of sentence: String?) -> String {
        sentence.map { PhaseCollector.words(tokens, of: $0) }
            ?? tokens.map(\.text).joined(separator: " ")
    }

    private mutating func step() {
        let text = tokens[index].text
        if CancellationWords.relatives.contains(text), let start = people {
            let rest = tokens[index...]
            let end = rest.firstIndex { $0.isSign(",;:") } ?? rest.endIndex
            words.append(Self.words(tokens[start..<end], of: sentence))
            people = nil
            index = end
        } else if CancellationWords.prepositions.contains(text) {
            let isVoice = index > 0 && CancellationWords.voices.contains(tokens[index - 1].text)
            let end = self.end(of: index + 1)
            if isVoice {
                index = end
            } else {
                takeGroup((index + 1)..<end, behind: text)
            }
        } else {
            naming.append(tokens[index])
            index += 1
        }
    }

    /// Whether what follows says why, what for or as what, and no more of whom.
    private func isEnd(_ index: Int) -> Bool {
        let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
        let text = tokens[index].text
        if text == "where" { return people == nil }
        return CancellationWords.reasons.contains(text)
            || (text == "in" && CancellationWords.reasonsBehindIn.contains(next))
            || (text == "to" && CancellationWords.aims.contains(next))
    }

    /// The end of what belongs to a preposition: "GCC, GCC High and DoD".
    private func end(of start: Int) -> Int {
        var index = start
        while index < tokens.count, !isEnd(index) {
            let token = tokens[index]
            if CancellationWords.prepositions.contains(token.text)
                || (index > start && CancellationWords.relatives.contains(token.text))
                || CancellationWords.publishers.contains(token.text)
                || CancellationWords.passives.contains(token.text)
                || ["has", "have", "had", "will"].contains(token.text)
            {
                return index
            }
            if token.isSign(",;:"), !isName(index + 1), !isName(index + 2) { return index }
            index += 1
        }
        return index
    }

    private func isName(_ index: Int) -> Bool {
        index < tokens.count
            && (AudienceWords.audience(at: index, in: tokens[...]) != nil
                || PlatformWords.platform(tokens[index]) != nil)
    }

    private mutating func takeGroup(_ group: Range<Int>, behind preposition: String) {
        index = max(group.upperBound, index)
        naming += tokens[group]
        let meaning: Meaning =
            ["of", "at", "by", "about"].contains(preposition)
            ? (preposition == "of" && namesAnother(group) ? .unknown : .nothing)
            : meaning(of: group)
        let last = group.lowerBound > 1 ? tokens[group.lowerBound - 2].text : ""
        switch meaning {
        case .nothing: people = nil
        case .people: people = group.lowerBound
        // "The change that was announced in May" does not come at all.
        case .date: if !CancellationWords.tellings.contains(last) { dates.insert(preposition) }
        case .unknown:
            let start = people ?? group.lowerBound
            let own = tokens[start..<group.upperBound].drop {
                CancellationWords.articles.contains($0.text)
            }
            words.append(Self.words(own, of: sentence))
            people = nil
        }
    }

    /// Whether what stands behind "of" is called by a name that is none of the change's: "the
    /// retirement of Contoso Classic" in an announcement of Contoso Copilot.
    private func namesAnother(_ group: Range<Int>) -> Bool {
        guard !known.all.isEmpty, !DateReader(tokens).hasDate(in: group) else { return false }
        return group.contains { place in
            let token = tokens[place]
            return token.kind == .word && token.isCapital && token.text != "microsoft"
                && !known.all.contains(token.text) && PlatformWords.platform(token) == nil
                && AudienceWords.audience(at: place, in: tokens[...]) == nil
                && !CancellationWords.people.contains(token.text)
                && !CancellationWords.things.contains(token.text)
        }
    }

    private func meaning(of group: Range<Int>) -> Meaning {
        let own = tokens[group].filter { $0.kind == .word || $0.kind == .number }.map(\.text)
        guard own.contains(where: { !CancellationWords.articles.contains($0) }) else {
            return .nothing
        }
        if own.contains(where: CancellationWords.causes.contains) { return .nothing }
        if DateReader(tokens).hasDate(in: group) { return .date }
        var rest: [String] = []
        var hasPeople = false
        var place = group.lowerBound
        while place < group.upperBound {
            if let (_, end, _) = AudienceWords.audience(at: place, in: tokens[...]) {
                place = end
                continue
            }
            let token = tokens[place]
            place += 1
            let text = token.text
            if CancellationWords.people.contains(text) {
                hasPeople = true
            } else if token.kind == .word || token.kind == .number,
                PlatformWords.platform(token) == nil, !CancellationWords.articles.contains(text),
                !CancellationWords.kinds.contains(text), !CancellationWords.times.contains(text),
                !known.products.contains(text),
                !text.hasSuffix("ly")
            {
                rest.append(text)
            }
        }
        // "For education tenants" are some, whatever the title says.
        if !hasPeople {
            rest.removeAll { word in
                known.title.contains(word) || CancellationWords.things.contains(word)
                    || CancellationWords.ofTheChange.contains(word)
            }
        }
        guard rest.isEmpty else { return .unknown }
        return hasPeople ? .people : .nothing
    }
}
