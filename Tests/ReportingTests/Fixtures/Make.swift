import CanonicalJSON
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

    static func reference(_ step: StepID) -> StepReference {
        StepReference(id: step, digest: digest("step \(step)"))
    }

    static func entry(
        _ sequence: Int, at time: String, by principal: Principal, step: StepID? = nil,
        role: RoleID? = nil, site: String? = nil, _ body: StatementBody,
        of checklist: Checklist? = nil
    ) throws -> Entry {
        let at = try instant(time)
        let statement = Statement(
            rollout: checklist?.rollout
                ?? RolloutReference(id: "sample", place: "checklists/sample.yaml"),
            scope: Scope(), checklist: digest("checklist"),
            step: step.map { checklist?.step($0)?.reference ?? reference($0) },
            principal: principal, role: role, site: site, madeAt: at, body: body)
        return Entry(
            sequence: sequence, recordedAt: at, ordinal: 1, rollouts: digest("rollouts"),
            statement: statement, signature: nil,
            digest: digest("entry \(sequence)"))
    }

    static func checklist(
        _ id: String = "sample", _ title: String = "Sample", place: String? = nil,
        owner: RoleID = "change-manager",
        zone: Zone = .utc, change: Change = Change(), target: Target? = nil,
        parameters: [Parameter] = [], timeline: [Phase] = [], roles: [Role] = [],
        effects: [Effect] = [], steps: [Step] = [], waivers: WaiverRule? = nil
    ) -> Checklist {
        Checklist(
            rollout: RolloutReference(id: id, place: place ?? "checklists/\(id).yaml"),
            title: title,
            owner: owner, zone: zone, change: change, target: target,
            targets: target.map { [$0] } ?? [], parameters: parameters, timeline: timeline,
            roles: roles, effects: effects, steps: steps, waivers: waivers,
            digest: digest("checklist"))
    }

    static func step(
        _ id: StepID, _ title: String, role: RoleID, due: Due, level: Step.Level = .blocking,
        text: String = "", addresses: [String] = [], needs: [StepID] = [],
        applicability: Applicability = .applies, checks: [CheckDefinition] = [],
        signOff: SignOffRule? = nil
    ) -> Step {
        Step(
            id: id, title: title, role: role, due: due, level: level, text: text,
            addresses: addresses, needs: needs, applicability: applicability, checks: checks,
            signOff: signOff,
            rules: StepRules(checks: digest("checks of \(id)"), others: digest("rules of \(id)")))
    }

    /// What the evidence says about a step; the due point is counted as the domain counts it.
    static func assessment(
        _ step: Step, _ status: StepStatus, _ reason: StepReason, in phase: Phase, zone: Zone,
        asOf: Instant, withoutWaiver: StepFinding? = nil, restsOn: [Int] = [],
        punctuality: Punctuality? = nil, countsUntil: String? = nil,
        checks: [CheckAssessment] = [], signOffs: [SignOffAssessment] = []
    ) throws -> StepAssessment {
        let due = try #require(step.due.point(in: phase, zone: zone))
        let isLate = !status.isSettled && due.lapses(in: zone) <= asOf
        return StepAssessment(
            step: step, status: status, reason: reason, withoutWaiver: withoutWaiver,
            restsOn: restsOn, due: due, dueBegins: due.begins(in: zone),
            dueLapses: due.lapses(in: zone), punctuality: punctuality ?? (isLate ? .late : .open),
            countsUntil: try countsUntil.map(instant), checks: checks, signOffs: signOffs,
            lacking: lacking(reason))
    }

    /// What a step lacks whose reason is a missing sign-off.
    private static func lacking(_ reason: StepReason) -> [LackingRole] {
        guard
            case .signOffsMissing(let role, let have, let wanted, let candidates, _, let barred) =
                reason
        else { return [] }
        return [
            LackingRole(
                role: role, have: have, wanted: wanted, candidates: candidates.map { Actor($0) },
                barred: barred)
        ]
    }

    static func report(
        _ kind: String, observedAt: String, findings: [Finding] = [], obstacle: Obstacle? = nil,
        facts: Kept<JSONText> = .inline(JSONText([:]))
    ) throws -> CheckReport {
        let outcome = CheckOutcome(
            findings: findings, obstacle: obstacle, observedAt: try instant(observedAt))
        return CheckReport(
            position: 0, kind: kind, outcome: outcome.outcome, obstacle: outcome.obstacle,
            findings: findings, observedAt: outcome.observedAt, facts: facts,
            tool: "readiness 0.5.0", host: "gateway-1")
    }

    static func checked(
        _ definition: CheckDefinition, _ sequence: Int, step: StepID, at time: String,
        freshness: CheckAssessment.Freshness = .current, _ report: CheckReport
    ) throws -> CheckAssessment {
        CheckAssessment(
            definition: definition, freshness: freshness,
            entry: try entry(
                sequence, at: time, by: "ops@example.com", step: step, site: "head office",
                .check(report)),
            report: report)
    }

    static func input(
        _ assessment: Assessment, size: Int = 0, warnings: [LedgerWarning] = [],
        command: [String]? = nil, source: String? = nil,
        selection: ReportSelection = .everything
    ) -> ReportInput {
        ReportInput(
            assessment: assessment, tool: .init(name: "readiness", version: "0.5.0"),
            source: source,
            ledger: size == 0
                ? .empty : LedgerExtent(size: size, root: digest("root of \(size)")),
            ledgerWarnings: warnings,
            command: command ?? [
                "readiness", "report", "checklists/sample.yaml", "--as-of",
                assessment.asOf.rfc3339,
            ], selection: selection)
    }
}

extension ReportFormat {
    /// The text of one report.
    func text(_ report: ReportInput) -> String {
        String(decoding: stream([report]), as: UTF8.self)
    }
}
