/// A checklist with a step for every rule.
enum Sample {
    static let path = "checklists/sample.yaml"

    static let text = """
        readiness: 1
        id: sample
        title: A sample rollout
        owner: boss
        timezone: Europe/Berlin
        parameters:
          cloud: {default: one, one-of: [one, two]}
        timeline:
          - {id: first, title: First, starts: 2025-11-10}
          - {id: second, title: Second, starts: 2025-12-10, when: {cloud: two}}
          - {id: gone, title: Gone, starts: 2025-12-10, status: cancelled}
          - {id: done, title: Done, starts: 2025-09-01, status: completed}
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          admin: {title: Admins, members: [ann@example.com, bob@example.com]}
          both: {title: Both, members: [ann@example.com]}
        waivers: {by: [boss], longest: 30d}
        steps:
          - {id: present, title: The file is there, role: admin, due: first - 1d, check: [{file: {path: present.txt}}]}
          - {id: approved, title: The change is approved, role: admin, due: first, sign-off: {evidence: required}}
          - {id: reviewed, title: Somebody else looked at it, role: admin, due: first, sign-off: {not-by: [approved]}}
          - {id: told, title: Everybody was told, role: admin, due: first, needs: [reviewed], sign-off: {}}
          - {id: firm, title: Never waived, role: admin, due: first, waivable: false, level: advisory, sign-off: {}}
          - {id: twice, title: Two roles, role: admin, due: first, level: advisory, sign-off: {by: [admin, both]}}
          - {id: later, title: After the start, role: admin, due: first + 5d, not-before: first, level: advisory, sign-off: {}}
          - {id: elsewhere, title: Another cloud, role: boss, due: second, when: {cloud: two}, sign-off: {}}
          - {id: closed, title: In a phase that is over, role: admin, due: done, level: advisory, sign-off: {}}
          - id: each
            title: One of a family
            role: admin
            due: first
            level: advisory
            for-each: {name: [a, b]}
            check: [{file: {path: "${name}.txt"}}]

        """

    /// The same for two tenants, which set a parameter each.
    static let withTargets = text.replacing(
        "timeline:",
        with: """
            targets:
              contoso: {title: Contoso, set: {cloud: one}}
              fabrikam: {title: Fabrikam, set: {cloud: two}}
            timeline:
            """)
}
