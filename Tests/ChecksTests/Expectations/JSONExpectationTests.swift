import Checks
import Fields
import Rollout
import Testing

@Suite("Expecting something of JSON")
struct JSONExpectationTests {
    private static func findings(
        _ json: String, _ yaml: String, _ medium: ValueExpectation.Medium = .text,
        limit: Int = 10_000
    ) throws -> [Finding] {
        let expectation = try JSONExpectation.type.wellRead(yaml)
        return expectation.findings(
            of: CapturedText(json.utf8, limit: limit), named: "a reply", medium,
            until: Deadline(.seconds(5)))
    }

    @Test(
        "a value at a place is held against what is expected",
        arguments: [
            ("{\"a\":\"x\"}", "/a: x", Finding.Standing.met), ("{\"a\":\"x\"}", "/a: y", .unmet),
            ("{\"a\":\"1\"}", "/a: 1", .unmet), ("{\"a\":1}", "/a: 1.0", .met),
            ("{\"a\":1}", "/a: '1'", .unmet), ("{\"a\":true}", "/a: true", .met),
            ("{\"a\":null}", "/a: null", .met), ("{\"a\":null}", "/a: absent", .unmet),
            ("{}", "/a: absent", .met), ("{}", "/a: null", .unmet),
            ("{\"a\":0}", "/a: present", .met),
            ("{\"a\":\"absent\"}", "/a: {equals: absent}", .met),
            ("{\"a\":1e400}", "/a: {minimum: 1e399}", .met),
            ("{\"a\":9007199254740993}", "/a: {equals: 9007199254740992}", .unmet),
            ("{\"a\":\"5\"}", "/a: {minimum: 1}", .unmet),
            ("{\"a\":\"abc\"}", "/a: {contains: b, length: 3, matches: ^a}", .met),
            ("{\"a\":[1,2]}", "/a: {contains: 2, length: 2}", .met),
            ("{\"a\":[1,2]}", "/a: [1, 2]", .met), ("{\"a\":[1,2]}", "/a: [2, 1]", .unmet),
            ("{\"a\":{\"b\":1}}", "/a: {has: b}", .met),
            ("{\"a\":{\"b\":1}}", "/a: {has: c}", .unmet),
            ("{\"a\":[\"b\"]}", "/a: {has: b}", .unmet),
            ("{\"a\":{\"b\":1}}", "/a: {equals: {b: 1}}", .met),
            (
                "[{\"n\":\"x\",\"s\":1},{\"n\":\"y\",\"s\":2}]",
                "'': {any: {json: {/n: x, /s: 1}}}", .met
            ),
            (
                "[{\"n\":\"x\",\"s\":1},{\"n\":\"y\",\"s\":2}]",
                "'': {any: {json: {/n: x, /s: 2}}}", .unmet
            ),
            ("[{\"n\":\"x\"},{}]", "'': {all: {json: {/n: present}}}", .unmet),
            ("[{\"n\":\"x\"}]", "'': {none: {json: {/n: y}}}", .met),
            // What is of another type than the expectation is about was not looked at.
            ("{\"v\":[\"12\"]}", "/v: {none: {minimum: 10}}", .unknown),
            ("{\"v\":[{\"x\":1}]}", "/v: {none: {matches: x}}", .unknown),
            ("{\"v\":[\"23\",80]}", "/v: {lacks: 23}", .unknown),
            ("{\"v\":[\"23\",80]}", "/v: {lacks: 80}", .unmet),
            ("{\"v\":[22,80]}", "/v: {lacks: 23}", .met),
            ("{\"v\":[1,23]}", "/v: {none: '23'}", .unknown),
            ("{\"v\":[true]}", "/v: {none: 'true'}", .unknown),
            ("{\"v\":[null]}", "/v: {none: 'null'}", .unknown),
            ("{\"v\":[{\"s\":\"down\"}]}", "/v: {none: down}", .unknown),
            ("{\"v\":[{\"s\":\"down\"}]}", "/v: {none: {one-of: [down]}}", .unknown),
            ("{\"v\":[{\"s\":\"down\"}]}", "/v: {lacks: down}", .unknown),
            ("{\"v\":[{\"s\":\"down\"}]}", "/v: {none: {json: {/s: 5}}}", .unknown),
            ("{\"v\":[{\"s\":\"down\"}]}", "/v: {none: {json: {/s: up}}}", .met),
            ("{\"v\":[1,23]}", "/v: {none: {json: {/s: down}}}", .unknown),
            ("{\"v\":[1,23]}", "/v: {all: {json: {/s: absent}}}", .unmet),
            ("{\"v\":[{}]}", "/v: {all: {json: {/s: absent}}}", .met),
            ("{\"v\":[1,2]}", "/v: {none: {length: 3}}", .unknown),
            ("{\"v\":[1,2]}", "/v: {all: {json: {'': {minimum: 1}}}}", .met),
            ("\"boom\"", "/error: absent", .unmet), ("{}", "/error: absent", .met),
            ("[]", "'': {all: {equals: 1}}", .unmet),
            ("{\"a\":{}}", "/a: {all: {equals: 1}}", .unmet),
            ("{\"a~/\":{\"\":[7]}}", "/a~0~1//0: 7", .met), ("[7]", "/00: 7", .unmet),
            ("[7]", "/-: absent", .met), ("[7]", "/1: absent", .met),
            ("{\"e\u{301}\":1}", "/é: 1", .unmet), ("{\"e\u{301}\":1,\"é\":2}", "/é: 2", .met),
        ])
    func judge(_ json: String, _ yaml: String, _ standing: Finding.Standing) throws {
        let findings = try Self.findings(json, "{\(yaml)}")
        let outcome =
            findings.allSatisfy(\.isMet)
            ? Finding.Standing.met
            : findings.contains { $0.standing == .unmet } ? .unmet : .unknown
        #expect(outcome == standing && !findings.isEmpty, "\(findings)")
    }

