package import Rollout

/// Why a step stands where it stands, in words.
package enum StepWording {
    /// What is said of a checklist without any.
    static let noSteps =
        "The checklist has no steps, so nothing was checked and nothing can be ready."

    package static func sentence(_ reason: StepReason, _ context: WordingContext) -> String {
        switch reason {
        case .notApplicable(let mismatches, let phase):
            let phases = phase.map { ", because its phase \(context.phase($0)) does not" } ?? ""
            return "It does not apply\(phases)\(MismatchWording.tail(mismatches))"
        case .waived(let by, let until, let entry, let otherwise):
            return waived(by, until, entry, sentence(otherwise, context), context)
        case .rejected(let by, let role, let note, let entry):
            let said = note.isEmpty ? "" : ": \(Prose.quoted(note))"
            return "\(by) rejected it for \(context.role(role)) (entry \(entry))\(said)."
        case .signOffStale(let reason, let choice, let by, let role, let entry):
            let what = SignOffWording.noun(choice)
            let why = SignOffWording.sentence(reason, context)
            return
                "The \(what) by \(by) for \(context.role(role)) (entry \(entry)) no longer counts. \(why)"
        case .signOffsMissing(
            let role, let have, let wanted, let candidates, let elsewhere, let barred):
            let missing = MissingWording.sentence(
                role: context.role(role), have: have, wanted: wanted,
                candidates: candidates.map(\.text),
                barred: barred.map { MissingWording.sentence($0, context) })
            return missing + former(elsewhere, context)
        case .requestMissing(let role, let candidates):
            let who =
                candidates.isEmpty ? "" : ": \(Prose.list(candidates.map(\.text), "or", most: 3))"
            return "\(context.role(role)) must ask for the change first\(who)."
        case .asksNobody:
            return "The step asks for the sign-off of no role, so nothing can show that it is done."
        case .asksNothing:
            return
                "The step asks for neither a check nor a sign-off, so nothing can show that it is done."
        case .needs(let step, let status, let more):
            let others =
                more == 0
                ? ""
                : ", and \(Prose.count(more, "more step")) that \(more == 1 ? "is" : "are") not ready"
            return "It needs \(step), which is \(status.rawValue)\(others)."
        case .needsMissingStep(let step):
            return "It needs \(step), which is not a step of the checklist."
        case .ready: return "Everything that it asks for is there."
        case .restsOnEditorials(let entries):
            return
                "Everything that it asks for is there, some of it for \(EditorialWording.wording(by: entries))."
        case .restsOnWaivers(let entries): return rests(on: entries, context)
        case .checkUnmet, .checkUndetermined, .checkTooOld, .checkEnded, .checkTooEarly,
            .checkOlderWording,
            .checkMissing, .siteSilent, .parityDiffers, .parityUnknown:
            return check(reason, context)
        }
    }

    /// The same where the people who can still sign stand beside it.
    package static func brief(_ reason: StepReason, _ context: WordingContext) -> String {
        switch reason {
        case .signOffsMissing(let role, let have, let wanted, let candidates, let elsewhere, _)
        where candidates.count >= max(1, wanted - have):
            let missing = MissingWording.brief(role: context.role(role), have: have, wanted: wanted)
            return elsewhere == nil ? missing : missing + "." + former(elsewhere, context)
        case .waived(let by, let until, let entry, let otherwise):
            return waived(by, until, entry, brief(otherwise, context), context)
        case .signOffStale(.otherWording, let choice, let by, let role, let entry):
            return
                "The \(SignOffWording.noun(choice)) by \(by) for \(context.role(role)) (entry \(entry)) is for another wording of the step."
        default: return sentence(reason, context)
        }
    }

    /// What an open step lacks, the sign-offs included that its reason is not about.
    package static func brief(_ step: StepAssessment, _ context: WordingContext) -> String {
        brief(step.reason, step.lacking, context)
    }

    /// The same of what one role can do something about.
    static func brief(
        _ call: WhomToCall, of step: StepAssessment, _ context: WordingContext
    ) -> String {
        brief(
            call.answersReason ? step.reason : nil, call.lacking.map { [$0] } ?? [], context)
    }

    private static func brief(
        _ reason: StepReason?, _ lacking: [LackingRole], _ context: WordingContext
    ) -> String {
        let others = others(lacking, than: reason, context).joined(separator: "; ")
        guard let reason else { return others }
        let first = brief(reason, context)
        guard !others.isEmpty else { return first }
        return first.hasSuffix(".") ? "\(first) Also missing: \(others)" : "\(first); \(others)"
    }

    /// Why an open step is where it is, and which sign-offs it lacks besides.
    package static func sentence(_ step: StepAssessment, _ context: WordingContext) -> String {
        sentence(step.reason, context) + besides(step, context)
    }

    /// The sign-offs that an open step lacks besides what its reason is about, as a sentence behind
    /// another one; empty where there are none.
    static func besides(_ step: StepAssessment, _ context: WordingContext) -> String {
        let others = others(step.lacking, than: step.reason, context).joined(separator: "; ")
        guard !others.isEmpty else { return "" }
        return " Also missing: \(others)\(others.hasSuffix(".") ? "" : ".")"
    }

    /// The sign-offs that a reason is not about.
    private static func others(
        _ lacking: [LackingRole], than reason: StepReason?, _ context: WordingContext
    ) -> [String] {
        lacking.filter { $0.role != reason?.signOffRole }.map { lacking in
            let role = context.role(lacking.role)
            guard !lacking.canBeGiven else {
                return MissingWording.brief(role: role, have: lacking.have, wanted: lacking.wanted)
            }
            return MissingWording.sentence(
                role: role, have: lacking.have, wanted: lacking.wanted,
                candidates: CallWording.names(lacking.candidates),
                barred: lacking.barred.map { MissingWording.sentence($0, context) })
        }
    }

    /// Why the newest sign-off does not count.
    private static func former(_ reason: SignOffReason?, _ context: WordingContext) -> String {
        switch reason {
        case nil: return ""
        case .foreign(let foreign): return appended(foreign, .signed, context)
        case let reason?:
            return " The last one does not count: \(SignOffWording.sentence(reason, context))"
        }
    }

    /// The reasons that are about a check of the step.
    private static func check(_ reason: StepReason, _ context: WordingContext) -> String {
        switch reason {
        case .checkUnmet(let check, let finding, let more, let entry):
            let why = CheckWording.reason(
                outcome: .unmet, obstacle: nil, findings: finding.map { [$0] } ?? [])
            let others =
                more == 0
                ? ""
                : " \(Prose.count(more, "more expectation")) \(more == 1 ? "is" : "are") not met."
            return "Check \(name(check)) is not met (entry \(entry)). \(why)\(others)"
        case .checkUndetermined(let check, let obstacle, let finding, let entry):
            let why = CheckWording.reason(
                outcome: .undetermined, obstacle: obstacle, findings: finding.map { [$0] } ?? [])
            return "Check \(name(check)) could not be carried out (entry \(entry)). \(why)"
        case .checkTooOld(let check, let observedAt, let freshFor, let entry):
            return
                "Check \(name(check)) was last carried out at \(context.time(observedAt)) (entry \(entry)), which counts for \(Prose.duration(freshFor)) only."
        case .checkEnded(let check, let observedAt, let end, let entry):
            return
                "Check \(name(check)) was last carried out at \(context.time(observedAt)) (entry \(entry)), and what it saw lasted until \(context.time(end))."
        case .checkTooEarly(let check, let observedAt, let counts, let entry):
            return
                "Check \(name(check)) was last carried out at \(context.time(observedAt)) (entry \(entry)), and evidence counts from \(context.time(counts)) on."
        case .checkOlderWording(let check, let observedAt, let entry):
            return
                "Check \(name(check)) was last carried out at \(context.time(observedAt)) (entry \(entry)), for another wording of the step."
        case .checkMissing(let check, nil): return "Check \(name(check)) was never carried out."
        case .checkMissing(let check, .foreign(let foreign)):
            return "Check \(name(check)) was never carried out for this rollout."
                + appended(foreign, .carriedOut, context)
        case .checkMissing(let check, let objection?):
            return
                "No outcome of check \(name(check)) counts. \(StandingWording.sentence(objection, context))"
        case .siteSilent(let check, let sites, let elsewhere):
            return SiteWording.silent(name(check), sites, elsewhere, context)
        case .parityDiffers(let check, let parity, let more):
            return SiteWording.differs(name(check), parity, more: more)
        case .parityUnknown(let check, let parity):
            return SiteWording.unknown(name(check), parity)
        default: return ""
        }
    }

    private static func waived(
        _ by: Principal, _ until: Instant, _ entry: Int, _ otherwise: String,
        _ context: WordingContext
    ) -> String {
        let reason = context.waiver(at: entry)?.waiver.reason ?? ""
        let why = reason.isEmpty ? "" : ": \(Prose.quoted(reason))"
        let status =
            context.statusWithoutWaiver(at: entry).map { " it would be \($0.rawValue)" } ?? ""
        return
            "\(by) waived it until \(context.end(until)) (entry \(entry))\(why). Without the waiver\(status): \(otherwise)"
    }

    private static func rests(on entries: [Int], _ context: WordingContext) -> String {
        let steps = entries.compactMap { context.waiver(at: $0)?.step.text }
        guard !steps.isEmpty, steps.count == entries.count else {
            let waivers = entries.count == 1 ? "a waiver" : "\(entries.count) waivers"
            return "It is ready only because of \(waivers) (\(Prose.entries(entries)))."
        }
        return
            "It is ready only because \(Prose.list(steps, "and")) \(steps.count == 1 ? "is" : "are") waived (\(Prose.entries(entries)))."
    }

    private static func name(_ check: CheckName) -> String {
        let site = check.site.map { " from \($0)" } ?? ""
        return check.subject.isEmpty
            ? "\(check.kind)\(site)" : "\(check.kind) \(check.subject)\(site)"
    }

    private static func appended(
        _ elsewhere: ForeignReason?, _ act: ForeignWording.Deed, _ context: WordingContext
    ) -> String {
        elsewhere.map { " \(ForeignWording.sentence($0, act: act, context))" } ?? ""
    }
}
