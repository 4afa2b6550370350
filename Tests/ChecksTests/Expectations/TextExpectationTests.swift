import Checks
import Fields
import Rollout
import Testing

@Suite("Expecting something of a text")
struct TextExpectationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let limit: Int
        let outcome: CheckOutcome.Outcome
        let yaml: String

        init(
            _ name: String, _ text: String, limit: Int = 100, _ outcome: CheckOutcome.Outcome,
            _ yaml: String
        ) {
            testDescription = name
            self.text = text
            self.limit = limit
            self.outcome = outcome
            self.yaml = yaml
        }
    }

    @Test(
        "a text is held against each option",
        arguments: [
            Case("contains", "abc", .met, "contains: [b, c]"),
            Case("does not contain", "abc", .unmet, "contains: [b, d]"),
            Case("contains a part before a combining mark", "a\u{301}", .met, "contains: a"),
            Case("matches a line", "a\nbb\nc", .met, "matches: ^b+$"),
            Case("matches a line with CR LF", "a\r\nbb\r\nc", .met, "matches: ^b+$"),
            Case("does not match", "abb", .unmet, "matches: ^b+$"),
            Case("lacks", "abc", .met, "lacks: d"),
            Case("does not lack", "abc", .unmet, "lacks: [d, c]"),
            Case("equals", "abc", .met, "equals: abc"),
            Case("equals but for a line break", "abc\n", .met, "equals: abc"),
            Case("equals but for two line breaks", "abc\n\n", .unmet, "equals: abc"),
            Case("equals nothing", "", .met, "equals: ''"),
            Case("does not equal nothing", "a", .unmet, "equals: ''"),
            Case("is one of", "abc", .met, "one-of: [abd, abc]"),
            Case("is none of", "abc", .unmet, "one-of: [abd, ab]"),
            Case("starts with", "abc", .met, "starts-with: ab"),
            Case("does not start with", "abc", .unmet, "starts-with: b"),
            Case("ends with", "abc", .met, "ends-with: bc"),
            Case("ends with before a line break", "abc\r\n", .met, "ends-with: bc"),
            Case("does not end with", "abc", .unmet, "ends-with: ab"),
            Case("has a length in characters", "äöü", .met, "length: 3"),
            Case("is too long", "abc", .unmet, "length: {maximum: 2}"),
            Case("cut, contains what was kept", "abcdef", limit: 3, .met, "contains: abc"),
            Case("cut, may contain the rest", "abcdef", limit: 3, .undetermined, "contains: cd"),
            Case(
                "cut, an expression could see an end", "bbbb", limit: 3, .undetermined,
                "matches: ^b+$"),
            Case("cut, may not lack the rest", "abcdef", limit: 3, .undetermined, "lacks: f"),
            Case("cut, does not lack what was kept", "abcdef", limit: 3, .unmet, "lacks: a"),
            Case("cut, too long to be equal", "abcdef", limit: 3, .unmet, "equals: abc"),
            Case("cut, could be equal", "abcd", limit: 3, .undetermined, "equals: abcd"),
            Case("cut, could be one of", "abcd", limit: 3, .undetermined, "one-of: [x, abcd]"),
            Case("cut, starts with what was kept", "abcd", limit: 3, .met, "starts-with: abc"),
            Case("cut, may start so", "abcd", limit: 3, .undetermined, "starts-with: abcd"),
            Case("cut, starts otherwise", "abcd", limit: 3, .unmet, "starts-with: b"),
            Case("cut, has another end", "abcd", limit: 3, .undetermined, "ends-with: c"),
            Case("cut, has another length", "abcd", limit: 3, .undetermined, "length: 3"),
        ])
    func judge(_ example: Case) async throws {
        var expected = FileCheck.Expected()
        expected.content = try ValueType.expectation(of: .content)
            .wellRead("{\(example.yaml)}")
        let status = FileStatus(
            type: .file, size: 1, mode: 0o644, userID: 0, groupID: 0, user: nil, group: nil,
            modified: Instant(milliseconds: 0))
        let seen = FileObservation(
            .there(status), content: CapturedText(example.text.utf8, limit: example.limit))
        let judgement = FileCheck("a", expected: expected)
            .judge(seen, at: Instant(milliseconds: 0)).result
        #expect(judgement.outcome == example.outcome, "\(judgement.summary)")
    }

    private static func findings(
        _ bytes: [UInt8], medium: ValueExpectation.Medium = .text, limit: Int = 100,
        _ expectation: ValueExpectation
    ) -> [Finding.Standing] {
        expectation.findings(
            of: CapturedText(bytes, limit: limit), named: "it", medium,
            until: Deadline(.seconds(60))
        ).map(\.standing)
    }

    @Test("bytes that are no text say nothing, unless the encoding is named")
    func encodings() throws {
        let secret: [UInt8] = Array("TODO".utf8).flatMap { [$0, 0] }
        let marked = [0xFF, 0xFE] + secret
        let umlaut: [UInt8] = [0x67, 0xF6]
        let pattern = try #require(TextPattern("O$"))
        func all(_ encoding: TextEncoding?) -> ValueExpectation {
            ValueExpectation(
                [
                    .contains(.text("TODO")), .matches(pattern), .lacks(.text("TODO")),
                    .equals(.text("TODO")),
                ], encoding: encoding)
        }
        let known: [Finding.Standing] = [.met, .met, .unmet, .met]
        let unknown = [Finding.Standing](repeating: .unknown, count: 4)
        #expect(Self.findings(marked, all(nil)) == unknown)
        #expect(Self.findings(marked, all(.utf16)) == known)
        #expect(Self.findings(secret, all(.utf16LittleEndian)) == known)
        #expect(Self.findings(secret + [1], all(.utf16LittleEndian)) == unknown)
        #expect(
            Self.findings(
                [0, 0x54], ValueExpectation([.contains(.text("T"))], encoding: .utf16BigEndian))
                == [.met])
        #expect(Self.findings(umlaut, .lacking("x")) == [.unknown])
        #expect(
            Self.findings(umlaut, ValueExpectation([.contains(.text("ö"))], encoding: .latin1))
                == [.met])
        // A datagram need be no text.
        #expect(Self.findings(umlaut, medium: .bytes, .containing("g")) == [.met])
    }

    @Test("a character at the cut does not make a text none", arguments: ["ö", "€", "😀"])
    func cutCharacter(_ character: String) {
        let bytes = Array("ab\(character)".utf8)
        for limit in 2..<bytes.count {
            #expect(Self.findings(bytes, limit: limit, .containing("ab")) == [.met])
        }
    }

    @Test(
        "a text that is no regular expression is refused",
        arguments: ["(", "[", "*", "a{2,1}", "\\"])
    func badPatterns(_ text: String) {
        #expect(TextPattern(text) == nil)
    }
}
