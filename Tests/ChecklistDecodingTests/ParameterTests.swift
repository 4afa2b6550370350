import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Parameters: declared, derived, chosen, substituted and asked for in a `when`.
struct ParameterTests {
    private static let clouds = """
        parameters:
          cloud: {default: worldwide, one-of: [worldwide, dod], text: Where the tenant lives}
          endpoint: {from: cloud, values: {worldwide: example.com, dod: example.us}}
          site: {default: berlin}
        """

    @Test("A value comes from the default or the operator, and others follow from it")
    func values() throws {
        let text = Sample.step("text: \"${endpoint} in ${site}\", sign-off: {}", extra: Self.clouds)
        #expect(try Reading.loaded(text).checklist.steps.first?.text == "example.com in berlin")
        let chosen = try Reading.loaded(text, chosen: ["cloud": "dod", "site": "${cloud}"])
        #expect(chosen.checklist.steps.first?.text == "example.us in ${cloud}")
        #expect(chosen.checklist.parameters.map(\.name) == ["cloud", "endpoint", "site"])
        #expect(chosen.checklist.parameters.map(\.value) == ["dod", "example.us", "${cloud}"])
        #expect(chosen.chosen == ["cloud": "dod", "site": "${cloud}"])
    }

    @Test("A value is text: it brings in neither structure nor another key")
    func valueIsText() throws {
        let text = Sample.step("text: \"${site}\", sign-off: {}", extra: Self.clouds)
        let value = "x\", level: advisory, text: \"y\n- # [a"
        let step = try Reading.loaded(text, chosen: ["site": value]).checklist.steps.first
        #expect(step?.text == value)
        #expect(step?.level == .blocking)
    }

