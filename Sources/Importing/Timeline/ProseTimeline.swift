import Rollout

/// Reads phases out of running text, for announcements without a timeline; a guess.
enum ProseTimeline {
    /// The phases that the clauses of texts speak of; each wants somebody's look.
    static func phases(
        of texts: [String], published: CivilDate, modified: CivilDate
    ) -> TimelineReader.Reading {
        let sentences = texts.flatMap { PlainSentences.of($0) }.filter { !isAboutThePost($0) }
        let clauses = sentences.prefix(mostSentences).flatMap(clauses)
        let order = SlashedDate.order(in: texts)
        let phases = clauses.flatMap { clause in
            TimelineReader.phases(
                of: [TextBlock(.paragraph, clause)], published: published, modified: modified,
                otherwise: name(of: clause), order: order
            ).phases
        }
        var seen: Set<AnnouncedPhase> = []
        let kept = phases.filter { phase in
            let isDated = phase.start?.days != nil || phase.end?.days != nil
            return (isDated || phase.isUnreadable || phase.status == .started)
                && seen.insert(phase).inserted
        }
        return TimelineReader.Reading(
            phases: Array(kept.prefix(mostPhases)),
            leftOut: LeftOut(
                phases: max(0, kept.count - mostPhases),
                hasMoreText: sentences.count > mostSentences))
    }

    private static let mostSentences = 400
    private static let mostPhases = 50

    /// "Rollout began globally, expanding to other clouds by November" are two.
    private static func clauses(_ sentence: String) -> [String] {
        let goesOn = [", expanding ", ", followed by ", ", extending ", ", reaching ", "; "]
        for words in goesOn {
            guard let range = sentence.range(of: words) else { continue }
            return [String(sentence[..<range.lowerBound]), String(sentence[range.upperBound...])]
        }
        return [sentence]
    }

    private static func isAboutThePost(_ sentence: String) -> Bool {
        sentence.hasPrefix("Updated ")
    }

    private static func name(of clause: String) -> String {
        let words = Token.tokens(of: clause).map(\.text)
        if words.contains("globally") || words.contains("global") { return "Worldwide" }
        return words.contains("other") && words.contains("clouds") ? "Other clouds" : "Rollout"
    }
}

extension String {
    /// The first place of some other text, byte by byte.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        guard let start = offset(of: text) else { return nil }
        let lower = utf8.index(startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: text.utf8.count)
    }

    /// Whether some other text stands in this one, byte by byte.
    func holds(_ text: String) -> Bool { offset(of: text) != nil }

    private func offset(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        let bytes = Array(utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { start in
            bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}
