/// Leaves out the ends of other products, which a timeline names in passing.
enum OtherProducts {
    private static let common: Set<String> = [
        "microsoft", "365", "we", "the", "this", "support", "end", "please", "note", "for", "in",
        "on", "as", "after", "before", "users", "you", "your", "also", "extended", "mainstream",
        "it", "its", "and", "a", "an", "by", "from", "availability", "access", "service",
    ]

    /// The phases that are of the announcement, and the sentences of the others.
    ///
    /// Nothing is left out where the announcement is of an end itself, or where nothing would be left.
    static func parted(
        _ phases: [DraftPhase], _ known: CancellationComplement.Known
    ) -> (own: [DraftPhase], others: [String]) {
        guard !known.isOfEnd, !known.all.isEmpty else { return (phases, []) }
        var own: [DraftPhase] = []
        var others: [String] = []
        for phase in phases {
            if isOfOther(phase, known) { others.append(phase.source) } else { own.append(phase) }
        }
        return own.contains { !$0.edges.isEmpty } ? (own, others) : (phases, [])
    }

    private static func isOfOther(
        _ phase: DraftPhase, _ known: CancellationComplement.Known
    ) -> Bool {
        guard !phase.edges.isEmpty, Audience.named(in: phase.source).isEmpty else { return false }
        // A remark behind a line has the label of the line.
        let label = phase.isAudience ? "" : phase.label
        let tokens = Token.tokens(of: label) + Token.tokens(of: phase.source)
        guard tokens.indices.contains(where: { EndOfLife.isSaid(at: $0, in: tokens) }) else {
            return false
        }
        let names = tokens.filter { token in
            token.kind == .word && token.isCapital && !common.contains(token.text)
                && MonthName.number(of: token.text) == nil
        }.map(\.text)
        return !names.isEmpty && !names.contains { known.all.contains($0) }
    }
}
