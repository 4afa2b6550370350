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
            source: "early to late November",
            applicability: .doesNotApply(because: "cloud is worldwide, not dod"))
        abandoned = Phase(
            id: "pilot", title: "Vendor's pilot", starts: try Make.range("2025-09-08"),
            ends: try Make.range("2025-09-19"), status: .cancelled)
    }

    func input() throws -> ReportInput {
        let assessment = Assessment(
            checklist: try checklist(), asOf: asOf, phases: try phases(), steps: try steps(),
            waivers: [try waiver()], records: try records())
        return Make.input(assessment, count: 12)
    }

    private func checklist() throws -> Checklist {
        Checklist(
            id: "sample", title: "Exchange ActiveSync certificates move to TLS 1.3 endpoints",
            owner: "change-manager", zone: zone, change: try SampleChange.change(),
            parameters: [
                ParameterValue(name: "cloud", value: "worldwide", text: "Where the tenant lives"),
                ParameterValue(name: "endpoint", value: "outlook-cba.office365.com", text: ""),
            ],
            timeline: [worldwide, government, abandoned],
            roles: [
                Role(
                    id: "network-engineer", title: "Network Engineers",
                    members: ["nora@example.com"]),
                Role(id: "service-desk", title: "Service Desk", members: ["sam@example.com"]),
                Role(id: "change-manager", title: "Change Managers", members: ["cleo@example.com"]),
            ],
            effects: SampleChange.effects, steps: try steps().map(\.step),
            waivers: WaiverRule(roles: ["change-manager"], longest: .seconds(30 * 86_400)),
            digest: Make.digest("checklist"))
    }

    private func steps() throws -> [StepAssessment] {
        try SampleSteps(zone: zone, asOf: asOf, phase: worldwide, other: government).all()
    }

    private func phases() throws -> [PhaseAssessment] {
        let steps = try steps()
        let own = steps.filter { $0.step.due.phase == "worldwide" }.sorted {
            $0.dueLapses < $1.dueLapses
        }
        return [
            PhaseAssessment(
                phase: abandoned, starts: abandoned.starts.earliest.begins(in: zone), verdict: nil,
                reasons: ["The phase is cancelled."], counted: [], due: [], decision: nil),
            PhaseAssessment(
                phase: worldwide, starts: worldwide.starts.earliest.begins(in: zone),
                verdict: .noGo,
                reasons: [
                    "allow-endpoint is failing: TLS 1.2 was negotiated, TLS 1.3 or newer is asked for.",
                    "brief-desk is pending: 1 of 2 people of Service Desk signed.",
                ],
                counted: own.map(\.step.id), due: own.map(\.step.id), decision: try decision()),
            PhaseAssessment(
                phase: government, starts: government.starts.earliest.begins(in: zone),
                verdict: nil,
                reasons: ["The phase does not apply: cloud is worldwide, not dod."], counted: [],
                due: ["dod-notice"], decision: nil),
        ]
    }

    private func decision() throws -> DecisionAssessment {
        let decision = Decision(
            phase: "worldwide", role: "change-manager", choice: .go,
            reason: "The vendor confirmed the date by phone.", computed: .conditional,
            checklist: Make.digest("checklist"), parameters: [:])
        return DecisionAssessment(
            record: try Make.record(
                11, at: "2025-09-28T15:00:00Z", by: "cleo@example.com", .decision(decision)),
            decision: decision, differs: true,
            why: "The owner says GO, and the evidence at the instant says NO-GO.")
    }

    private func waiver() throws -> WaiverAssessment {
        let waiver = Waiver(
            step: Make.reference("spare-gateway"), role: "change-manager",
            until: try Make.instant("2025-10-15T22:00:00Z"),
            reason: "The spare gateway arrives after the start; the vendor lends one.")
        return WaiverAssessment(
            record: try Make.record(
                8, at: "2025-09-26T10:30:00Z", by: "cleo@example.com", .waiver(waiver)),
            waiver: waiver, covers: true, why: "It lasts until 2025-10-16 00:00 Europe/Berlin.")
    }

    private func records() throws -> [Record] {
        let revocation = Revocation(
            sequence: 9, digest: Make.digest("record 9"), reason: "Signed for the wrong step.")
        var records = try steps().flatMap { step in
            step.checks.compactMap(\.record) + step.signOffs.map(\.record)
        }
        records += [try waiver().record, try decision().record]
        records.append(
            try Make.record(
                1, at: "2025-09-20T08:00:00Z", by: "cleo@example.com",
                .checklistText(ChecklistText(digest: Make.digest("checklist"), text: "…"))))
        records.append(
            try Make.record(
                12, at: "2025-09-28T16:00:00.250Z", by: "sam@example.com", .revocation(revocation)))
        return records.sorted { $0.sequence < $1.sequence }
    }
}
