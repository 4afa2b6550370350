import Fields
import LocatedYAML
import Rollout

/// Looks for a rule for waivers under which nobody may waive anything.
struct IdleWaivers {
    let checklist: Checklist

    /// Warns where every member of the roles that waive sees to every step that may be waived.
    ///
    /// Roles without members are told elsewhere.
    func warn(_ reader: MappingReader) {
        guard let rule = checklist.waivers, let node = reader.node(of: ChecklistFields.waivers),
            checklist.steps.contains(where: \.waivable),
            rule.roles.allSatisfy({ checklist.role($0)?.members.isEmpty == false }),
            !checklist.steps.contains(where: checklist.mayBeWaived)
        else { return }
        reader.context.report(
            "nobody-waives",
            "nobody may waive anything: all who could are members of the roles of the steps",
            severity: .warning, fix: "name a role with other members, or remove it", at: node)
    }
}
