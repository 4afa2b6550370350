/// Puts the dates of sentences together to phases.
struct PhaseCollector {
    private(set) var phases: [DraftPhase] = []
    /// What unlabelled sentences without a date say of the state of things.
    private(set) var looseStatus: (status: PhaseStatus, source: String)?
    /// The phase that further dates may belong to, by its place.
    private var open: Int?
    private var label = ""
    private var isAudience = false

    var isLabelled: Bool { !label.isEmpty }

    /// Begins what has another label.
    mutating func begin(_ label: String, isAudience: Bool) {
        if label != self.label || label.isEmpty { open = label.isEmpty ? open : nil }
        self.label = label
        self.isAudience = isAudience
    }

    /// Ends the phase that further dates may belong to.
    mutating func close() { open = nil }

    /// Goes on with the one phase of the label that has begun and lacks its end.
    mutating func resume() {
        guard open == nil, !label.isEmpty else { return }
        let begun = phases.indices.filter { place in
            phases[place].label == label && phases[place].start != nil && phases[place].end == nil
        }
        if begun.count == 1 { open = begun[0] }
    }

    /// Ends an item of a list: the next one goes on only where this one lacks its other end.
    mutating func endItem() {
        if let place = open, phases[place].start != nil, phases[place].end != nil { open = nil }
    }

    /// Takes a sentence of a text; `usual` is what its dates are of where no word says so.
    mutating func take(
        _ tokens: [Token], of text: String, otherwise usual: TimelineWords.Edge = .start
    ) {
        if label.isEmpty, let place = open, isOfOthers(tokens, than: phases[place]) { open = nil }
        // Of what is put off for an open time, the dates hold no longer.
        let isPutOff = PutOff.isOfAll(tokens, label: label)
        let dated = EdgeReader(tokens, otherwise: usual).dated()
        let dates = isPutOff ? [] : dated
        let status = isPutOff ? .announced : said(in: tokens)
        let words = Self.words(tokens.drop { $0.isSign(",") }, of: text)
        let source = words.isEmpty ? label : words
        defer {
            if isPutOff, !label.isEmpty, let open, phases[open].label == label {
                putOff(open, source, dated.map { Self.words(tokens[$0.date.tokens], of: text) })
            }
        }
        let isPast = tokens.contains { TimelineWords.isPast($0.text) }
        for item in dates {
            let words = Self.words(tokens[item.date.tokens], of: text)
            let edge = DraftPhase.Edge(date: item.date, words: words)
            guard !item.isAdvice else {
                setAside(edge, item.edge, source)
                continue
            }
            let slot = slot(of: item)
            place(edge, slot, source)
            guard let open else { continue }
            if slot == .start {
                phases[open].isPast = phases[open].isPast || isPast
                phases[open].isMoment = isMoment(item)
            }
            if let status, status != .announced { phases[open].status = status }
        }
        if dates.isEmpty, let status = status ?? (isAudience ? PhaseStatus.of(label: label) : nil) {
            take(status, tokens, source)
        }
    }

    /// What a date is of, beside what was read before it.
    private mutating func slot(of dated: DatedEdge) -> TimelineWords.Edge {
        guard let place = open, phases[place].start != nil else { return dated.edge }
        let isMoment = phases[place].isMoment
        // What stays accessible after a retirement is no part of it.
        if isMoment, dated.edge == .end, dated.isLimit { open = nil }
        return dated.endsOpen && !isMoment && phases[place].end == nil ? .end : dated.edge
    }

    /// Whether something is over on a day, as its sentence or its label says.
    private func isMoment(_ dated: DatedEdge) -> Bool {
        dated.isMoment || (!dated.isSaid && EndOfLife.isTold(in: Token.tokens(of: label)))
    }

    /// Keeps what readers are told to do by a day apart from the phases around it.
    private mutating func setAside(
        _ edge: DraftPhase.Edge, _ slot: TimelineWords.Edge, _ source: String
    ) {
        let kept = open
        open = nil
        place(edge, slot, source)
        if let open { phases[open].isAdvice = true }
        open = kept
    }

    /// Takes back the dates of a phase that a sentence under its label puts off.
    private mutating func putOff(_ place: Int, _ sentence: String, _ dates: [String]) {
        let phase = phases[place]
        guard phase.status != .completed, phase.status != .cancelled, phase.status != .available
        else { return }
        phases[place].putOff = sentence
        phases[place].formerDates = phase.edges.map(\.words) + dates
        phases[place].end = nil
        guard phase.status != .started else { return }
        phases[place].start = nil
        phases[place].status = .announced
    }

    /// Whether a sentence names audiences, and none of those that a phase was read for.
    private func isOfOthers(_ tokens: [Token], than phase: DraftPhase) -> Bool {
        let named = Audience.named(in: tokens[...])
        guard !named.isEmpty else { return false }
        let known = Audience.named(in: phase.source)
        return !known.isEmpty && !named.contains(where: known.contains)
    }

    /// What a sentence says of the state of things, of all that the label names.
    private func said(in tokens: [Token]) -> PhaseStatus? {
        let status = PhaseStatus.said(in: tokens)
        guard status == .cancelled else { return status }
        // "Worldwide, GCC: … We do not proceed in GCC" is of a part, which the reach cuts off.
        return CancellationSentence.isOfAll(tokens, label: label) ? status : nil
    }

    private mutating func place(
        _ edge: DraftPhase.Edge, _ slot: TimelineWords.Edge, _ source: String
    ) {
        if let open {
            let phase = phases[open]
            switch slot {
            case .start where phase.start == nil && phase.end == nil: break
            case .end where phase.end == nil: break
            // What is said twice adds nothing.
            case .start where phase.start?.date.isSame(as: edge.date) ?? false: return
            case .end where phase.end?.date.isSame(as: edge.date) ?? false: return
            default: self.open = nil
            }
        }
        if open == nil {
            phases.append(
                DraftPhase(label: label, isAudience: isAudience, name: label, source: source))
            open = phases.count - 1
        }
        guard let open else { return }
        if phases[open].putOff != nil {
            // "It is paused. It will resume in June 2025."
            phases[open].putOff = nil
            phases[open].formerDates = []
            if phases[open].status == .announced { phases[open].status = nil }
        }
        switch slot {
        case .start: phases[open].start = edge
        case .end: phases[open].end = edge
        }
        if !phases[open].source.holds(source) { phases[open].source += " " + source }
    }

    /// Takes what a sentence without a date says.
    private mutating func take(_ status: PhaseStatus, _ tokens: [Token], _ source: String) {
        if let open, phases[open].label == label, !label.isEmpty || status != .announced {
            // A line with dates is not undone by what follows in it.
            if phases[open].status == nil, status != .announced { phases[open].status = status }
            return
        }
        let named = label.isEmpty && AudienceWords.occur(in: tokens[...])
        guard !label.isEmpty || named else {
            if looseStatus == nil { looseStatus = (status, source) }
            return
        }
        phases.append(
            DraftPhase(
                label: label, isAudience: isAudience || named, name: label, status: status,
                source: source))
        open = phases.count - 1
    }

    /// The words of tokens, as they were written.
    static func words(_ tokens: ArraySlice<Token>, of text: String) -> String {
        guard let first = tokens.first, let last = tokens.last else { return "" }
        let bytes = Array(text.utf8)
        return String(
            decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }
}

extension DatePhrase {
    /// Whether it is the same date, said again.
    func isSame(as other: DatePhrase) -> Bool {
        span == other.span && (year == nil || other.year == nil || year == other.year)
    }
}
