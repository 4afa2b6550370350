/// A phrase that says that a change does not come, or not yet.
struct CancellationPhrase: Hashable {
    /// Which words beside it make it be said of the change.
    enum Kind: Hashable {
        /// Somebody or something does not go on: "not proceeding".
        case goingOn
        /// "Not rolling out", which may also say who never gets it.
        case rolling
        /// "Not be released", which is said of other things too.
        case releasing
        /// "Not making", said of this very change.
        case making
        /// "Not retire", of the announcement of an end.
        case ending
        /// "No longer happening".
        case happening
        /// "Cancelled".
        case cancelled
        /// "To cancel".
        case cancelling
        /// "Paused", "on hold": no new time is known until one is named.
        case paused
        /// "Postponed", which may have a new time already.
        case postponed
        /// "Pausing".
        case pausing
        /// "Postponing".
        case postponing

        /// Whether the change may still come.
        var isPutOff: Bool {
            switch self {
            case .paused, .postponed, .pausing, .postponing: true
            default: false
            }
        }
    }

    let words: [String]
    let kind: Kind

    init(_ words: String, _ kind: Kind) {
        self.words = words.split(separator: " ").map(String.init)
        self.kind = kind
    }
}
