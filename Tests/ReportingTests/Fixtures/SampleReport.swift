import Reporting
import Rollout
import Testing

/// A rollout eleven days before its start, with something in every part of the report.
struct SampleReport {
    let zone: Zone
    let asOf: Instant
    let worldwide: Phase
    let government: Phase
    let abandoned: Phase

    init() throws {
        zone = try Make.zone(Make.berlin)
        asOf = try Make.instant("2025-09-29T06:00:00Z")
        worldwide = Phase(
            id: "worldwide", title: "Worldwide and GCC",
            audience: "Every tenant of the public cloud",
            starts: try Make.range("2025-10-10"), ends: try Make.range("2025-11-01", "2025-11-30"),
            status: .planned, source: "We will begin rolling out in early October")
        government = Phase(
            id: "dod", title: "DoD", audience: "Tenants of the defence cloud",
            starts: try Make.range("2025-11-03T22:00", "2025-11-28T22:00"), status: .planned,
            source: "early to late November", applicability: .doesNotApply([SampleSteps.cloud]))
        abandoned = Phase(
            id: "pilot", title: "Vendor's pilot", starts: try Make.range("2025-09-08"),
            ends: try Make.range("2025-09-19"), status: .cancelled)
    }

    func input() throws -> ReportInput {
        let steps = try SampleSteps(zone: zone, asOf: asOf, phase: worldwide, other: government)
            .all()
        let acts = SampleActs()
        let phases = try phases(steps)
        let assessment = Assessment(
            checklist: try checklist(steps), asOf: asOf, phases: phases, steps: steps,
            unattachedSignOffs: try acts.unattached(),
            waivers: try acts.waivers(), revocations: try acts.revocations(),
            decisions: try acts.decisions(), entries: try entries(steps))
        let warning = LedgerWarning(entry: 7, detail: "Its digest does not fit its bytes.")
        return Make.input(assessment, size: 17, warnings: [warning])
    }

    private func checklist(_ steps: [StepAssessment]) throws -> Checklist {
        Make.checklist(
            "sample", "Exchange ActiveSync certificates move to TLS 1.3 endpoints", zone: zone,
            change: try SampleChange.change(),
            target: Target(
                id: "contoso", title: "Contoso", settings: ["cloud": "worldwide"]),
            parameters: [
                Parameter(
                    name: "cloud", value: "worldwide", origin: .given(fallback: "gcc"),
                    text: "Where the tenant lives"),
                Parameter(
                    name: "endpoint", value: "outlook-cba.office365.com",
                    origin: .derived(from: "cloud")),
                Parameter(name: "tenant", value: "north", origin: .given(fallback: "")),
                Parameter(
                    name: "dial", value: "outlook-cba.office365.com", reach: .wording,
                    text: "The host to dial"),
            ],
            timeline: [worldwide, government, abandoned],
            roles: [
                Role(
                    id: "network-engineer", title: "Network Engineers",
                    members: ["nora@example.com", "nils@example.com"]),
                Role(
                    id: "service-desk", title: "Service Desk",
                    members: ["sam@example.com", "sue@example.com"]),
                Role(id: "change-manager", title: "Change Managers", members: ["cleo@example.com"]),
            ],
            effects: SampleChange.effects, steps: steps.map(\.step),
            waivers: WaiverRule(roles: ["change-manager"], longest: .seconds(30 * 86_400)))
    }

    private func phases(_ steps: [StepAssessment]) throws -> [PhaseAssessment] {
        func reason(_ place: Int) -> PhaseReason {
            let step = steps[place]
            return .step(
                step.step.id, level: step.step.level, status: step.status, reason: step.reason)
        }
        let own = steps.indices.filter { steps[$0].step.due.phase == "worldwide" }
        let due = own.sorted { (steps[$0].dueBegins, $0) < (steps[$1].dueBegins, $1) }
        let before = own.filter { $0 != SampleSteps.afterStart }
        let open = [1, 4, 5, 2, 3, 6, 9].map(reason)
        func none(_ reason: PhaseReason) -> PhaseFinding {
            PhaseFinding(verdict: nil, reasons: [reason], counted: [])
        }
        return [
            PhaseAssessment(
                phase: abandoned, starts: abandoned.start.begins(in: zone), hasStarted: true,
                current: none(.cancelled), closing: none(.cancelled), atStart: nil,
                holdsUntil: nil, due: [], decision: nil),
            PhaseAssessment(
                phase: worldwide, starts: worldwide.start.begins(in: zone), hasStarted: false,
                current: PhaseFinding(verdict: .noGo, reasons: open, counted: before),
                closing: PhaseFinding(
                    verdict: .noGo, reasons: open + [reason(SampleSteps.afterStart)], counted: own),
                atStart: .noGo, holdsUntil: try Make.instant("2025-10-15T22:00:00Z"),
                afterStart: own.filter { !before.contains($0) }, due: due,
                decision: try SampleActs().decisions().first { $0.stands }),
            PhaseAssessment(
                phase: government, starts: government.start.begins(in: zone), hasStarted: false,
                current: none(.doesNotApply([SampleSteps.cloud])),
                closing: none(.doesNotApply([SampleSteps.cloud])), atStart: nil, holdsUntil: nil,
                due: [8], decision: nil),
        ]
    }

    private func entries(_ steps: [StepAssessment]) throws -> [Entry] {
        let acts = SampleActs()
        var entries = steps.flatMap { step in
            step.checks.compactMap(\.entry) + step.signOffs.map(\.entry)
        }
        entries += try acts.waivers().map(\.entry) + acts.decisions().map(\.entry)
        entries += try acts.revocations().map(\.entry) + acts.unattached().map(\.entry)
        let text = ChecklistText(.stored(FileReference(size: 2, digest: Make.digest("checklist"))))
        entries.append(
            try Make.entry(
                1, at: "2025-09-20T08:00:00Z", by: "cleo@example.com", .checklistText(text)))
        return entries.sorted { $0.sequence < $1.sequence }
    }
}
