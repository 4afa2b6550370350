extension DateReader {
    /// A month, where the word is meant as one.
    func month(at index: Int, isSure: Bool) -> Int? {
        guard index < tokens.count, tokens[index].kind == .word,
            let month = MonthName.number(of: tokens[index].text)
        else { return nil }
        if isSure || !MonthName.isDoubtful(tokens[index].text) { return month }
        guard tokens[index].isCapital else { return nil }
        // A number behind it, or a word before it that dates follow.
        var former: [Token] = []
        let next = skipFormer(monthEnd(index), &former)
        if number(next) != nil || writtenYear(at: next) != nil
            || (text(next) == "," && number(next + 1) != nil)
        {
            return month
        }
        if index > 0, Self.leads.contains(text(index - 1)) { return month }
        return isAlone(index) || isTied(index) ? month : nil
    }

    private static let leads: Set<String> = [
        "in", "by", "from", "until", "since", "of", "through", "starting", "beginning", "during",
        "for", "around", "about", "between", "till", "throughout",
    ]

    /// Whether nothing is said but the month.
    private func isAlone(_ index: Int) -> Bool {
        index == 0 && (tokens.count == 1 || (tokens.count == 2 && text(1) == "."))
    }

    /// Whether a date stands on the other side of what ties two of them: "May-June", "1 June to May",
    /// "May to mid-June".
    private func isTied(_ index: Int) -> Bool {
        let tie = monthEnd(index)
        if Self.ties.contains(text(tie)) {
            let isName = MonthName.number(of: text(tie + 1)) != nil && tokens[tie + 1].isCapital
            if isName || withPart(at: tie + 1) != nil { return true }
        }
        guard index > 1, Self.ties.contains(text(index - 1)) else { return false }
        let last = text(index - 2) == "." ? index - 3 : index - 2
        return MonthName.number(of: text(last)) != nil || plausibleYear(index - 2) != nil
    }

    private static let ties: Set<String> = [
        "-", "/", "to", "through", "until", "till", "and", "or",
    ]

    /// Behind the month at a place, and behind the dot of its name.
    func monthEnd(_ index: Int) -> Int { isDotOfMonth(index + 1) ? index + 2 : index + 1 }

    /// Whether a sentence goes on behind the dot of a month.
    ///
    /// It does in "Oct. 5", "in mid-Oct. and" and "Oct. – Nov.", and not before a capital letter.
    func isInnerDot(_ index: Int) -> Bool {
        let next = index + 1
        guard isDotOfMonth(index), next < tokens.count else { return false }
        if writtenYear(at: next) != nil { return true }
        switch tokens[next].kind {
        case .number, .year, .former: return true
        case .date: return false
        case .word: return !tokens[next].isCapital && isDateEnd(next)
        case .sign:
            return tokens[next].isSign("([")
                || (["-", "/"].contains(text(next)) && simpleDate(at: next + 1) != nil)
        }
    }

    /// Whether a dot is of the name of a month, and does not just end a sentence.
    ///
    /// `Oct.` is cut. `May`, `June` and `July` are not: theirs is a slip, where a date goes on.
    private func isDotOfMonth(_ index: Int) -> Bool {
        guard index > 0, text(index) == ".", tokens[index - 1].kind == .word else { return false }
        let name = tokens[index - 1].text
        if MonthName.isCut(name) { return true }
        return MonthName.number(of: name) != nil && name.utf8.count <= 4
            && (isDayAndYear(at: index + 1, isNamed: text(index - 2) == "on")
                || isYearAlone(at: index + 1))
    }

    /// Whether a day of a month follows with its year, or where a day was spoken of.
    private func isDayAndYear(at index: Int, isNamed: Bool) -> Bool {
        guard let day = shortNumber(index), (1...31).contains(day) else { return false }
        let end = ordinalEnd(index + 1)
        return isNamed ? isDateEnd(end) : writtenYear(at: text(end) == "," ? end + 1 : end) != nil
    }

    /// Whether a year follows with which no sentence begins: "2026, and", and not "2026 brings more".
    private func isYearAlone(at index: Int) -> Bool {
        guard let (_, end) = writtenYear(at: index) else { return false }
        let subjects: Set<String> = ["is", "was", "will", "we", "the", "this", "all"]
        return isDateEnd(end) && !subjects.contains(text(end))
    }
}
