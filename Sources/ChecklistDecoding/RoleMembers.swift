import Fields
import LocatedYAML
import Rollout

/// Looks for roles that have too few members for what is asked of them.
struct RoleMembers {
    let roles: [Role]
    let owner: String?
    let waivers: WaiverRule?
    let steps: [Step]

    /// Warns of a role that is asked to sign or decide and has too few members to do so.
    func warn(_ reader: MappingReader) {
        let wanted = self.wanted
        let members = Dictionary(roles.map { ($0.id, Set($0.members).count) }) { first, _ in first }
        for entry in reader.node(of: ChecklistFields.roles)?.entries ?? [] {
            guard let count = wanted[entry.key.text], let have = members[entry.key.text],
                have < count
            else { continue }
            reader.context.report(
                "too-few-members",
                "\(count) of \(entry.key.text) must sign or decide, but it has \(have) members",
                severity: .warning, fix: "add members, or nobody can make it ready", at: entry.key)
        }
    }

    /// How many people of each role are asked for at once.
    private var wanted: [String: Int] {
        var wanted: [String: Int] = [:]
        if let owner { wanted[owner] = 1 }
        for role in waivers?.roles ?? [] { wanted[role] = max(1, wanted[role, default: 0]) }
        for rule in steps.compactMap(\.signOff) {
            for role in rule.roles { wanted[role] = max(rule.count, wanted[role, default: 0]) }
        }
        return wanted
    }
}
