package import Rollout

/// Why an answer to a roll call counts or not, in words.
package enum PollWording {
    package static func sentence(_ reason: PollReason, _ context: WordingContext) -> String {
        switch reason {
        case .counts: return "It is the answer that counts."
        case .foreign(let foreign): return ForeignWording.sentence(foreign, act: .given, context)
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .otherText(let digest):
            return "It was given on another text of the checklist (sha256:\(digest.short)…)."
        case .noSuchRole: return "The checklist no longer has the role."
        case .notAMember(let principal, let role):
            return ActWording.notAMember(principal, role, context)
        case .deputy(let reason): return DeputyWording.sentence(reason, context)
        case .unsignedOverSigned(let entry): return ActWording.unsignedOverSigned(entry)
        case .madeBefore(let entry):
            return "It was signed before the no-go of entry \(entry), which the ledger took first."
        case .replaced(let entry): return "A newer answer replaced it (entry \(entry))."
        }
    }

    /// What somebody has to do who has not answered.
    package static func task(_ debt: RollCallDebt) -> String {
        "Answer the roll call on the start of \(debt.phase.title)."
    }
}