    @Test(
        "What the operator chooses must fit",
        arguments: [
            (["cluod": "dod"], "There is no parameter \"cluod\"; did you mean \"cloud\"?"),
            (["x": "y"], "There is no parameter \"x\"; there are cloud, site."),
            (
                ["cloud": "moon"],
                "The parameter \"cloud\" is never \"moon\"; it is one of worldwide, dod."
            ),
            (
                ["cloud": "dood"],
                "The parameter \"cloud\" is never \"dood\"; it is one of worldwide, dod. Did you "
                    + "mean \"dod\"?"
            ),
        ])
    func mistakes(chosen: [String: String], words: String) throws {
        let text = Sample.checklist(extra: Self.clouds)
        let mistake = #expect(throws: ParameterMistake.self) {
            try Reading.outcome(text, chosen: chosen)
        }
        #expect(mistake?.description == words)
    }

    @Test("A choice for a parameter that is wrong in the checklist is not the operator's mistake")
    func brokenDeclaration() throws {
        let text = Sample.checklist(extra: "parameters: {p: {one-of: [x]}}")
        let outcome = try Reading.outcome(text, chosen: ["p": "x"])
        #expect(outcome.diagnostics.map(\.code) == ["missing-key"])
        let none = #expect(throws: ParameterMistake.self) {
            try Reading.outcome(Sample.checklist(), chosen: ["p": "x"])
        }
        #expect(
            none?.description
                == "There is no parameter \"p\": the checklist has none that can be set.")
    }

    @Test(
        "What is wrong with a declaration is found",
        arguments: [
            ("{p: {default: z, one-of: [x, y]}}", ["10:27 wrong-value"]),
            ("{p: {default: x, one-of: []}}", ["10:38 wrong-value"]),
            ("{p: {text: x}}", ["10:14 missing-key"]),
            ("{p: {from: q}}", ["10:14 missing-key"]),
            ("{p: {values: {a: b}}}", ["10:14 missing-key"]),
            ("{p: x}", ["10:17 wrong-type"]),
            ("{P: {default: x}}", ["10:14 wrong-value"]),
            ("{p: {default: [x]}}", ["10:27 wrong-type"]),
            ("{p: {default: \"${q}\"}}", ["10:28 unknown-parameter"]),
            ("{p: {from: q, values: {a: b}}}", ["10:24 unknown-parameter"]),
            ("{p: {from: p, values: {a: b}}}", ["10:24 unknown-parameter"]),
            (
                "{q: {default: a, one-of: [a, b]}, p: {from: q, values: {a: x}}}",
                ["10:47 missing-value"]
            ),
            (
                "{q: {default: a, one-of: [a]}, p: {from: q, values: {a: x, b: y}}}",
                ["10:72 wrong-value"]
            ),
            ("{q: {default: a}, p: {from: q, values: {b: y}}}", ["10:31 missing-value"]),
            ("{q: {default: a}, p: {default: x, from: q, values: {a: y}}}", ["10:44 conflict"]),
            ("{q: {default: a}, p: {from: q, values: {a: y}, one-of: [x]}}", ["10:53 wrong-value"]),
        ])
    func declarations(declared: String, expected: [String]) throws {
        let codes = try Reading.codes(Sample.checklist(extra: "parameters: \(declared)"))
        #expect(codes == expected)
    }

    @Test("A substitution that is wrong has its caret at the name that is meant")
    func carets() throws {
        let text = Sample.checklist(
            extra: "parameters: {site: {default: x}}",
            steps: """
                - id: a
                  title: $${siet} is ${site}, not ${siet}
                  role: ops
                  due: start
                  text: |
                    First ${site}
                    then ${ site }
                    and ${site
                  sign-off: {}
                """)
        #expect(
            try Reading.said(text) == """
                list.yaml:13:37: error: there is no parameter "siet" [unknown-parameter]
                      title: $${siet} is ${site}, not ${siet}
                                                      ^^^^^^^
                  fix: did you mean "site"?
                list.yaml:18:12: error: there is no parameter " site " [unknown-parameter]
                        then ${ site }
                             ^^^^^^^^^
                  fix: did you mean "site"?
                list.yaml:19:11: error: "${" is not closed by "}" [substitution]
                        and ${site
                            ^^
                  fix: write ${name} for a parameter, or $${ for the characters themselves
                """)
    }

    @Test("Two dollars and a brace are a dollar and a brace")
    func literal() throws {
        let text = Sample.step(
            "text: \"$${site} $ $x $$ ${site} $$${site}\", sign-off: {}", extra: Self.clouds)
        #expect(
            try Reading.loaded(text).checklist.steps.first?.text
                == "${site} $ $x $$ berlin $${site}")
    }

    @Test("A step applies where every parameter has one of its values")
    func when() throws {
        func applicability(_ when: String, _ chosen: [String: String] = [:]) throws
            -> Applicability?
        {
            try Reading.loaded(
                Sample.step("when: \(when), sign-off: {}", extra: Self.clouds), chosen: chosen
            ).checklist.steps.first?.applicability
        }
        #expect(try applicability("{cloud: worldwide}") == .applies)
        #expect(try applicability("{cloud: [dod, worldwide]}") == .applies)
        #expect(
            try applicability("{cloud: dod}")
                == .doesNotApply([
                    Mismatch(parameter: "cloud", value: "worldwide", wanted: ["dod"])
                ]))
        #expect(
            try applicability("{cloud: worldwide, endpoint: [example.com]}", ["cloud": "dod"])
                == .doesNotApply([
                    Mismatch(parameter: "cloud", value: "dod", wanted: ["worldwide"]),
                    Mismatch(
                        parameter: "endpoint", value: "example.us", wanted: ["example.com"]),
                ])
        )
    }

    @Test("A when in which a typo would make the step disappear is refused")
    func typos() throws {
        func said(_ when: String) throws -> [String] {
            try Reading.outcome(Sample.step("when: \(when), sign-off: {}", extra: Self.clouds))
                .diagnostics.map { "\($0.start.line):\($0.start.column) \($0.message)" }
        }
        #expect(try said("{cloud: wordwide}") == ["15:64 cloud is never \"wordwide\""])
        #expect(try said("{endpoint: example.org}") == ["15:67 endpoint is never \"example.org\""])
        #expect(
            try said("{site: berlin}") == [
                "15:57 site may have any value, so that a typo would go unseen here"
            ])
        #expect(
            try said("{cloud: []}") == ["15:64 the list needs at least 1 entry"])
    }

    @Test("A for-each gives one step for each value, and its name may stand in a when")
    func forEach() throws {
        let text = Sample.step(
            "for-each: {endpoint: [a.example, b.example]}, when: {endpoint: a.example}, "
                + "text: \"${endpoint}\", sign-off: {}", extra: Self.clouds)
        let steps = try Reading.loaded(text).checklist.steps
        #expect(steps.map(\.id) == ["one/a.example", "one/b.example"])
        #expect(steps.map(\.id.value) == ["a.example", "b.example"])
        #expect(steps.map(\.text) == ["a.example", "b.example"])
        #expect(steps.map { $0.applicability == .applies } == [true, false])
        let typo = text.replacing(
            "when: {endpoint: a.example}", with: "when: {endpoint: c.example}")
        #expect(
            try Reading.outcome(typo).diagnostics.map(\.message) == [
                "endpoint is never \"c.example\""
            ])
    }
}
