import CanonicalJSON
import Foundation
import Testing

/// How JSON text is read.
struct JSONReadingTests {
    static let readable: [(text: String, value: JSONValue)] = [
        (" \t\r\n null \n", .null), ("[ 1 , 2 ]", [1, 2]),
        ("{ \"a\" : [ ] , \"b\" : { } }", ["a": [], "b": [:]]),
        (#""\u0041\/\b\f\n\r\t\"\\""#, "A/\u{8}\u{c}\n\r\t\"\\"), (#""\u00e9\u00E9""#, "éé"),
        (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"),
        ("\"\u{0}\"".replacing("\u{0}", with: "\\u0000"), "\u{0}"),
        ("-9007199254740991", -9_007_199_254_740_991), ("0", 0), ("-0", 0), ("10", 10),
        ("\"\u{7f}é\u{301}👩‍🔧\"", "\u{7f}é\u{301}👩‍🔧"),
    ]

    @Test("JSON is read with its blanks and escapes", arguments: readable)
    func reads(text: String, value: JSONValue) throws {
        let read = try JSONValue(jsonBytes: Array(text.utf8))
        #expect(read == value)
        // `==` on strings is blind to composition; the bytes are not.
        #expect(read.canonicalBytes == value.canonicalBytes)
    }

    static let unreadable: [(text: String, offset: Int, reason: String)] = [
        ("", 0, "ends where a value"), ("  ", 2, "ends where a value"),
        ("nul", 0, "no value begins"),
        ("True", 0, "no value begins"), ("1 2", 2, "something follows"),
        ("{}]", 2, "something follows"),
        ("'a'", 0, "no value begins"), ("\u{feff}1", 0, "no value begins"),
        ("NaN", 0, "no value begins"),
        ("[1", 2, "a comma or the end"), ("[1,", 3, "ends where a value"),
        ("[1,]", 3, "no value begins"),
        ("[1 2]", 3, "a comma or the end"), ("[,1]", 1, "no value begins"),
        ("{\"a\":1", 6, "a comma or the end"),
        ("{\"a\"}", 4, "a colon"), ("{\"a\":}", 5, "no value begins"),
        ("{a:1}", 1, "a key in quotes"),
        ("{\"a\":1,}", 7, "a key in quotes"), ("{1:1}", 1, "a key in quotes"),
        ("{", 1, "a key in quotes"),
        ("{\"a\":1,\"a\":2}", 7, "occurs twice"), ("{\"a\":1,\"\\u0061\":1}", 7, "occurs twice"),
        ("{\"\u{e9}\":1,\"e\u{301}\":2}", 8, "occurs twice"),
        ("\"a", 0, "does not end"), ("\"a\\", 3, "does not end"), ("\"\\x\"", 2, "no such escape"),
        ("\"\\U0041\"", 2, "no such escape"), ("\"\\u004\"", 3, "four hexadecimal"),
        ("\"\\u00 1\"", 3, "four hexadecimal"),
        ("\"\\u+041\"", 3, "four hexadecimal"), ("\"\\ud83d\"", 1, "half of a character"),
        ("\"\\ude00\\ud83d\"", 1, "half of a character"),
        ("\"\\ud83dx\"", 1, "half of a character"),
        ("\"\\ud83d\\u0041\"", 1, "half of a character"), ("\"a\nb\"", 2, "control character"),
        ("\"\u{0}\"", 1, "control character"), ("\"\u{1f}\"", 1, "control character"),
        ("01", 0, "not a number"), ("-", 1, "not a number"), ("-a", 1, "not a number"),
        ("-01", 1, "not a number"),
        ("+1", 0, "no value begins"), (".5", 0, "no value begins"),
        ("1.0", 0, "only whole numbers"),
        ("1e2", 0, "only whole numbers"), ("[1E2]", 1, "only whole numbers"),
        ("1.", 0, "only whole numbers"),
        ("9007199254740992", 0, "beyond"), ("-9007199254740992", 0, "beyond"),
        ("[99999999999999999999]", 1, "beyond"),
    ]

    @Test(
        "What is not JSON, or could be read in two ways, is an error with its place",
        arguments: unreadable)
    func refuses(text: String, offset: Int, reason: String) {
        let error = #expect(throws: JSONSyntaxError.self) {
            try JSONValue(jsonBytes: Array(text.utf8))
        }
        #expect(error?.offset == offset)
        #expect(error?.reason.contains(reason) == true, "\(error as Any)")
    }

    static let invalidBytes: [[UInt8]] = [
        [0x80], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        [0xE2, 0x82],
    ]

    @Test("A string that is not UTF-8 is an error", arguments: invalidBytes)
    func invalidUTF8(bytes: [UInt8]) {
        #expect(throws: JSONSyntaxError(offset: 0, reason: "the string is not valid UTF-8")) {
            try JSONValue(jsonBytes: [0x22] + bytes + [0x22])
        }
    }

    @Test("128 levels are read, and the 129th is an error whatever follows")
    func depth() throws {
        for bracket in [("[", "]"), ("{\"a\":", "}")] {
            let deepest =
                String(repeating: bracket.0, count: 127) + "[]"
                + String(repeating: bracket.1, count: 127)
            #expect(throws: Never.self) { try JSONValue(jsonBytes: Array(deepest.utf8)) }
        }
        let endless = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(jsonBytes: endless) }
        #expect(error?.offset == 128)
    }

    @Test("Every text that is cut off is an error")
    func truncation() throws {
        let value: JSONValue = ["a": [true, .null, "x\u{1}é😀", ["b": -12]], "c": "\\\""]
        let bytes = value.canonicalBytes
        for length in 0..<bytes.count {
            #expect(throws: JSONSyntaxError.self) {
                try JSONValue(jsonBytes: Array(bytes[..<length]))
            }
        }
    }

    @Test("Foundation reads the canonical form as the same value")
    func foundation() throws {
        for `case` in JSONCanonicalTests.cases {
            let data = Data(`case`.value.canonicalBytes)
            let object = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
            let again = try JSONSerialization.data(
                withJSONObject: object, options: [.fragmentsAllowed, .withoutEscapingSlashes])
            #expect(try JSONValue(jsonBytes: Array(again)).canonicalBytes == Array(data))
        }
    }
}
