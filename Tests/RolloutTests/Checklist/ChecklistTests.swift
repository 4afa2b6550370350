import Rollout
import Testing

struct ChecklistTests {
    /// A checklist in which one thing is another one.
    private static func checklist(
        rollout: RolloutReference = Make.rollout, title: String = "Sample",
        owner: RoleID = "owner", zone: Zone = .utc, change: Change = Change(),
        target: Target? = nil, targets: [Target] = [], parameters: [Parameter] = [],
        timeline: [Phase] = [], roles: [Role] = [], sites: [Site] = [], effects: [Effect] = [],
        steps: [Step] = [], waivers: WaiverRule? = nil, decisions: DecisionTerms = DecisionTerms(),
        approval: ApprovalRule? = nil, requiresSigning: Bool = false, runners: [Principal]? = nil,
        text: String = "text"
    ) -> Checklist {
        Checklist(
            rollout: rollout, title: title, owner: owner, zone: zone, change: change,
            target: target, targets: targets, parameters: parameters, timeline: timeline,
            roles: roles, sites: sites, effects: effects, steps: steps, waivers: waivers,
            decisions: decisions, approval: approval, requiresSigning: requiresSigning,
            runners: runners, digest: ContentDigest(of: text.utf8))
    }

    @Test("A checklist that was read twice is one checklist")
    func equal() {
        #expect(Self.checklist() == Self.checklist())
        #expect(Set([Self.checklist(), Self.checklist()]).count == 1)
    }

    @Test(
        "Two checklists are two where any one thing is another one",
        arguments: [
            checklist(rollout: RolloutReference(id: "other", place: "other.yaml")),
            checklist(title: "Other"), checklist(owner: "ops"),
            checklist(change: Change(message: "MC1")),
            checklist(target: Target(id: "emea", title: "EMEA")),
            checklist(targets: [Target(id: "emea", title: "EMEA")]),
            checklist(parameters: [Parameter(name: "cloud", value: "dod")]),
            checklist(roles: [Role(id: "ops", title: "Operations", members: ["nora"])]),
            checklist(sites: [Site(id: "dmz", title: "DMZ")]),
            checklist(effects: [Effect(id: "risk", kind: .risk, title: "A risk")]),
            checklist(steps: [Make.step("a")]),
            checklist(waivers: WaiverRule(roles: ["owner"], longest: .seconds(60))),
            checklist(decisions: DecisionTerms(poll: ["ops"])),
            checklist(approval: ApprovalRule(roles: ["ops"], isRequired: true)),
            checklist(requiresSigning: true), checklist(runners: ["nora"]),
            checklist(text: "other text"),
        ])
    func differs(_ other: Checklist) { #expect(other != Self.checklist()) }

    @Test("Two checklists are two in another zone or with another timeline")
    func differsInTime() throws {
        #expect(Self.checklist(zone: try Make.zone("Europe/Berlin")) != Self.checklist())
        let phase = try Make.phase("start", starts: "2025-10-10")
        #expect(Self.checklist(timeline: [phase]) != Self.checklist())
    }
}
