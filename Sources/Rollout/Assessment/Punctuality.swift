/// How a step stands to its due point.
package enum Punctuality: Hashable, Sendable {
    /// It was never ready, and there is time left or nothing left to do.
    case open
    /// Due has passed, it was never ready up to then, and it is not settled now.
    case late
    /// First ready at this moment, in time.
    case finished(Instant)
    /// First ready at this moment, after its due point; it stays so. `due` is the moment that had
    /// passed by the text of then, where the text of now has a later one.
    case finishedLate(Instant, due: Instant? = nil)

    /// When it was first ready.
    package var finishedAt: Instant? {
        switch self {
        case .open, .late: return nil
        case .finished(let at), .finishedLate(let at, _): return at
        }
    }
}
