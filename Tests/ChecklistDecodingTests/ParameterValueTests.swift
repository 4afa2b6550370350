import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// What a value that is put in cannot do.
struct ParameterValueTests {
    @Test(
        "A value with YAML in it stays the value of one key, and adds no check",
        arguments: [
            "a\\ncheck: {command: {run: [x]}}", "a\\n- {id: b}", "\", check: x", "a # b", "[a, b]",
            "{a: b}", "&a *a", "!!null", "|", "${host}", "a'\\\"b",
        ])
    func yaml(_ written: String) throws {
        let value = written.replacing("\\n", with: "\n")
        let step = "- {id: s, title: \"t ${host}\", role: ops, due: start, sign-off: {}}"
        let text = Sample.checklist(
            extra: "parameters: {host: {default: h, scope: wording}}", steps: step)
        let read = try Reading.loaded(text, chosen: ["host": value]).checklist
        #expect(read.steps.map(\.title) == ["t \(value)"])
        #expect(read.steps.allSatisfy { $0.checks.isEmpty })
    }
}
