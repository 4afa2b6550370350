import Testing

/// Every kind of mistake at its exact place.
struct MistakeTests {
    /// A text with the places and codes that are to be reported.
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

    private static func steps(_ lines: String...) -> String {
        Sample.checklist(steps: lines.joined(separator: "\n"))
    }

    @Test(
        "What is wrong with the whole is found",
        arguments: [
            Case("a list", "- a\n- b", "1:1 wrong-type"),
            Case("a single value", "hello", "1:1 wrong-type"),
            Case(
                "no steps", Sample.head + "\n" + Sample.timeline + "\n" + Sample.roles,
                "1:1 missing-key"),
            Case(
                "an empty list of steps",
                Sample.head + "\n" + Sample.timeline + "\n" + Sample.roles + "\nsteps: []",
                "10:8 wrong-value"),
            Case(
                "a wrong version",
                Sample.checklist(head: "readiness: one\nid: a\ntitle: A\nowner: owner"),
                "1:12 wrong-value"),
            Case(
                "a title that is null",
                Sample.checklist(head: "readiness: 1\nid: a\ntitle: null\nowner: owner"),
                "3:8 wrong-type"),
            Case(
                "a title that is empty",
                Sample.checklist(head: "readiness: 1\nid: a\ntitle: \"\"\nowner: owner"),
                "3:8 wrong-value"),
            Case(
                "a title that is a list",
                Sample.checklist(head: "readiness: 1\nid: a\ntitle: [a]\nowner: owner"),
                "3:8 wrong-type"),
            Case(
                "an owner that is no role",
                Sample.checklist(head: "readiness: 1\nid: a\ntitle: A\nowner: boss"),
                "4:8 unknown-role"),
            Case(
                "no roles at all", Sample.checklist(roles: "roles: {}"), "4:8 unknown-role",
                "9:35 unknown-role"),
            Case(
                "a phase twice",
                Sample.checklist(
                    timeline:
                        "timeline:\n  - {id: start, title: A, starts: 2025-10-10}\n  - {id: start, title: B, starts: 2025-10-11}"
                ), "7:10 duplicate-id"),
            Case(
                "an effect twice",
                Sample.checklist(
                    extra:
                        "effects:\n  - {id: e, kind: risk, title: A}\n  - {id: e, kind: risk, title: B}"
                ), "12:10 duplicate-id"),
            Case(
                "an effect for no role",
                Sample.checklist(extra: "effects: [{id: e, kind: risk, title: A, roles: [opps]}]"),
                "10:49 unknown-role"),
            Case(
                "an end before the start",
                Sample.checklist(
                    timeline:
                        "timeline:\n  - {id: start, title: A, starts: 2025-10-10, ends: 2025-10-09}"
                ), "6:53 order"),
            Case(
                "an end that may be before the start",
                Sample.checklist(
                    timeline:
                        "timeline:\n  - {id: start, title: A, starts: 2025-10-10, ends: {earliest: 2025-10-01, latest: 2025-11-01}}"
                ), "6:54 order"),
            Case(
                "a range the wrong way round",
                Sample.checklist(
                    timeline:
                        "timeline:\n  - {id: start, title: A, starts: {earliest: 2025-10-10, latest: 2025-10-09}}"
                ), "6:66 order"),
            Case(
                "half a range",
                Sample.checklist(
                    timeline: "timeline:\n  - {id: start, title: A, starts: {earliest: 2025-10-10}}"
                ), "6:36 missing-key"),
            Case(
                "a waiver by no role",
                Sample.checklist(extra: "waivers: {by: [boss], longest: 30d}"), "10:16 unknown-role"
            ),
            Case(
                "a waiver by nobody", Sample.checklist(extra: "waivers: {by: [], longest: 30d}"),
                "10:15 wrong-value"),
            Case(
                "a waiver for no time",
                Sample.checklist(extra: "waivers: {by: [ops], longest: 0d}"), "10:31 wrong-value"),
            Case(
                "an address without a scheme",
                Sample.checklist(extra: "change: {links: [{title: T, url: nowhere}]}"),
                "10:34 wrong-value"),
            Case(
                "a day that does not exist",
                Sample.checklist(extra: "change: {created: 2025-02-29}"), "10:19 wrong-value"),
        ])
    func whole(_ item: Case) throws {
        let codes = try Reading.codes(item.text)
        #expect(codes == item.codes)
    }

