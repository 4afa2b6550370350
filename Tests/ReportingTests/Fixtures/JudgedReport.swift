import Reporting
import Rollout
import Testing

/// Reports of checklists that the rules have judged, with whom to call.
enum JudgedReport {
    static let now = "2025-10-05T12:00:00Z"
    static let sites: [SiteID] = ["fra", "ams", "lon", "par"]

    /// Ann and bob are ops, dan stands in for ann until 2025-10-08; sue is security, eva sees to
    /// the sites, and olga owns it.
    static func input(
        _ steps: [Step], entries: [Entry] = [], waivers: WaiverRule? = nil,
        security: String = "sue",
        at time: String = now, selection: ReportSelection = .everything
    ) throws -> ReportInput {
        let deputy = Deputy(
            member: "ann@example.com", deputy: "dan@example.com",
            from: try Make.point("2025-10-01"), until: try Make.point("2025-10-07"),
            reason: "Leave")
        let checklist = Checklist(
            rollout: RolloutReference(id: "sample", place: "checklists/sample.yaml"),
            title: "Sample", owner: "owner", zone: .utc, change: Change(), parameters: [],
            timeline: [Phase(id: "p", title: "P", starts: try Make.range("2025-10-10"))],
            roles: [
                Role(id: "owner", title: "Owner", members: ["olga@example.com"]),
                Role(
                    id: "ops", title: "Ops", members: ["ann@example.com", "bob@example.com"],
                    deputies: [deputy]),
                Role(
                    id: "security", title: "Security",
                    members: [Principal("\(security)@example.com")]),
                Role(id: "europe", title: "Europe", members: ["eva@example.com"]),
            ],
            sites: sites.map { Site(id: $0, title: $0.text, role: "europe") }, effects: [],
            steps: steps, waivers: waivers, digest: Make.digest("checklist"))
        let assessment = checklist.assessment(of: entries, asOf: try Make.instant(time))
        return ReportInput(
            assessment: assessment, tool: .init(name: "readiness", version: "0.5.0"),
            ledger: .empty, command: ["readiness", "report", "c.yaml"], selection: selection)
    }

    static func step(
        _ id: StepID, checks: Bool = false, sites: [SiteID] = [], signOff: SignOffRule? = nil,
        needs: [StepID] = [], waivable: Bool = true, applicability: Applicability = .applies
    ) -> Step {
        Step(
            id: id, title: "Title of \(id)", role: "ops",
            due: Due(phase: "p", amount: -1, unit: .days), needs: needs, waivable: waivable,
            applicability: applicability,
            checks: checks ? [CheckDefinition(kind: "tcp", subject: "host:1")] : [], sites: sites,
            signOff: signOff,
            rules: StepRules(checks: Make.digest("c \(id)"), others: Make.digest("o \(id)")))
    }
}
