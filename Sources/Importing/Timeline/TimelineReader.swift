import Rollout

/// Reads the phases out of the timeline of a post.
struct TimelineReader {
    private let resolver: YearResolver
    private let forms: DateForms
    private var collector = PhaseCollector()
    /// The label of a line of its own, for what stands below it.
    private var heading: (sentence: Sentence, depth: Int)?
    /// Whether something was said below the label.
    private var isHeadingUsed = false
    /// The depth of the line that says of the dates in the list below it that they are ends.
    private var endsDepth: Int?
    private var tables: [DraftPhase] = []
    /// Whether there is more text than was read.
    private var isCut = false

    private init(published: CivilDate, modified: CivilDate, _ order: SlashedDate.Order?) {
        resolver = YearResolver(published: published, modified: modified)
        forms = DateForms(order: order, published: published, modified: modified)
    }

    /// The phases, in the order of the text; `name` is for those that name nobody.
    ///
    /// The days of publication and of the newest version are for dates without a year; the order of
    /// dates of numbers is that of the blocks where it is not given. `known` are words that name the
    /// change, to tell its own phases from what is said of other products.
    static func phases(
        of blocks: [TextBlock], published: CivilDate, modified: CivilDate, otherwise name: String,
        order: SlashedDate.Order? = nil,
        of known: CancellationComplement.Known = CancellationComplement.Known()
    ) -> Reading {
        var reader = TimelineReader(
            published: published, modified: modified,
            order ?? SlashedDate.order(in: blocks.map(\.text)))
        reader.read(blocks)
        let (phases, others, advice) = reader.finished(otherwise: name, of: known)
        return Reading(
            phases: Array(phases.prefix(mostPhases)),
            leftOut: LeftOut(
                phases: max(0, phases.count - mostPhases), hasMoreText: reader.isCut),
            others: others, advice: advice)
    }

    /// What was read, and what was not for its length.
    struct Reading {
        var phases: [AnnouncedPhase] = []
        var leftOut = LeftOut()
        /// Sentences of ends of other products, which are no phases.
        var others: [String] = []
        /// Sentences of what readers do by a day, which are no phases either.
        var advice: [String] = []
    }

    /// More bytes than this are no timeline: the longest known have 3,500.
    private static let mostBytes = 1 << 16
    /// More phases than this are none that a person plans with.
    private static let mostPhases = 200

    private mutating func read(_ blocks: [TextBlock]) {
        var rows: [[String]] = []
        var left = Self.mostBytes
        for whole in blocks {
            let block = whole.cut(to: min(left, 1 << 14))
            isCut = isCut || block.text.utf8.count < whole.text.utf8.count
            left -= block.text.utf8.count
            guard left > 0 else {
                isCut = true
                break
            }
            if case .row(let cells) = block.kind {
                rows.append(cells)
                continue
            }
            takeTable(&rows)
            read(block)
        }
        takeTable(&rows)
    }

    private mutating func takeTable(_ rows: inout [[String]]) {
        guard !rows.isEmpty else { return }
        tables += TimelineTable(rows, forms).phases()
        rows = []
    }

    private mutating func read(_ block: TextBlock) {
        let sentences = SentenceReader(block.text, forms).sentences()
        guard let first = sentences.first, !first.isNote else { return }
        takeEnds(sentences, block)
        if sentences.count == 1, first.tokens.allSatisfy({ $0.kind == .sign }), !first.label.isEmpty
        {
            endHeading()
            heading = (first, block.depth)
            isHeadingUsed = false
            collector.close()
            return
        }
        if let heading, first.isAudience || (block.kind != .item && heading.sentence.label.isEmpty)
        {
            // What names an audience itself stands beside the line and not below it, but in a list.
            if !(block.kind == .item && heading.sentence.isAudience == false) {
                endHeading()
                self.heading = nil
            }
        }
        isHeadingUsed = true
        for whole in sentences where !whole.isAside {
            for sentence in AudienceSplit.parts(of: whole, in: block.text) {
                if sentence.label.isEmpty {
                    if sentence == first { beginUnlabelled(sentence) }
                } else {
                    begin(sentence.label, sentence.isAudience)
                    if endsDepth != nil { collector.resume() }
                }
                let usual = endsDepth != nil && block.kind == .item ? .end : sentence.edge
                collector.take(sentence.tokens, of: block.text, otherwise: usual)
            }
        }
        if block.kind == .item { collector.endItem() }
    }

    /// Takes a line that speaks of ends alone, for the list that follows it.
    private mutating func takeEnds(_ sentences: [Sentence], _ block: TextBlock) {
        if let depth = endsDepth, block.kind != .item || block.depth <= depth { endsDepth = nil }
        if sentences.count == 1, EndHeading.isOne(sentences[0]) { endsDepth = block.depth }
    }

    /// Begins a text without a label; what was there before is no end of a labelled phase.
    private mutating func beginUnlabelled(_ sentence: Sentence) {
        let isOfOther =
            heading == nil && collector.isLabelled && TimelineWords.isOfLifetime(sentence.tokens)
        begin("", false)
        if isOfOther { collector.close() }
    }

    /// Takes a label with nothing below it for what it says itself: "Phase 1 (Complete)".
    private mutating func endHeading() {
        guard let heading, !isHeadingUsed, heading.sentence.isAudience else { return }
        collector.begin(heading.sentence.label, isAudience: true)
        collector.take([], of: heading.sentence.label)
        collector.close()
        isHeadingUsed = true
    }

    private mutating func begin(_ label: String, _ isAudience: Bool) {
        let above = heading?.sentence.label ?? ""
        let name = above.isEmpty || label.isEmpty ? above + label : "\(above) - \(label)"
        collector.begin(name, isAudience: isAudience || heading?.sentence.isAudience ?? false)
    }

    private mutating func finished(
        otherwise name: String, of known: CancellationComplement.Known
    ) -> (phases: [AnnouncedPhase], others: [String], advice: [String]) {
        endHeading()
        var phases = collector.phases
        if !tables.isEmpty {
            // A sentence above a table that does not name anybody introduces it.
            phases = phases.filter { !$0.label.isEmpty } + tables
        }
        if phases.isEmpty, let loose = collector.looseStatus {
            phases = [
                DraftPhase(
                    label: "", isAudience: false, name: "", status: loose.status,
                    source: loose.source)
            ]
        }
        resolver.resolve(&phases)
        let (timely, advice) = Advice.parted(phases)
        let kept = Restatements.dropped(from: timely)
        let (own, others) = OtherProducts.parted(kept, known)
        return (own.map { AnnouncedPhase($0, otherwise: name) }, others, advice)
    }
}
