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
        // It is hidden, so that nothing names it.
        #expect(try Reading.codes(loop) == ["10:14 unused-parameter"])
    }

    @Test(
        "What is judged never follows from the wording",
        arguments: [
            "due: \"${p}\", sign-off: {}",
            "level: \"${p}\", sign-off: {}",
            "not-before: \"start - ${p}d\", sign-off: {}",
            "needs: [\"${p}\"], sign-off: {}",
            "waivable: \"${p}\", sign-off: {}",
            "for-each: {v: [\"${p}\"]}, sign-off: {}",
            "fresh-for: \"${p}\", check: {tcp: {host: a.example, port: 1}}",
            "sign-off: {count: \"${p}\"}",
            "sign-off: {by: [\"${d}\"]}",
            "when: {other: \"${p}\"}, sign-off: {}",
        ])
    func judged(keys: String) throws {
        let parameters = """
            parameters:
              p: {default: "2", scope: wording}
              d: {from: q, values: {x: ops}}
              q: {default: x, one-of: [x], scope: wording}
              other: {default: "2", one-of: ["2", "3"]}
            """
        let base = keys.hasPrefix("due") ? "" : "due: start, "
        let text = Sample.checklist(
            extra: parameters, steps: "- {id: one, title: One, role: ops, \(base)\(keys)}")
        #expect(try Reading.outcome(text).diagnostics.map(\.code).contains("wording-scope"))
    }

    @Test("Dates, members, the owner and the rules of waivers never follow from the wording")
    func judgedAbove() throws {
        let parameters = "parameters: {w: {default: owner, scope: wording}}"
        let replaced = [
            ("starts: 2025-10-10", "starts: \"${w}\""), ("olga@example.com", "\"${w}\""),
            ("owner: owner", "owner: \"${w}\""),
            ("\nsteps:", "\nwaivers: {by: [\"${w}\"], longest: 1d}\nsteps:"),
            ("owner: owner", "owner: owner\ntimezone: \"${w}\""),
            ("\nsteps:", "\ndefaults: {fresh-for: \"${w}\"}\nsteps:"),
        ]
        for (old, new) in replaced {
            let text = Sample.checklist(extra: parameters).replacing(old, with: new)
            #expect(text.contains(new))
            let codes = try Reading.outcome(text).diagnostics.map(\.code)
            #expect(codes.contains("wording-scope"), "\(new)")
        }
    }

    @Test("What is there to be read may follow from the wording")
    func readable() throws {
        let text = """
            readiness: 1
            id: sample
            title: Sample ${w}
            owner: owner
            change: {summary: "${w}", types: ["${w}"]}
            parameters: {w: {default: word, scope: wording}}
            timeline:
              - {id: start, title: "${w}", audience: "${w}", source: "${w}", starts: 2025-10-10}
            roles:
              owner: {title: "${w}", members: [olga@example.com]}
            effects:
              - {id: e, kind: risk, title: "${w}", text: "${w}", references: ["https://${w}.example/"]}
            steps:
              - id: one
                title: ${w}
                text: ${w}
                role: owner
                due: start
                addresses: [e]
                check: [{tcp: {host: "${w}.example", port: 1}}]
            """
        let loaded = try Reading.loaded(text)
        #expect(loaded.checklist.title == "Sample word" && loaded.warnings.isEmpty)
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
