import CanonicalJSON
import Testing

/// The reader of canonical bytes against the slow way: a tree of values, written again.
struct CanonicalReaderTests {
    /// Whether the slow way takes the bytes for canonical.
    private func isCanonical(_ bytes: [UInt8]) -> Bool {
        (try? JSONValue(jsonBytes: bytes))?.canonicalBytes == bytes
    }

    private func isAccepted(_ bytes: [UInt8]) -> Bool {
        (try? JSONText(canonicalBytes: bytes)) != nil
    }

    static let texts: [String] = [
        "", " ", "null", "nul", "true", "false", "tru", "0", "-0", "00", "01", "-1", "1.0", "1e3",
        "1E3", "-", "--1", "9007199254740991", "-9007199254740991", "9007199254740992",
        "99999999999999999999", "\"\"", "\"", "\"a", "\"\\\"", "\"\\\"\"", "\"\\/\"", "\"\\\\\"",
        "\"\\u0041\"", "\"\\u0001\"", "\"\\u001f\"", "\"\\u001F\"", "\"\\u0008\"", "\"\\b\"",
        "\"\\u000a\"", "\"\\n\"", "\"\\u00e9\"", "\"\\u0020\"", "\"\\ud83d\\ude00\"", "\"\u{7f}\"",
        "\"\u{1}\"", "\"é\"", "\"\u{ffff}\"", "[]", "[ ]", "[1]", "[1,2]", "[1, 2]", "[1,]", "[,1]",
        "[1 2]", "[[]]", "[", "]", "{}", "{ }", "{\"a\":1}", "{\"a\": 1}", "{\"a\" :1}",
        "{\"a\":1,\"b\":2}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":1}",
        "{\"a\":1,}", "{\"a\"}", "{a:1}", "{\"a\":}", "{\"\":1,\"\\n\":2,\"a\":3}",
        "{\"a\":1,\"ab\":2}", "{\"ab\":1,\"a\":2}", "{\"a\":1,\"é\":2}", "{\"é\":1,\"a\":2}",
        "{\"e\u{301}\":1,\"é\":2}", "{\"\u{10000}\":1,\"\u{ffff}\":2}",
        "{\"\u{ffff}\":1,\"\u{10000}\":2}", "{\"\\\"\":1,\"a\":2}", "{\"a\":1,\"\\\"\":2}",
        "{\"a\\n\":1,\"a\":2}", "{\"a\":1,\"a\\n\":2}", "1 ", " 1", "1\n", "\u{feff}1", "{}x",
        "nullx", "[null,true,false]", "\"\u{e000}\"",
    ]

    @Test("The reader takes what the slow way takes, and nothing else", arguments: texts)
    func agreement(text: String) {
        let bytes = Array(text.utf8)
        #expect(isAccepted(bytes) == isCanonical(bytes))
    }

    @Test("Nesting ends at the same depth", arguments: [1, 127, 128, 129, 5000])
    func depth(levels: Int) {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let inner = open == "[" ? "" : "1"
            let text =
                String(repeating: open, count: levels) + inner
                + String(repeating: close, count: levels)
            #expect(isAccepted(Array(text.utf8)) == isCanonical(Array(text.utf8)))
            #expect(isAccepted(Array(text.utf8)) == (levels <= 128))
        }
    }

    @Test("Every byte of a long text flipped in eight ways: the two agree")
    func mutations() {
        let value: JSONValue = [
            "": .null, "a": [1, -2, 0, 9_007_199_254_740_991],
            "b\n": ["c": "d\u{0}\"\\e", "é": true],
            "\u{ffff}": [], "\u{10000}": [:], "\u{e000}": [[["x": false]], "👩‍🔧"],
        ]
        let bytes = value.canonicalBytes
        #expect(isAccepted(bytes))
        for index in bytes.indices {
            for mask in [1, 2, 4, 8, 16, 32, 64, 128] as [UInt8] {
                var changed = bytes
                changed[index] ^= mask
                #expect(isAccepted(changed) == isCanonical(changed), "byte \(index), \(mask)")
            }
            #expect(!isAccepted(Array(bytes[..<index])))
            var without = bytes
            without.remove(at: index)
            #expect(isAccepted(without) == isCanonical(without))
            var doubled = bytes
            doubled.insert(bytes[index], at: index)
            #expect(isAccepted(doubled) == isCanonical(doubled))
        }
    }

    @Test("What a text holds is the value that the slow way reads")
    func value() throws {
        let value: JSONValue = ["a": [1, "x\n", ["é": .null]]]
        let text = try JSONText(canonicalBytes: value.canonicalBytes)
        #expect(text.value == value)
        #expect(text == JSONText(value))
    }

    @Test("Strings are the ones of the slow way, short and long, again and again")
    func strings() throws {
        let texts = [
            "", "a", "exactly 15 bytes", "a text of more than fifteen bytes", "é", "e\u{301}",
            "line\nline", "\u{0}\u{1f}\"\\", String(repeating: "long ", count: 40),
            "a text of more than fifteen bytez", "👩‍👩‍👧‍👦",
        ]
        let bytes = JSONValue.array((texts + texts).map { .string($0) }).canonicalBytes
        let read = try bytes.withUnsafeBufferPointer { buffer throws(CanonicalFormatError) in
            var reader = CanonicalReader(buffer, texts: TextCache())
            var read: [String] = []
            try reader.beginList()
            while try reader.hasItem() { read.append(try reader.text()) }
            try reader.end()
            return read
        }
        #expect(read.map { Array($0.utf8) } == (texts + texts).map { Array($0.utf8) })
    }
}
