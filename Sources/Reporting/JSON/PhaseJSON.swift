import CanonicalJSON
import Rollout

/// The verdicts of one phase as JSON.
enum PhaseJSON {
    static func value(
        _ assessment: PhaseAssessment, _ own: PhaseFacts, _ facts: ReportFacts
    ) -> JSONValue {
        let phase = assessment.phase
        let context = facts.context
        var members: [String: JSONValue] = [
            "phase": .string(phase.id.text), "title": .string(phase.title),
            "status": .string(phase.status.rawValue), "audience": .string(phase.audience),
            "source": .string(phase.source),
            "starts": .moment(assessment.starts == .latest ? nil : assessment.starts),
            "hasStarted": .boolean(assessment.hasStarted), "startRange": range(phase.starts),
            "endRange": phase.ends.map(range) ?? .null, "started": point(phase.started),
            "ended": point(phase.ended),
        ]
        members.merge(
            [
                "verdict": verdict(assessment.verdict),
                "reasons": .array(
                    assessment.current.reasons.map { ReasonJSON.value($0, context) }),
                "closing": verdict(assessment.closing.verdict),
                "closingReasons": .array(
                    assessment.closing.reasons.map { ReasonJSON.value($0, context) }),
                "atStart": verdict(assessment.atStart),
                "holdsUntil": .moment(assessment.holdsUntil),
                "counted": ids(assessment.current.counted, facts),
                "afterStart": ids(own.afterStart, facts), "due": ids(assessment.due, facts),
                "decision": assessment.decision.map {
                    ActJSON.decision($0, in: assessment, context)
                } ?? .null,
            ]) { own, _ in own }
        return .object(members)
    }

    private static func verdict(_ verdict: Verdict?) -> JSONValue {
        verdict.map { .string($0.rawValue) } ?? .null
    }

    private static func ids(_ places: [Int], _ facts: ReportFacts) -> JSONValue {
        .names(places.lazy.map { facts.assessment.steps[$0].step.id })
    }

    private static func point(_ point: CalendarPoint?) -> JSONValue {
        point.map { .string($0.description) } ?? .null
    }

    private static func range(_ range: CalendarRange) -> JSONValue {
        ["earliest": point(range.earliest), "latest": point(range.latest)]
    }
}
