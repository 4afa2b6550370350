import Rollout

/// What went wrong on the way, in words.
enum SetbackWording {
    /// Such as "`tls13` unmet on 2025-10-27 08:00: Expected …, but saw …".
    static func brief(_ setback: Setback, _ context: ReportContext) -> Inline {
        let when = context.clock(setback.entry.recordedAt)
        let step: Inline = setback.step.map { context.step($0) } ?? ""
        switch setback.kind {
        case .rejection(let signOff):
            let note: Inline =
                signOff.signOff.note.isEmpty ? "" : " “\(signOff.signOff.note)”"
            return
                "\(step) rejected by \(context.author(setback.entry)) on \(when)\(note)"
        case .check(let report, _, let until):
            return
                "\(step) \(report.outcome.rawValue) on \(when), met on \(context.clock(until.recordedAt)): \(Self.saw(report))"
        case .decision(let decision):
            return
                "\(DecisionWording.made(decision.decision)) for \(context.phase(decision.decision.phase)) by \(context.author(setback.entry)) on \(when)"
        case .poll(let poll):
            return
                "\(DecisionWording.choice(poll.poll.choice)) in the roll call by \(context.author(setback.entry)) on \(when)"
        }
    }

    /// What the first run saw, without the full stop of its sentence.
    private static func saw(_ report: CheckReport) -> Inline {
        var words = CheckWording.reason(of: report)
        if words.utf8.last == UInt8(ascii: ".") { words.removeLast() }
        return "\(words)"
    }
}
