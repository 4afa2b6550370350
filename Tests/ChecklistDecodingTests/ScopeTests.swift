import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Which values tell one rollout from another.
struct ScopeTests {
    private static let parameters = """
        parameters:
          tenant: {default: north, one-of: [north, south]}
          dial: {default: "${host}", scope: wording}
          host: {from: tenant, values: {north: n.example, south: s.example}}
          resolver: {default: system, scope: wording}
          mode: {default: fast, scope: rollout}
        """

    @Test("The scope has every value that can be set, but for those of the wording")
    func scope() throws {
        let text = Sample.step("text: \"${dial}\", sign-off: {}", extra: Self.parameters)
        let plain = try Reading.loaded(text).checklist
        #expect(plain.scope == Scope(parameters: ["tenant": "north", "mode": "fast"]))
        #expect(
            plain.parameters.map(\.reach) == [.rollout, .wording, .rollout, .wording, .rollout])
        let set = try Reading.loaded(text, chosen: ["tenant": "south", "dial": "x"]).checklist
        #expect(set.scope == Scope(parameters: ["tenant": "south", "mode": "fast"]))
        #expect(plain.steps.first?.text == "n.example")
        #expect(set.steps.first?.text == "x")
    }

    @Test("The rollout is named by the id of the text and the place that the caller gives")
    func rollout() throws {
        let rollout = try Reading.loaded(Sample.checklist()).checklist.rollout
        #expect(rollout == RolloutReference(id: "sample", place: "checklists/list.yaml"))
    }

    @Test(
        "What is wrong with a scope is found",
        arguments: [
            ("{p: {default: x, scope: word}}", "10:37 wrong-value"),
            (
                "{q: {default: x}, p: {from: q, values: {x: y}, scope: wording}}", "10:67 conflict"
            ),
            (
                "{q: {default: x, scope: wording}, p: {default: \"${q}\"}}", "10:61 wording-scope"
            ),
            (
                "{q: {default: x, scope: wording}, r: {from: q, values: {x: y}}, p: {default: \"${r}\"}}",
                "10:91 wording-scope"
            ),
        ])
    func mistakes(parameters: String, code: String) throws {
        #expect(try Reading.codes(Sample.checklist(extra: "parameters: \(parameters)")) == [code])
    }

    @Test("Whether something applies never follows from the wording")
    func conditions() throws {
        let parameters = "parameters: {p: {default: x, one-of: [x, y], scope: wording}}"
        #expect(
            try Reading.codes(Sample.step("when: {p: x}, sign-off: {}", extra: parameters))
                == ["12:57 wording-scope"])
        let loop = Sample.step(
            "for-each: {p: [a, b]}, when: {p: a}, sign-off: {}", extra: parameters)
        #expect(try Reading.codes(loop) == [])
    }

    @Test("A parameter that follows from another cannot be set")
    func derived() throws {
        let text = Sample.checklist(extra: Self.parameters)
        #expect(
            try Reading.refused(text, chosen: ["host": "n.example"])
                == "The parameter \"host\" follows from \"tenant\" and cannot be set; set \"tenant\"."
        )
    }
}
