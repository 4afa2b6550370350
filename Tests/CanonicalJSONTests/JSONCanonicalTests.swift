import CanonicalJSON
import Testing

/// The canonical form of JSON against the examples and rules of RFC 8785.
struct JSONCanonicalTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let value: JSONValue
        let text: String
    }

    static let cases = [
        Case(testDescription: "null", value: .null, text: "null"),
        Case(testDescription: "true", value: true, text: "true"),
        Case(testDescription: "false", value: false, text: "false"),
        Case(testDescription: "zero", value: 0, text: "0"),
        Case(testDescription: "negative", value: -1, text: "-1"),
        Case(
            testDescription: "the greatest number", value: 9_007_199_254_740_991,
            text: "9007199254740991"),
        Case(testDescription: "an empty string", value: "", text: "\"\""),
        Case(testDescription: "an empty list", value: [], text: "[]"),
        Case(testDescription: "an empty object", value: [:], text: "{}"),
        Case(
            testDescription: "the literals of section 3.2.2", value: [.null, true, false],
            text: "[null,true,false]"),
        Case(
            testDescription: "the string of section 3.2.2",
            value: .string("\u{20ac}$\u{0F}\u{0A}A'B\"\\\\\"/"),
            text: #""€$\u000f\nA'B\"\\\\\"/""#),
        Case(
            testDescription: "the order of keys of section 3.2.3",
            value: [
                "\u{20ac}": "Euro Sign", "\r": "Carriage Return",
                "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
                "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control",
                "\u{f6}": "Latin Small Letter O With Diaeresis",
            ],
            text: "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
                + "\"\u{f6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20ac}\":\"Euro Sign\","
                + "\"\u{1f600}\":\"Emoji: Grinning Face\","
                + "\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"),
        Case(
            testDescription: "a key that begins another comes first",
            value: ["ab": 1, "a": 2, "": 3, "A": 4], text: #"{"":3,"A":4,"a":2,"ab":1}"#),
        Case(
            testDescription: "control characters",
            value: .string(
                String(String.UnicodeScalarView((0..<32).compactMap(UnicodeScalar.init)))),
            text: #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
                + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c"#
                + #"\u001d\u001e\u001f""#),
        Case(
            testDescription: "DEL, line separators and noncharacters stand for themselves",
            value: "\u{7f}\u{2028}\u{2029}\u{ffff}\u{10ffff}",
            text: "\"\u{7f}\u{2028}\u{2029}\u{ffff}\u{10ffff}\""),
        Case(
            testDescription: "a quote that a combining mark follows is escaped",
            value: "\u{22}\u{301}\\\u{301}\r\n", text: "\"\\\"\u{301}\\\\\u{301}\\r\\n\""),
        Case(
            testDescription: "nothing is composed or decomposed", value: ["e\u{301}", "\u{e9}"],
            text: "[\"e\u{301}\",\"\u{e9}\"]"),
        Case(
            testDescription: "objects in lists in objects",
            value: ["b": [["d": .null, "c": []]], "a": ["z": -5]],
            text: #"{"a":{"z":-5},"b":[{"c":[],"d":null}]}"#),
    ]

    @Test("A value has one canonical form, and is read from it again", arguments: cases)
    func canonical(case: Case) throws {
        #expect(`case`.value.canonicalBytes == Array(`case`.text.utf8))
        #expect(Array(`case`.value.canonicalText.utf8) == Array(`case`.text.utf8))
        let read = try JSONValue(jsonBytes: Array(`case`.text.utf8))
        #expect(read.canonicalBytes == Array(`case`.text.utf8))
    }

    @Test("The form for people has two blanks per level, and empty lists on one line")
    func pretty() {
        let value: JSONValue = ["b": [1, ["c": .null]], "a": [], "o": [:]]
        #expect(
            value.prettyText == """
                {
                  "a": [],
                  "b": [
                    1,
                    {
                      "c": null
                    }
                  ],
                  "o": {}
                }
                """)
    }

    @Test("What a value is can be asked for")
    func access() {
        let value: JSONValue = ["text": "a", "number": 7, "yes": true, "list": [1]]
        #expect(value["text"]?.text == "a")
        #expect(value["number"]?.integer == 7)
        #expect(value["yes"]?.boolean == true)
        #expect(value["list"]?.items == [1])
        #expect(value.members?.count == 4)
        #expect(value["none"] == nil)
        #expect(value["text"]?["text"] == nil)
        #expect(value["text"]?.integer == nil)
        #expect(value["number"]?.text == nil)
        #expect(value["number"]?.boolean == nil)
        #expect(value["list"]?.members == nil)
        #expect(value.items == nil)
    }
}