    @Test(
        "what is no JSON has nothing that was asked for, not even what must be absent",
        arguments: ["", "x", "{\"a\":1,}", "{\"a\":1} x", "<html>", "{\"a\":01}", "{'a':1}", "NaN"])
    func noJSON(_ text: String) throws {
        for yaml in ["{/b: absent}", "{/a: 1}", "{/a: {none: {equals: 1}}}"] {
            #expect(try Self.findings(text, yaml).map(\.standing) == [.unmet], "\(yaml)")
        }
    }

    @Test(
        "what readers understand differently, or is beyond ours, is not judged",
        arguments: [
            "{\"a\":1,\"a\":1}", "{\"x\":{\"b\":0,\"b\":0},\"a\":1}", "{\"a\":1,\"b\":1e9999999}",
            "{\"a\":1,\"b\":\"\\ud800\"}",
            "{\"a\":1,\"b\":" + String(repeating: "[", count: 200)
                + String(repeating: "]", count: 200) + "}",
        ])
    func unreadable(_ text: String) throws {
        for yaml in ["{/c: absent}", "{/a: 1}"] {
            #expect(try Self.findings(text, yaml).map(\.standing) == [.unknown], "\(yaml)")
        }
    }

    @Test("a reply that was cut is not judged")
    func cut() throws {
        #expect(try Self.findings("{\"a\":1}", "{/a: 1}", limit: 6).map(\.standing) == [.unknown])
    }

    @Test("a finding names the place, what was expected and what is there")
    func words() throws {
        let findings = try Self.findings(
            "{\"a\":\"x\\ny\",\"b\":[1,2]}",
            "{/a: x, /b: {equals: [2, 3]}, /c: absent, /d: {minimum: 1}}")
        #expect(
            findings.map(\.expected) == [
                "the value at /a as \"x\"", "the value at /b as [2, 3]", "no value at /c",
                "the value at /d at least 1",
            ])
        #expect(
            findings.map(\.actual) == [
                "\"x y\"", "[1, 2]; missing: 3; extra: 1", "no value at /c", "nothing",
            ])
    }

    @Test("of what may be private nothing is quoted")
    func privacy() throws {
        let secret = "tops3cret"
        let json = "{\"a\":\"\(secret)\",\"b\":[\"\(secret)\",4],\"c\":{\"\(secret)\":1}}"
        for yaml in [
            "{/a: x}", "{/a: absent}", "{/a: {matches: ^x}}", "{/b: {equals: [x]}}", "{/c: 1}",
            "{/b: {all: {contains: x}}}", "{/b: {none: {contains: t}}}", "{/c: present}",
            "{'': {has: x}}", "{/b: {contains: x}}", "{/b: {any: {json: {/x: 1}}}}",
            "{/a: {length: 3}}",
            "{/a: {one-of: [x, y]}}", "{/a: {starts-with: x}}", "{/b: {lacks: 4}}",
            "{/c: {length: 3}}",
        ] {
            let words = try Self.findings(json, yaml, .privateText).map(\.actual).joined()
            #expect(!words.contains(secret) && !words.contains("4]"), "\(yaml): \(words)")
        }
    }

    @Test(
        "mistakes in what is expected",
        arguments: [
            ("{}", "the expectation expects nothing"), ("{a: 1}", "\"a\" is no place in JSON"),
            ("{/a~2: 1}", "is no place in JSON"), ("{/a: {}}", "the expectation expects nothing"),
            ("{/a: {matches: '['}}", "is not a regular expression"), ("[1]", "is wanted"),
            ("{/a: {minimum: x}}", "\"x\" is not a number"),
            ("{/a: {starts-with: x, maximum: 3}}", "is about"),
        ])
    func mistakes(_ yaml: String, _ message: String) throws {
        let (value, mistakes) = try JSONExpectation.type.reading(yaml)
        #expect(value == nil || !mistakes.isEmpty)
        #expect(mistakes.contains { $0.contains(message) }, "\(mistakes)")
    }

    @Test("a parameter stands for its text, which is what it looks like unless it is in quotes")
    func parameters() throws {
        let type = JSONExpectation.type
        func places(_ yaml: String) throws -> [ExpectedPresence] {
            try type.reading(yaml, parameters: ["n": "5", "w": "absent"]).value?.places
                .map(\.presence) ?? []
        }
        #expect(try places("/a: ${n}") == [.fitting(ValueExpectation([.equals(.number(5))]))])
        #expect(try places("{/a: '${n}'}") == [.fitting(ValueExpectation([.equals(.text("5"))]))])
        #expect(try places("/a: ${w}") == [.fitting(ValueExpectation([.equals(.text("absent"))]))])
    }
}
