import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Targets: one checklist for each place where it is carried out.
struct TargetTests {
    private static let parameters = """
        parameters:
          cloud: {default: worldwide, one-of: [worldwide, dod]}
          host: {from: cloud, values: {worldwide: w.example, dod: d.example}}
          port: {default: 443}
        """
    private static let targets = """
        targets:
          contoso: {title: Contoso, set: {cloud: worldwide}}
          fabrikam: {title: Fabrikam, set: {cloud: dod, port: "8443"}}
        """

    private static func checklist(
        _ targets: String = targets, keys: String = "sign-off: {}"
    ) -> String {
        Sample.step(keys, extra: parameters + "\n" + targets)
    }

    private static let text = checklist(keys: "text: \"${host}:${port}\", sign-off: {}")

    @Test("Without a target named there is one checklist for each, in the order of the text")
    func each() throws {
        let all = try Reading.all(Self.text)
        #expect(all.map(\.target) == ["contoso", "fabrikam"])
        #expect(all.map { $0.checklist.steps.first?.text } == ["w.example:443", "d.example:8443"])
        #expect(
            all.map(\.checklist.scope) == [
                Scope(target: "contoso", parameters: ["cloud": "worldwide", "port": "443"]),
                Scope(target: "fabrikam", parameters: ["cloud": "dod", "port": "8443"]),
            ])
        #expect(all.first?.checklist.targets.map(\.title) == ["Contoso", "Fabrikam"])
        #expect(all.last?.checklist.target?.settings == ["cloud": "dod", "port": "8443"])
        #expect(Set(all.map(\.checklist.digest)).count == 1)
        #expect(all.allSatisfy { $0.checklist.id == "sample" })
    }

    @Test("A target that is named is the only one")
    func one() throws {
        let loaded = try Reading.loaded(Self.text, target: "fabrikam")
        #expect(loaded.target == "fabrikam")
        #expect(loaded.checklist.steps.first?.text == "d.example:8443")
        #expect(loaded.chosen == [:])
    }

    @Test("A checklist without targets is one, for no target")
    func none() throws {
        let loaded = try Reading.loaded(Sample.checklist())
        #expect(loaded.target == nil)
        #expect(loaded.checklist.targets.isEmpty)
        #expect(loaded.checklist.scope.target == nil)
    }

    @Test("What is chosen comes on top of the target, and changes nothing that it sets")
    func chosen() throws {
        let port = try Reading.loaded(Self.text, target: "contoso", chosen: ["port": "1"])
        #expect(port.checklist.steps.first?.text == "w.example:1")
        #expect(port.chosen == ["port": "1"])
        let same = try Reading.loaded(Self.text, target: "fabrikam", chosen: ["cloud": "dod"])
        #expect(same.checklist.scope.parameters["cloud"] == "dod")
        let refusal =
            "The target \"fabrikam\" sets \"port\" to \"8443\", which cannot be changed; "
            + "change the checklist, or name another target."
        #expect(
            try Reading.refused(Self.text, target: "fabrikam", chosen: ["port": "1"]) == refusal)
        #expect(try Reading.refused(Self.text, chosen: ["port": "1"]) == refusal)
    }

    @Test(
        "A target that is not there is refused",
        arguments: [
            ("contosso", "There is no target \"contosso\"; did you mean \"contoso\"?"),
            ("x", "There is no target \"x\"; there are contoso, fabrikam."),
        ])
    func unknown(name: String, words: String) throws {
        #expect(try Reading.refused(Self.text, target: TargetID(name)) == words)
        #expect(
            try Reading.refused(Sample.checklist(), target: TargetID(name))
                == "There is no target \"\(name)\": the checklist has none.")
    }

    @Test("A value of a target is text and names no parameter")
    func literal() throws {
        let text = Self.checklist(
            "targets: {a: {title: A, set: {port: \"${cloud} $${\"}}}",
            keys: "text: \"${port}\", sign-off: {}")
        #expect(try Reading.loaded(text).checklist.steps.first?.text == "${cloud} $${")
    }

    @Test(
        "What is wrong with targets is found at its place",
        arguments: [
            ("{}", ["14:10 wrong-value"]),
            ("[a]", ["14:10 wrong-type"]),
            ("{a: x}", ["14:14 wrong-type"]),
            ("{A: {title: A}}", ["14:11 wrong-value"]),
            ("{a: {set: {cloud: dod}}}", ["14:15 missing-key"]),
            ("{a: {title: A, sets: {cloud: dod}}}", ["14:25 unknown-key"]),
            ("{a: {title: A, set: [cloud]}}", ["14:30 wrong-type"]),
            ("{a: {title: A, set: {cluod: dod}}}", ["14:31 unknown-parameter"]),
            ("{a: {title: A, set: {cloud: dodd}}}", ["14:38 wrong-value"]),
            ("{a: {title: A, set: {host: d.example}}}", ["14:31 derived-parameter"]),
            ("{a: {title: A, set: {port: }}}", ["14:37 wrong-type"]),
            ("{a: {title: A, set: {port: [1]}}}", ["14:37 wrong-type"]),
            ("{a: {title: \"${cloud}\"}}", ["14:23 substitution"]),
            ("{a: {title: A}, a: {title: B}}", ["14:26 duplicate-key"]),
            (
                "{a: {title: A, set: {cluod: x}}, b: {title: B, set: {host: x}}}",
                ["14:31 unknown-parameter", "14:63 derived-parameter"]
            ),
        ])
    func mistakes(targets: String, codes: [String]) throws {
        #expect(try Reading.codes(Self.checklist("targets: \(targets)")) == codes)
    }

    @Test("The way out is told")
    func fixes() throws {
        let text = Self.checklist(
            "targets: {a: {title: A, set: {cluod: x, cloud: dodd, host: y}}}")
        #expect(
            try Reading.outcome(text).diagnostics.map(\.fix) == [
                "did you mean \"cloud\"?", "did you mean \"dod\"?", "set \"cloud\"",
            ])
    }

    @Test("A mistake of every target is told once, and one of some says of which")
    func merged() throws {
        let text = Self.checklist(
            """
            targets:
              a: {title: A, set: {port: "0"}}
              b: {title: B, set: {port: "70000"}}
              c: {title: C, set: {port: "0"}}
              d: {title: D}
            """, keys: "level: nothing, check: {tcp: {host: h, port: \"${port}\"}}")
        let found = try Reading.outcome(text).diagnostics
        #expect(
            found.map(\.message) == [
                "\"nothing\" is not one of blocking, advisory",
                "\"0\" is not a whole number from 1 to 65535, for the targets \"a\" and \"c\"",
                "\"70000\" is not a whole number from 1 to 65535, for the target \"b\"",
            ])
    }

    @Test("A checklist that is wrong for one target is wrong for each")
    func wrongForOne() throws {
        let text = Self.checklist(
            """
            targets:
              good: {title: Good}
              bad: {title: Bad, set: {port: "0"}}
            """, keys: "check: {tcp: {host: h, port: \"${port}\"}}")
        guard case .invalid(let found) = try Reading.outcome(text, target: "good") else {
            Issue.record("a checklist that is wrong for another target was let through")
            return
        }
        #expect(found.filter { $0.severity == .error }.map(\.code) == ["wrong-value"])
    }

    @Test("A target that cannot be read is the mistake of the checklist, not of who names it")
    func broken() throws {
        let text = Self.checklist("targets: {a: {titel: A}, b: {title: B}}")
        guard case .invalid = try Reading.outcome(text, target: "a") else {
            Issue.record("a target that cannot be read was let through")
            return
        }
        guard case .invalid = try Reading.outcome(text, target: "b") else {
            Issue.record("a checklist with a mistake was let through")
            return
        }
    }

    @Test("A step may apply for one target and not for another")
    func applicability() throws {
        let all = try Reading.all(Self.checklist(keys: "when: {cloud: dod}, sign-off: {}"))
        #expect(
            all.map { $0.checklist.steps.first?.applicability } == [
                .doesNotApply([
                    Mismatch(parameter: "cloud", value: "worldwide", wanted: ["dod"])
                ]),
                .applies,
            ])
    }

    @Test("Warnings are told once for all targets")
    func warnings() throws {
        let all = try Reading.all(Self.checklist(keys: "sign-off: {count: 3}"))
        let codes = ["too-few-members", "unused-parameter"]
        #expect(all.map { $0.warnings.map(\.code) } == [codes, codes])
    }

    @Test("There are not too many of them, because the checklist is read for each")
    func many() throws {
        let targets = (0...200).map { "  t\($0): {title: T}" }.joined(separator: "\n")
        #expect(try Reading.codes(Self.checklist("targets:\n" + targets)) == ["15:3 wrong-value"])
    }
}
