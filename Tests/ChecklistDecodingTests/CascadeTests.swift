import Testing

/// One mistake is reported once, however many references lead to it.
struct CascadeTests {
    /// A text with the only places and codes that are to be reported.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let codes: [String]

        init(_ name: String, _ text: String, _ codes: String...) {
            testDescription = name
            self.text = text
            self.codes = codes
        }
    }

    private static let many = """
        - {id: a, title: A, role: ops, due: start, sign-off: {}}
        - {id: b, title: B, role: ops, due: start.end - 1d, sign-off: {by: [ops]}}
        - {id: c, title: C, role: ops, due: start + 2bd, sign-off: {by: [owner]}}
        """

    @Test(
        "A name whose entry is broken still counts as declared",
        arguments: [
            Case(
                "a phase with a wrong date",
                Sample.checklist(
                    timeline: "timeline:\n  - {id: start, title: Start, starts: 2025-13-01}",
                    steps: many), "6:39 wrong-value"),
            Case(
                "a phase with a wrong end",
                Sample.checklist(
                    timeline: "timeline:\n  - {id: start, title: S, starts: 2025-10-10, ends: x}",
                    steps: many), "6:53 wrong-value"),
            Case(
                "a phase without a title",
                Sample.checklist(
                    timeline: "timeline:\n  - {id: start, starts: 2025-10-10, ends: 2025-10-11}",
                    steps: many), "6:6 missing-key"),
            Case(
                "a phase without an id",
                Sample.checklist(
                    timeline: "timeline:\n  - {title: Start, starts: 2025-10-10}", steps: many),
                "6:6 missing-key"),
            Case(
                "a phase whose id is none",
                Sample.checklist(
                    timeline: "timeline:\n  - {id: Start, title: Start, starts: 2025-10-10}",
                    steps: "- {id: a, title: A, role: ops, due: Start, sign-off: {}}"),
                "6:10 wrong-value"),
            Case(
                "a timeline that is no list",
                Sample.checklist(timeline: "timeline: x", steps: many),
                "5:11 wrong-type"),
            Case(
                "no timeline", Sample.checklist(timeline: "", steps: many), "1:1 missing-key"),
            Case(
                "an empty timeline", Sample.checklist(timeline: "timeline: []", steps: "- x"),
                "5:11 wrong-value", "10:5 wrong-type"),
            Case(
                "a role without a body",
                Sample.checklist(
                    roles: "roles:\n  owner: {title: Owner, members: [olga]}\n  ops:", steps: many),
                "9:7 wrong-type"),
            Case(
                "a role with a wrong member",
                Sample.checklist(
                    roles: "roles:\n  owner: {title: O, members: [o]}\n  ops: {members: [a b]}",
                    steps: many), "9:9 missing-key", "9:19 wrong-value"),
            Case(
                "a role whose name is no id",
                Sample.checklist(
                    roles: "roles:\n  owner: {title: Owner, members: [olga]}\n  Ops: {title: Ops}",
                    steps: "- {id: a, title: A, role: Ops, due: start, sign-off: {}}"),
                "9:3 wrong-value"),
            Case("no roles", Sample.checklist(roles: "", steps: many), "1:1 missing-key"),
            Case(
                "roles that are a list", Sample.checklist(roles: "roles: [ops]", steps: many),
                "7:8 wrong-type"),
            Case(
                "an effect of a wrong kind",
                Sample.step(
                    "addresses: [risk], sign-off: {}",
                    extra: "effects: [{id: risk, kind: rsk, title: R}]"), "10:28 wrong-value"),
            Case(
                "effects that are none",
                Sample.step("addresses: [risk], sign-off: {}", extra: "effects: 1"),
                "10:10 wrong-type"),
            Case(
                "a step with a mistake that others need",
                Sample.checklist(
                    steps: """
                        - {id: a, title: A, role: ops, due: x y, sign-off: {}}
                        - {id: b, title: B, role: ops, due: start, needs: [a], sign-off: {}}
                        """), "11:39 wrong-value"),
            Case(
                "a circle through a step with a mistake",
                Sample.checklist(
                    steps: """
                        - {id: a, title: A, role: ops, due: x y, needs: [b], sign-off: {}}
                        - {id: b, title: B, role: ops, due: start, needs: [a], sign-off: {}}
                        """), "11:39 wrong-value", "12:54 cycle"),
            Case(
                "a for-each with a mistake",
                Sample.checklist(
                    steps: """
                        - {id: a, title: A, role: ops, due: start, for-each: {v: []}, sign-off: {}}
                        - {id: b, title: B, role: ops, due: start, needs: [a/x, a], sign-off: {}}
                        """), "11:60 wrong-value"),
            Case(
                "a for-each whose name is none",
                Sample.step("for-each: {V: [x]}, sign-off: {}"), "11:61 wrong-value"),
            Case(
                "a parameter without a value",
                Sample.step(
                    "text: \"${p} ${p} ${q}\", when: {p: x, q: y}, sign-off: {}",
                    extra: "parameters: {p: {one-of: [x]}, q: {from: p, values: {x: y}}}"),
                "10:14 missing-key"),
            Case(
                "parameters that are none",
                Sample.step("text: \"${p}\", sign-off: {}", extra: "parameters: 1"),
                "10:13 wrong-type"),
            Case(
                "a misspelled key that must be there",
                Sample.checklist(head: "readiness: 1\nid: a\ntitel: A\nowner: owner"),
                "3:1 unknown-key"),
            Case("a misspelled sign-off", Sample.step("sign-of: {}"), "11:50 unknown-key"),
            Case(
                "a later version of the language",
                "readiness: 2\nphases: []\nsteps: none", "1:12 version"),
        ])
    func cascade(_ item: Case) throws {
        let codes = try Reading.codes(item.text)
        #expect(codes == item.codes)
    }
}
