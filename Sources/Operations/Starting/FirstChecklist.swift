import Rollout

/// The checklist that a new folder begins with.
enum FirstChecklist {
    static let name = "first.yaml"
    static let schema = "readiness.schema.json"

    /// How long after the present its one phase starts.
    private static let weeks = 8

    /// The text, with somebody as the only member of its roles.
    static func text(for principal: Principal, at now: Instant) -> String {
        let start = Zone.utc.local(now).date.adding(days: weeks * 7)
        let member = quoted(principal.text)
        return """
            # yaml-language-server: $schema=\(schema)
            #
            # A first checklist. Change it to what you roll out, and see what is wrong and where you stand:
            #   readiness lint checklists/\(name)
            #   readiness status checklists/\(name)

            readiness: 1                  # the version of the language
            id: first                     # its name in the ledger; keep it once something is recorded
            title: Our first rollout
            owner: change-manager         # the role that decides go or no-go
            timezone: UTC                 # the days below are days there, such as Europe/Berlin

            timeline:                     # what happens when; steps are due against these phases
              - id: go-live
                title: Go-live
                starts: \(start)

            roles:                        # who prepares, signs and decides
              change-manager: {title: Change Management, members: [\(member)]}
              team: {title: The team, members: [\(member)]}

            steps:
              # What the program finds out by itself; paths count from the folder of this file.
              # `readiness checks` lists all kinds of checks, and shows each of them.
              - id: plan-written
                title: The plan is written down
                role: team
                due: go-live - 10bd       # ten working days before the start; also h, d and w
                check:
                  file: {path: plan.md}

              # What people say: each role under "by" signs, else the step's own role.
              - id: tried-out
                title: Somebody has tried it out
                role: team
                due: go-live - 3bd
                needs: [plan-written]     # it waits for that step
                sign-off: {evidence: required}

              - id: users-told
                title: Everybody who is affected knows what changes
                role: change-manager
                due: go-live - 2d
                text: |
                  Say what changes, from when on, and whom to ask.
                sign-off: {}

            # Who may leave a step undone, and for how long; nobody waives a step of a role of their own.
            # waivers: {by: [change-manager], longest: 14d}

            """
    }

    /// A text as YAML reads it back.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
