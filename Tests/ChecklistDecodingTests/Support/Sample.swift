/// Small checklists, made of parts that a test may replace.
enum Sample {
    static let head = """
        readiness: 1
        id: sample
        title: Sample
        owner: owner
        """
    static let timeline = """
        timeline:
          - {id: start, title: Start, starts: 2025-10-10, ends: 2025-10-20}
        """
    static let roles = """
        roles:
          owner: {title: Owner, members: [olga@example.com]}
          ops: {title: Operations, members: [nora@example.com, omar@example.com]}
        """
    /// One good step on a line of its own.
    static let step = "- {id: good, title: Good, role: ops, due: start, sign-off: {}}"

    /// A checklist from its parts, in this order; `extra` stands before the steps.
    static func checklist(
        head: String = head, timeline: String = timeline, roles: String = roles,
        extra: String = "", steps: String = step
    ) -> String {
        let body = steps.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "  \($0)\n" }.joined()
        return [head, timeline, roles, extra].filter { !$0.isEmpty }.joined(separator: "\n")
            + "\nsteps:\n" + body
    }

    /// A checklist with one step, which has these keys beside those that it must have.
    static func step(_ keys: String, extra: String = "") -> String {
        checklist(
            extra: extra, steps: "- {id: one, title: One, role: ops, due: start, \(keys)}")
    }

    /// The number of the first line of the steps, where nothing is extra.
    static let firstStepLine = 11
}
