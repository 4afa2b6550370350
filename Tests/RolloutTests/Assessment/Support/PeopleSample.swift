import Rollout
import Testing

/// A checklist with a deputy, and shorter ways to say things in somebody's name and with a key.
enum PeopleSample {
    static let one: KeyFingerprint = "SHA256:1"
    static let two: KeyFingerprint = "SHA256:2"

    /// Nora, omar and mia are ops, and pia stands in for nora on 4 and 5 October; olga and otto own
    /// it; sam is security.
    static func checklist(
        _ steps: [Step] = [], decisions: DecisionTerms = DecisionTerms(),
        approval: ApprovalRule? = nil, owners: [Principal] = ["olga", "otto"],
        text: String = "the text"
    ) throws -> Checklist {
        let deputy = Deputy(
            member: "nora", deputy: "pia", from: try Make.point("2025-10-04"),
            until: try Make.point("2025-10-05"), reason: "Away")
        return Checklist(
            rollout: Make.rollout, title: "Sample", owner: "owner", zone: .utc, change: Change(),
            parameters: [], timeline: [try Make.phase("start", starts: "2025-10-10")],
            roles: [
                Role(id: "owner", title: "Owner", members: owners),
                Role(
                    id: "ops", title: "Operations", members: ["nora", "omar", "mia"],
                    deputies: [deputy]),
                Role(id: "security", title: "Security", members: ["sam"]),
            ],
            effects: [], steps: steps, waivers: nil, decisions: decisions, approval: approval,
            digest: ContentDigest(of: text.utf8))
    }

    static func now() throws -> Instant { try Make.at("2025-10-05T12:00:00Z") }

    static let approve = StatementBody.signOff(
        SignOff(choice: .approve, note: "n", evidence: []))
    static let reject = StatementBody.signOff(SignOff(choice: .reject, note: "n", evidence: []))
}

extension EntryBook {
    /// Somebody signs the step `step` for ops.
    mutating func say(
        _ body: StatementBody, by principal: Principal, for member: Principal? = nil,
        key: KeyFingerprint? = nil, alsoKnownAs others: Set<Principal> = [],
        madeAt: Instant? = nil, at instant: Instant
    ) {
        let step = checklist.steps.first?.reference
        add(
            body, step: step, by: principal, onBehalfOf: member, for: "ops", key: key,
            alsoKnownAs: others, madeAt: madeAt, at: instant)
    }

    /// Why each sign-off of the first step counts or does not.
    func reasons(at instant: Instant) -> [SignOffReason] {
        assessment(asOf: instant).signOffs.map(\.reason)
    }
}
