import Fields
import LocatedYAML
import Rollout

/// Looks for sign-offs that exclude so many people that nobody is left to give them.
struct UnsatisfiableRules {
    let steps: [DecodedStep]
    let checklist: Checklist

    func warn(_ reader: MappingReader) {
        let members = Dictionary(
            checklist.roles.map { ($0.id, Set($0.members)) }, uniquingKeysWith: { $1 })
        let rules = Dictionary(
            checklist.steps.compactMap { step in step.signOff.map { (step.id, $0) } },
            uniquingKeysWith: { $1 })
        for step in steps where !step.notBy.isEmpty {
            guard let rule = step.step?.signOff else { continue }
            for other in step.notBy {
                guard let excluding = rules[other.value] else { continue }
                for role in rule.roles {
                    let people = members[role, default: []]
                    let taken = Self.taken(from: people, by: excluding, members)
                    guard people.count >= rule.count, people.count - taken < rule.count else {
                        continue
                    }
                    reader.context.report(
                        "no-signers-left",
                        "whoever signs \"\(other.value)\" leaves "
                            + (people.count == taken ? "nobody" : "too few people")
                            + " of \(role) to sign this step",
                        severity: .warning, fix: "add members to a role, or ask another role",
                        at: other.node)
                }
            }
        }
    }

    /// How many of some people a rule takes at least, whoever signs.
    private static func taken(
        from people: Set<Principal>, by rule: SignOffRule, _ members: [RoleID: Set<Principal>]
    ) -> Int {
        rule.roles.map { role in
            max(0, rule.count - members[role, default: []].subtracting(people).count)
        }.max() ?? 0
    }
}
