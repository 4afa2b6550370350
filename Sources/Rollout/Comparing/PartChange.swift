/// One key of a part of a checklist that has another value than before.
package struct PartChange: Hashable, Sendable {
    /// The key, as the language has it; or what has no key of its own.
    package enum Part: String, Hashable, Sendable {
        case title, text, owner, timezone, role, due, level, addresses, needs, waivable, check
        case members, audience, starts, ends, status, started, ended, source, value, scope
        case sites, targets, change, effect, waivers, signing, runners, decisions, approval,
            deputies
        case notBefore = "not-before"
        case signOff = "sign-off"
        case requestedBy = "requested-by"
        case freshFor = "fresh-for"
        /// Whether it applies with the values in force.
        case applies
        /// The day or time that a due date comes to.
        case dueOn = "due-on"
        /// The options of a check whose subject is the same.
        case checkOptions = "check-options"
        /// A value that says the same in another way, or conditions that hold as before.
        case spelling
    }

    package let part: Part
    /// The value before: its lines, or the items of a list; empty where there was none.
    package let before: [String]
    package let after: [String]

    package init(_ part: Part, _ before: [String], _ after: [String]) {
        self.part = part
        self.before = before
        self.after = after
    }

    /// Nil where both are the same.
    static func of(_ part: Part, _ before: [String], _ after: [String]) -> PartChange? {
        before.elementsEqual(after) { $0.isSame(as: $1) } ? nil : PartChange(part, before, after)
    }

    static func of(_ part: Part, _ before: String, _ after: String) -> PartChange? {
        of(part, before.isEmpty ? [] : [before], after.isEmpty ? [] : [after])
    }
}