    @Test(
        "What is wrong with a step is found",
        arguments: [
            Case("neither check nor sign-off", Sample.step("text: x"), "11:6 nothing-to-show"),
            Case(
                "a role that is none",
                steps("- {id: a, title: A, role: opps, due: start, sign-off: {}}"),
                "11:29 unknown-role"),
            Case("a sign-off by nobody", Sample.step("sign-off: {by: []}"), "11:65 wrong-value"),
            Case("a sign-off that is null", Sample.step("sign-off: ~"), "11:60 wrong-type"),
            Case("a sign-off that is a word", Sample.step("sign-off: ops"), "11:60 wrong-type"),
            Case("a count of nobody", Sample.step("sign-off: {count: 0}"), "11:68 wrong-value"),
            Case(
                "a count beyond all numbers",
                Sample.step("sign-off: {count: 99999999999999999999999}"), "11:68 wrong-value"),
            Case(
                "evidence that is a guess", Sample.step("sign-off: {evidence: require}"),
                "11:71 wrong-value"),
            Case("a list of no checks", Sample.step("check: []"), "11:57 wrong-value"),
            Case("a check of no kind", Sample.step("check: {}"), "11:57 wrong-type"),
            Case("a check that is null", Sample.step("check: ~"), "11:57 wrong-type"),
            Case(
                "an unknown kind", Sample.step("check: {tcpp: {host: h, port: 1}}"),
                "11:58 unknown-check"),
            Case(
                "two kinds in one", Sample.step("check: {tcp: {host: h, port: 1}, tls: {host: h}}"),
                "11:58 wrong-type"),
            Case(
                "an option that is none", Sample.step("check: {tcp: {host: h, port: 1, prot: 2}}"),
                "11:82 unknown-key"),
            Case(
                "an option that is missing", Sample.step("check: {tcp: {host: h}}"),
                "11:64 missing-key"),
            Case(
                "an option that is wrong", Sample.step("check: {tcp: {host: h, port: 65536}}"),
                "11:79 wrong-value"),
            Case(
                "an effect that is none", Sample.step("addresses: [x], sign-off: {}"),
                "11:62 unknown-effect"),
            Case(
                "a step that is none", Sample.step("needs: [x], sign-off: {}"), "11:58 unknown-step"
            ),
            Case(
                "a step that needs itself", Sample.step("needs: [one], sign-off: {}"), "11:58 cycle"
            ),
            Case(
                "its own signers", Sample.step("sign-off: {not-by: [one]}"), "11:70 self-reference"),
            Case(
                "signers of no step", Sample.step("sign-off: {not-by: [x]}"), "11:70 unknown-step"),
            Case("a step twice", steps(Sample.step, Sample.step), "12:10 duplicate-id"),
            Case(
                "a step and a family of one id",
                steps(
                    Sample.step,
                    "- {id: good, title: G, role: ops, due: start, for-each: {v: [a]}, sign-off: {}}"
                ), "12:10 duplicate-id"),
            Case(
                "two names in a for-each", Sample.step("for-each: {a: [x], b: [y]}, sign-off: {}"),
                "11:61 wrong-value"),
            Case(
                "no name in a for-each", Sample.step("for-each: {}, sign-off: {}"),
                "11:60 wrong-value"),
            Case(
                "a value twice", Sample.step("for-each: {v: [x, y, x]}, sign-off: {}"),
                "11:71 duplicate-id"),
            Case(
                "a value with a blank", Sample.step("for-each: {v: [x, y z]}, sign-off: {}"),
                "11:68 wrong-value"),
            Case(
                "a family that needs itself",
                Sample.step("for-each: {v: [x, y]}, needs: [one], sign-off: {}"), "11:81 cycle"),
            Case(
                "a when without a parameter", Sample.step("when: {}, sign-off: {}"),
                "11:56 wrong-type"),
            Case(
                "a when that is a word", Sample.step("when: dod, sign-off: {}"), "11:56 wrong-type"),
            Case(
                "a when on no parameter", Sample.step("when: {cluod: dod}, sign-off: {}"),
                "11:57 unknown-parameter"),
            Case(
                "a validity of no time", Sample.step("sign-off: {valid-for: 0s}"),
                "11:72 wrong-value"),
            Case(
                "a parameter in a key", Sample.step("for-each: {\"${v}\": [x]}, sign-off: {}"),
                "11:61 substitution"),
            Case("not a step", steps(Sample.step, "- good"), "12:5 wrong-type"),
            Case(
                "an end that is not there",
                Sample.checklist(
                    timeline: "timeline: [{id: start, title: S, starts: 2025-10-10}]",
                    steps: "- {id: a, title: A, role: ops, due: start.end, sign-off: {}}"),
                "10:39 no-end"),
            Case(
                "due beyond the calendar",
                Sample.checklist(
                    timeline: "timeline: [{id: start, title: S, starts: 9999-12-31}]",
                    steps: "- {id: a, title: A, role: ops, due: start + 1bd, sign-off: {}}"),
                "10:39 wrong-value"),
        ])
    func step(_ item: Case) throws {
        let codes = try Reading.codes(item.text)
        #expect(codes == item.codes)
    }
}
