import ChecklistDecoding
import LocatedYAML
import Testing

/// What a person writes at first, with what they are told.
struct AdviceTests {
    /// The code and the fix of each mistake.
    private func advice(_ text: String) throws -> [String] {
        try Reading.outcome(text).diagnostics.map { "\($0.code): \($0.fix)" }
    }

    @Test(
        "A due date is explained with a phase of the checklist",
        arguments: [
            ("2025-10-05", "count it from a phase: \"start - 5d\" is that day"),
            ("2025-10-12", "count it from a phase: \"start + 2d\" is that day"),
            ("2025-10-05T12:00", "count it from a phase: \"start - 5d\" is that day"),
            ("start-5d", "write \"start - 5d\""),
            ("start.end+2bd", "write \"start.end + 2bd\""),
            ("start -5", "write \"start - 5d\""), ("start - 5", "write \"start - 5d\""),
            ("tomorrow, noon", "write it like \"start - 7d\", counted from a phase"),
        ])
    func due(text: String, fix: String) throws {
        let checklist = Sample.checklist(
            steps: "- {id: one, title: One, role: ops, due: '\(text)', sign-off: {}}")
        #expect(try advice(checklist) == ["wrong-value: \(fix)"])
    }

    @Test(
        "A single value where a list or a mapping is wanted",
        arguments: [
            ("sign-off: {by: ops}", "wrong-type: write [ops]"),
            ("sign-off: yes", "wrong-type: write {} for a sign-off without further terms"),
            ("sign-off: {}, needs: good", "wrong-type: write [good]"),
            ("check: {tcp: yes}", "wrong-type: write {host: …, port: …}"),
        ])
    func kinds(keys: String, wanted: String) throws {
        #expect(try advice(Sample.step(keys)) == [wanted])
    }

    @Test(
        "A key under another word is told its name, and is not missed as well",
        arguments: [
            (Sample.checklist().replacing("timeline:", with: "phases:"), "timeline"),
            (Sample.checklist().replacing("roles:", with: "people:"), "roles"),
            (Sample.checklist().replacing("due:", with: "deadline:"), "due"),
            (Sample.checklist().replacing("members:", with: "users:"), "members"),
            (Sample.step("description: x, sign-off: {}"), "text"),
        ])
    func words(text: String, key: String) throws {
        let advice = try advice(text).filter { !$0.hasPrefix("too-few-members") }
        #expect(Set(advice) == ["unknown-key: write \"\(key)\" for it"])
    }

    @Test("A near name is asked for: keys, roles, phases")
    func nearNames() throws {
        let text = Sample.step("sing-off: {}").replacing("role: ops", with: "role: opps")
            .replacing("due: start", with: "due: strat")
        #expect(
            try advice(text) == [
                "unknown-role: did you mean \"ops\"?", "unknown-phase: did you mean \"start\"?",
                "unknown-key: did you mean \"sign-off\"?",
            ])
    }

    @Test("A name between braces is to be quoted, and hides no other mistake")
    func bareParameters() throws {
        let text = Sample.checklist(
            extra: "parameters: {site: {default: x, one-of: [x]}}",
            steps: """
                - {id: one, title: At ${site} and ${site}, role: opps, due: start, sign-off: {}}
                - id: two
                  title: Two
                  role: ops
                  due: begin
                  check: {tcp: {host: relay.${site}.test, port: 1}}
                """)
        #expect(
            try Reading.said(text) == """
                list.yaml:12:22: error: between braces or brackets, a text with ${…} stands in \
                quotes [unquoted-parameter]
                    - {id: one, title: At ${site} and ${site}, role: opps, due: start, sign-off: {}}
                                       ^^^^^^^^^^^^^^^^^^^^^^
                  fix: write "At ${site} and ${site}"
                list.yaml:12:52: error: there is no role "opps" [unknown-role]
                    - {id: one, title: At ${site} and ${site}, role: opps, due: start, sign-off: {}}
                                                                     ^^^^
                  fix: did you mean "ops"?
                list.yaml:16:10: error: there is no phase "begin" [unknown-phase]
                      due: begin
                           ^^^^^
                  fix: the only one is: start
                list.yaml:17:25: error: between braces or brackets, a text with ${…} stands in \
                quotes [unquoted-parameter]
                      check: {tcp: {host: relay.${site}.test, port: 1}}
                                          ^^^^^^^^^^^^^^^^^^
                  fix: write "relay.${site}.test"
                """)
    }
}
