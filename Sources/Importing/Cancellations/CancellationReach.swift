/// How far it reaches that a change does not come: all of it, or some of those it was announced for.
package struct CancellationReach: Hashable, Sendable {
    /// Whether nobody gets the change.
    package private(set) var isAll = false
    /// Whom it does not come for, by their usual names, each once; empty where it is said of all.
    package private(set) var names: [String] = []
    /// Those of them of whom no phase was cancelled, as nobody knows which one is theirs.
    package private(set) var doubts: [String] = []
    /// The sentences that say so.
    package private(set) var sentences: [String] = []
    /// The phases, with those cancelled that do not come.
    private(set) var phases: [AnnouncedPhase]

    /// What was cut off already.
    private var cuts: Set<Cut> = []
    /// More parts than this nobody cancels one by one; further ones are named, and that is all.
    private static let mostCuts = 100
    /// More names than this nobody reads.
    private static let mostNames = 200

    private struct Cut: Hashable {
        let part: CancelledPart
        let isException: Bool
        let isRefusal: Bool
    }

    /// What is known of an announcement besides its phases.
    struct Context {
        let title: String
        let services: [String]
        /// The platforms that it names in a field of its own.
        let platforms: [String]

        /// The platforms of a phase that names none.
        var known: [Platform] {
            let named = CancelledPart(of: title).platforms
            return named.isEmpty
                ? CancelledPart(of: platforms.joined(separator: " ")).platforms : named
        }

        /// The words that name the change itself: whom a title names behind "for" is a part.
        var words: CancellationComplement.Known {
            let name = Token.words(of: title).prefix { word in
                !["for", "in", "to", "on", "with", "within", "across"].contains(word)
            }
            let products = Set(services.flatMap { Self.words(of: $0) })
            return CancellationComplement.Known(
                title: Set(name), products: products,
                all: Set(Self.words(of: title)).union(products))
        }

        /// With the numbers: "Microsoft 365".
        private static func words(of name: String) -> [String] {
            Token.tokens(of: name).filter { $0.kind == .word || $0.kind == .number }.map(\.text)
        }
    }

    /// - Parameters:
    ///   - texts: What may say so of the whole change.
    ///   - timeline: What may say so under the label of a phase.
    ///   - phases: The phases as they were read.
    ///   - context: What else is known of the announcement.
    init(
        of texts: [String], timeline: [String] = [], phases: [AnnouncedPhase], _ context: Context
    ) {
        self.phases = phases
        let known = context.words
        // What stands below the label of a phase is said of that phase.
        let own = CancellationSentence.all(in: timeline, known: known).filter { said in
            said.part != nil || !phases.contains { Self.owns($0, said.sentence) }
        }
        for said in CancellationSentence.all(in: texts, known: known) + own { take(said, context) }
        for phase in phases where phase.status == .cancelled {
            let part = CancelledPart(of: phase.name)
            var own = part
            if !part.clouds.isEmpty || !part.platforms.isEmpty { own.rings = [] }
            add(part.isEmpty ? [phase.name] : own.names)
        }
        isAll =
            isAll || (!self.phases.isEmpty && self.phases.allSatisfy { $0.status == .cancelled })
        if isAll {
            (names, doubts) = ([], [])
            self.phases = self.phases.map { $0.cancelled() }
        }
    }

    /// Nothing is said.
    init() { phases = [] }

    package var extent: CancellationExtent {
        isAll ? .everybody : names.isEmpty ? .nobody : .some(names)
    }

    /// What a person should look at, in a sentence; nil where nothing is in doubt.
    package var doubt: String? {
        doubts.isEmpty
            ? nil
            : "no phase was cancelled for \(Excerpt.of(doubts.joined(separator: ", "), most: 200)), "
                + "as the announcement does not say which ones are theirs"
    }

    private static func owns(_ phase: AnnouncedPhase, _ sentence: String) -> Bool {
        let tokens = Token.tokens(of: phase.name)
        return phase.status == .cancelled
            && (AudienceWords.occur(in: tokens[...]) || !Platform.named(in: tokens[...]).isEmpty)
            && (phase.source.holds(sentence) || sentence.holds(phase.source))
    }

    private mutating func add(_ more: [String]) {
        for name in more where names.count < Self.mostNames && !names.contains(name) {
            names.append(name)
        }
    }

    private mutating func take(_ said: CancellationSentence, _ context: Context) {
        guard let part = said.part else {
            isAll = true
            sentences.append(said.sentence)
            return
        }
        let whom =
            said.isException ? ["all but \(part.names.joined(separator: ", "))"] : part.names
        guard !said.isDoubtful else {
            guard doubts.count < Self.mostNames else { return }
            if !sentences.contains(said.sentence) { sentences.append(said.sentence) }
            add(whom)
            return doubts += whom.filter { !doubts.contains($0) }
        }
        let cut = Cut(
            part: part, isException: said.isException, isRefusal: said.isRefusal)
        // An update says again what the introduction says.
        guard !cuts.contains(cut) else { return }
        guard cuts.count < Self.mostCuts else { return add(part.names) }
        cuts.insert(cut)
        let pieces = phases.map {
            PhaseCut(of: $0, by: part, isException: said.isException, context.known)
        }
        let isTouched = pieces.contains { $0.cancelled != nil }
        guard isTouched || !said.isRefusal else { return }
        let known = Set(phases.filter { $0.status == .cancelled }.map(\.name))
        phases = pieces.flatMap { cut in
            let isKnown =
                cut.remaining != nil && cut.cancelled.map { known.contains($0.name) } ?? false
            return [cut.remaining, isKnown ? nil : cut.cancelled].compactMap(\.self)
        }
        if !sentences.contains(said.sentence) { sentences.append(said.sentence) }
        add(whom)
        if !isTouched,
            !phases.contains(where: {
                $0.status == .cancelled && part.covers(CancelledPart(of: $0.name))
            })
        {
            doubts += whom.filter { !doubts.contains($0) }
        }
        if !said.isException {
            // With no phase to tell, Worldwide is all, and so is all that the title names.
            let title = CancelledPart(of: context.title)
            let isWhole =
                phases.isEmpty
                && (part.clouds.contains(.worldwide)
                    || (!title.isEmpty && part.covers(title) && part.words.isEmpty))
            isAll = isAll || isWhole
        }
    }
}
