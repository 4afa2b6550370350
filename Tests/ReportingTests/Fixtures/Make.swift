import Reporting
import Rollout
import Testing

/// Short ways to make values of the domain for fixtures.
enum Make {
    static let berlin = "Europe/Berlin"

    static func zone(_ name: String) throws -> Zone { try #require(Zone(name)) }

    static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    static func point(_ text: String) throws -> CalendarPoint { try #require(CalendarPoint(text)) }

    static func range(_ earliest: String, _ latest: String? = nil) throws -> CalendarRange {
        CalendarRange(earliest: try point(earliest), latest: try point(latest ?? earliest))
    }

    static func digest(_ text: String) -> ContentDigest { ContentDigest(of: text.utf8) }

    static func reference(_ step: String) -> StepReference {
        StepReference(id: step, digest: digest("step \(step)"), checklist: digest("checklist"))
    }

    static func record(
        _ sequence: Int, at time: String, by principal: String, _ event: Event
    ) throws -> Record {
        Record(
            sequence: sequence, recordedAt: try instant(time), checklist: "sample",
            principal: principal, event: event, digest: digest("record \(sequence)"))
    }

    static func step(
        _ id: String, _ title: String, role: String, due: Due, level: Step.Level = .blocking,
        text: String = "", addresses: [String] = [], needs: [String] = [],
        applicability: Applicability = .applies, checks: [CheckDefinition] = [],
        signOff: SignOffRule? = nil
    ) -> Step {
        Step(
            id: id, title: title, role: role, due: due, level: level, text: text,
            addresses: addresses, needs: needs, applicability: applicability, checks: checks,
            signOff: signOff, digest: digest("step \(id)"))
    }

    /// What the evidence says about a step; the due point is counted as the domain counts it.
    static func assessment(
        _ step: Step, _ status: StepStatus, _ reason: String, in phase: Phase, zone: Zone,
        asOf: Instant, checks: [CheckAssessment] = [], signOffs: [SignOffAssessment] = []
    ) throws -> StepAssessment {
        let due = try #require(step.due.point(in: phase, zone: zone))
        let isSettled = [.ready, .waived, .notApplicable].contains(status)
        return StepAssessment(
            step: step, status: status, reason: reason, due: due, dueBegins: due.begins(in: zone),
            dueLapses: due.lapses(in: zone), isLate: !isSettled && due.lapses(in: zone) <= asOf,
            checks: checks, signOffs: signOffs)
    }

    static func checked(
        _ definition: CheckDefinition, _ sequence: Int, step: String, at time: String,
        standing: CheckAssessment.Standing = .current, _ result: CheckResult
    ) throws -> CheckAssessment {
        let event = CheckEvent(
            step: reference(step), position: 0, kind: definition.kind, result: result,
            tool: "readiness 1.0.0", host: "gateway-1")
        return CheckAssessment(
            definition: definition, standing: standing,
            record: try record(sequence, at: time, by: "ops@example.com", .check(event)),
            result: result)
    }

    static func input(
        _ assessment: Assessment, count: Int, command: [String]? = nil
    ) -> ReportInput {
        ReportInput(
            assessment: assessment, tool: .init(name: "readiness", version: "1.0.0"),
            ledger: .init(
                count: count,
                last: count == 0 ? nil : .init(sequence: count, digest: digest("record \(count)"))),
            command: command ?? [
                "readiness", "report", "checklists/sample.yaml", "--as-of",
                assessment.asOf.rfc3339,
            ])
    }
}
