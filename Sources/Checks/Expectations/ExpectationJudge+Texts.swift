import Rollout

extension ExpectationJudge {
    /// Nil for a term about values of another type.
    func verdict(_ term: ExpectationTerm, _ text: SeenText) -> Verdict? {
        let excerpt = text.excerpt(medium)
        switch term {
        case .contains(.text(let part)):
            return text.bytes.contains(Array(part.utf8))
                ? Verdict(.met, words(term)) : absent(text, .unmet, excerpt)
        case .lacks(.text(let part)):
            return text.bytes.contains(Array(part.utf8))
                ? Verdict(.unmet, words(.contains(.text(part))))
                : absent(text, .met, words(term))
        case .startsWith(let start):
            if text.bytes.starts(with: start.utf8) { return Verdict(.met, words(term)) }
            // What was kept is the beginning, so that it decides unless it is the shorter one.
            return text.isCut && start.utf8.starts(with: text.bytes)
                ? Verdict(.unknown, text.cut) : Verdict(.unmet, excerpt)
        case .endsWith(let end):
            if text.isCut { return Verdict(.unknown, text.cut) }
            let endings = text.mayEndLine ? ["", "\n", "\r\n"] : [""]
            return Verdict(
                met: endings.contains { text.bytes.hasSuffix(Array((end + $0).utf8)) }, excerpt)
        case .matches(let pattern): return matches(pattern, text)
        case .equals(.text(let wanted)): return isOne(of: [wanted], text, words(term))
        case .oneOf(let wanted):
            return isOne(of: wanted.compactMap(\.string), text, words(term))
        case .within(let ranges):
            guard !text.isCut, let address = IPAddress(String(decoding: text.bytes, as: UTF8.self))
            else { return Verdict(.unmet, excerpt) }
            return Verdict(met: ranges.contains { $0.contains(address) }, excerpt)
        default: return nil
        }
    }

    /// The verdict about a part that was not found: it may be in what was cut off.
    private func absent(
        _ text: SeenText, _ standing: Finding.Standing, _ actual: String
    ) -> Verdict {
        text.isCut ? Verdict(.unknown, text.cut) : Verdict(standing, actual)
    }

    private func isOne(of wanted: [String], _ text: SeenText, _ expected: String) -> Verdict {
        let answers = wanted.map { text.isWhole($0) }
        if answers.contains(true) { return Verdict(.met, expected) }
        return answers.contains(nil)
            ? Verdict(.unknown, text.cut) : Verdict(.unmet, text.excerpt(medium))
    }

    private func matches(_ pattern: TextPattern, _ text: SeenText) -> Verdict {
        guard !text.isCut else { return Verdict(.unknown, text.cut) }
        switch pattern.search(text.bytes, until: deadline) {
        case .found: return Verdict(.met, words(.matches(pattern)))
        case .absent: return Verdict(.unmet, text.excerpt(medium))
        case .abandoned:
            return Verdict(.unknown, "a search without end: write a simpler expression")
        }
    }
}

extension TypedValue {
    /// What a text says; nil for another value.
    var string: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
