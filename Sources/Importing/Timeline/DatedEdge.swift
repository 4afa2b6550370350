/// A date of a sentence with what it is of.
struct DatedEdge: Hashable {
    var edge: TimelineWords.Edge
    var date: DatePhrase
    /// Whether words say that it is a start or an end.
    var isSaid: Bool
    /// Whether something is over at that moment: "retired on".
    var isMoment = false
    /// Whether something goes on that long: "accessible until".
    var isLimit = false
    /// Whether it stands right behind "by" or "no later than".
    var isBy = false
    /// Whether it ends a phase that has begun and has no end yet.
    var endsOpen = false
    /// Whether readers are told what they can or should do by then.
    var isAdvice = false

    var isSaidStart: Bool { isSaid && edge == .start }

    /// The date as one of which words say that it is a start or an end.
    func with(_ edge: TimelineWords.Edge) -> DatedEdge {
        var dated = self
        dated.edge = edge
        dated.isSaid = true
        return dated
    }
}
