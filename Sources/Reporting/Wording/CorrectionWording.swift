package import Rollout

/// Why a correction of a time counts or not, in words.
package enum CorrectionWording {
    package static func sentence(_ reason: CorrectionReason, _ context: WordingContext) -> String {
        switch reason {
        case .counts: return "The entry counts with the time that it gives."
        case .notTheOwner: return "Only a member of the role that owns the rollout may do that."
        case .unauthenticated:
            return "It is not signed as the checklist asks for."
        case .noSuchEntry:
            return "This rollout has no earlier entry with that number and digest."
        case .notAhead: return "The entry is not from a later time than the correction."
        case .beforeEarlierEntry(let entry, let at):
            return
                "Entry \(entry), which came before it, was made at \(context.time(at)): the true "
                + "time cannot be earlier."
        case .replaced(let entry): return "A newer correction replaced it (entry \(entry))."
        case .inTheFuture: return "The true time cannot be later than the correction itself."
        }
    }
}
