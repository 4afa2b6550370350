import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Defaults that name other parameters.
struct DefaultTests {
    private static func checklist(_ parameters: String, _ text: String = "x") -> String {
        Sample.step("text: \"\(text)\", sign-off: {}", extra: "parameters: \(parameters)")
    }

    private func values(_ parameters: String, chosen: [String: String] = [:]) throws
        -> [String: String]
    {
        let found = try Reading.loaded(Self.checklist(parameters), chosen: chosen)
            .checklist.parameters
        return Dictionary(found.map { ($0.name, $0.value) }) { first, _ in first }
    }

    @Test("A default may name others in any order of declaration")
    func order() throws {
        let forwards = "{a: {default: x}, b: {default: \"${a}-b\"}, c: {default: \"${b}-${a}\"}}"
        let backwards = "{c: {default: \"${b}-${a}\"}, b: {default: \"${a}-b\"}, a: {default: x}}"
        let expected = ["a": "x", "b": "x-b", "c": "x-b-x"]
        #expect(try values(forwards) == expected)
        #expect(try values(backwards) == expected)
        let names = try Reading.loaded(Self.checklist(backwards)).checklist.parameters.map(\.name)
        #expect(names == ["c", "b", "a"])
    }

    @Test("A default may name what follows from another, and the other way round")
    func derived() throws {
        let text = """
            {dial: {default: "${host}:443"}, cloud: {default: dod, one-of: [dod, gcc]},
             host: {from: cloud, values: {dod: d.example, gcc: g.example}},
             kind: {default: "${cloud}-x", one-of: [dod-x, gcc-x]},
             port: {from: kind, values: {dod-x: 1, gcc-x: 2}}}
            """
        #expect(
            try values(text) == [
                "dial": "d.example:443", "cloud": "dod", "host": "d.example", "kind": "dod-x",
                "port": "1",
            ])
        #expect(
            try values(text, chosen: ["cloud": "gcc"]) == [
                "dial": "g.example:443", "cloud": "gcc", "host": "g.example", "kind": "gcc-x",
                "port": "2",
            ])
        #expect(try values(text, chosen: ["kind": "gcc-x"])["port"] == "2")
    }

    @Test("A value that is set is text, and what follows from it sees that text")
    func setIsText() throws {
        let text = "{a: {default: x}, b: {default: \"${a}\"}}"
        #expect(try values(text, chosen: ["a": "${b}"]) == ["a": "${b}", "b": "${b}"])
        #expect(try values(text, chosen: ["b": "$${a}"]) == ["a": "x", "b": "$${a}"])
    }

    @Test("Two dollars in a default stand for one")
    func literal() throws {
        #expect(try values("{a: {default: \"$${b}\"}}") == ["a": "${b}"])
    }

    @Test("The default that holds without a value is kept beside the value")
    func fallback() throws {
        let text = Self.checklist("{a: {default: x}, b: {default: \"${a}1\"}}")
        let set = try Reading.loaded(text, chosen: ["b": "y"]).checklist.parameters
        #expect(set.map(\.origin) == [.given(fallback: "x"), .given(fallback: "x1")])
        #expect(set.map(\.isSet) == [false, true])
        let follows = try Reading.loaded(text, chosen: ["a": "y"]).checklist.parameters
        #expect(follows.map(\.origin) == [.given(fallback: "x"), .given(fallback: "y1")])
        #expect(follows.map(\.isSet) == [true, false])
    }

    @Test(
        "A circle is reported once, at a name that closes it, with everyone in it",
        arguments: [
            (
                "{a: {default: \"x${a}\"}}",
                ["10:29 the default names the parameter itself: a → a"]
            ),
            (
                "{a: {default: \"${b}\"}, b: {default: \"${a}\"}}",
                ["10:50 the values follow from each other in a circle: a → b → a"]
            ),
            (
                "{a: {default: \"${b}\"}, b: {default: \"${c}\"}, c: {default: \"${a}\"}}",
                ["10:72 the values follow from each other in a circle: a → b → c → a"]
            ),
            (
                "{a: {from: b, values: {x: y}}, b: {default: \"${a}\"}}",
                ["10:58 the values follow from each other in a circle: a → b → a"]
            ),
            (
                "{b: {default: \"${a}\"}, a: {from: b, values: {x: y}}}",
                ["10:46 the values follow from each other in a circle: b → a → b"]
            ),
            (
                "{z: {default: \"${a}\"}, a: {default: \"${a}\"}, y: {default: \"${z}\"}}",
                ["10:50 the default names the parameter itself: a → a"]
            ),
            (
                "{a: {default: \"${a}\"}, b: {default: \"${b}\"}}",
                [
                    "10:28 the default names the parameter itself: a → a",
                    "10:50 the default names the parameter itself: b → b",
                ]
            ),
        ])
    func circles(parameters: String, expected: [String]) throws {
        let text = Self.checklist(parameters, "${a}")
        let found = try Reading.outcome(text).diagnostics
        #expect(
            found.map { "\($0.start.line):\($0.start.column) \($0.message)" } == expected)
        #expect(Set(found.map(\.code)) == ["cycle"])
        // What is set does not make a checklist right.
        #expect(
            try Reading.codes(
                text, chosen: ["z": "x", "y": "x"].filter { text.contains("\($0.key): {") }
            ).count == expected.count)
    }

    @Test(
        "What is wrong with a default is found",
        arguments: [
            ("{site: {default: x}, p: {default: \"${siet}\"}}", ["10:48 unknown-parameter"]),
            ("{q: {default: \"${p}\"}, p: {}}", ["10:36 missing-key"]),
            ("{p: {default: \"${q\"}, q: {default: x}}", ["10:28 substitution"]),
            (
                "{q: {default: z}, p: {default: \"${q}\", one-of: [x, y]}}", ["10:44 wrong-value"]
            ),
            ("{q: {default: z}, p: {default: x, one-of: [\"${q}\"]}}", ["10:57 substitution"]),
            ("{q: {default: z}, p: {default: x, text: \"${q}\"}}", ["10:54 substitution"]),
            (
                "{q: {default: z}, p: {from: q, values: {z: \"${q}\"}}}", ["10:57 substitution"]
            ),
        ])
    func mistakes(parameters: String, codes: [String]) throws {
        #expect(try Reading.codes(Self.checklist(parameters)) == codes)
    }

    @Test("A default that does not fit does no harm where a value is set")
    func overridden() throws {
        let text = Self.checklist(
            "{q: {default: x}, p: {default: \"${q}\", one-of: [x, y]}}", "${p}")
        #expect(try Reading.codes(text, chosen: ["q": "z"]) == ["10:44 wrong-value"])
        #expect(try Reading.codes(text, chosen: ["q": "z", "p": "y"]) == [])
    }

    @Test("Defaults that double each other come to an end")
    func doubling() throws {
        let lines = (1...60).map { "p\($0): {default: \"${p\($0 - 1)}${p\($0 - 1)}\"}" }
        let text = Self.checklist("{p0: {default: xxxxxxxx}, \(lines.joined(separator: ", "))}")
        #expect(try Reading.outcome(text).diagnostics.map(\.code) == ["too-large"])
    }

    @Test("A long row of defaults is read without recursion")
    func row() throws {
        let lines = (1...20_000).map { "  p\($0): {default: \"${p\($0 - 1)}\"}" }
        let text = Sample.checklist(
            extra: "parameters:\n" + lines.reversed().joined(separator: "\n")
                + "\n  p0: {default: end}")
        #expect(try Reading.loaded(text).checklist.parameters.first?.value == "end")
    }
}
