import Fields
import LocatedYAML
import Rollout

/// Looks for roles that have too few members for what is asked of them.
struct RoleMembers {
    let roles: [Role]
    let owner: RoleID?
    let waivers: WaiverRule?
    let steps: [Step]

    /// Warns of a role that is asked to sign or decide and has too few members to do so.
    func warn(_ reader: MappingReader) {
        let wanted = self.wanted
        let members = Dictionary(roles.map { ($0.id, Set($0.members).count) }) { first, _ in first }
        for entry in reader.node(of: ChecklistFields.roles)?.entries ?? [] {
            let role = RoleID(entry.key.text)
            guard let count = wanted[role], let have = members[role], have < count else { continue }
            let has =
                have == 0 ? "no members" : have == 1 ? "only 1 member" : "only \(have) members"
            reader.context.report(
                "too-few-members",
                count == 1
                    ? "\(role) must sign or decide, but it has \(has)"
                    : "\(count) members of \(role) must sign, but it has \(has)",
                severity: .warning, fix: "add members, or nobody can make it ready", at: entry.key)
        }
    }

    /// How many people of each role are asked for at once.
    private var wanted: [RoleID: Int] {
        var wanted: [RoleID: Int] = [:]
        if let owner { wanted[owner] = 1 }
        for role in waivers?.roles ?? [] { wanted[role] = max(1, wanted[role, default: 0]) }
        for rule in steps.compactMap(\.signOff) {
            for role in rule.roles { wanted[role] = max(rule.count, wanted[role, default: 0]) }
        }
        return wanted
    }
}
