import Checks
import Rollout
import Testing

@Suite("Expecting something of a text")
struct TextExpectationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let limit: Int
        let outcome: CheckOutcome.Outcome
        let expect: @Sendable (inout TextExpectation) -> Void

        init(
            _ name: String, _ text: String, limit: Int = 100, _ outcome: CheckOutcome.Outcome,
            _ expect: @escaping @Sendable (inout TextExpectation) -> Void
        ) {
            testDescription = name
            self.text = text
            self.limit = limit
            self.outcome = outcome
            self.expect = expect
        }
    }

    private static let pattern = TextPattern("^b+$")

    @Test(
        "a text is held against each option",
        arguments: [
            Case("contains", "abc", .met) { $0.contains = ["b", "c"] },
            Case("does not contain", "abc", .unmet) { $0.contains = ["b", "d"] },
            Case("contains a part before a combining mark", "a\u{301}", .met) {
                $0.contains = ["a"]
            },
            Case("matches a line", "a\nbb\nc", .met) { $0.matches = [pattern].compactMap { $0 } },
            Case("matches a line with CR LF", "a\r\nbb\r\nc", .met) {
                $0.matches = [pattern].compactMap { $0 }
            },
            Case("does not match", "abb", .unmet) { $0.matches = [pattern].compactMap { $0 } },
            Case("lacks", "abc", .met) { $0.lacks = ["d"] },
            Case("does not lack", "abc", .unmet) { $0.lacks = ["d", "c"] },
            Case("equals", "abc", .met) { $0.equals = "abc" },
            Case("equals but for a line break", "abc\n", .met) { $0.equals = "abc" },
            Case("equals but for two line breaks", "abc\n\n", .unmet) { $0.equals = "abc" },
            Case("equals nothing", "", .met) { $0.equals = "" },
            Case("does not equal nothing", "a", .unmet) { $0.equals = "" },
            Case("cut, contains what was kept", "abcdef", limit: 3, .met) { $0.contains = ["abc"] },
            Case("cut, may contain the rest", "abcdef", limit: 3, .undetermined) {
                $0.contains = ["cd"]
            },
            Case("cut, an expression could see an end", "bbbb", limit: 3, .undetermined) {
                $0.matches = [pattern].compactMap { $0 }
            },
            Case("cut, may not lack the rest", "abcdef", limit: 3, .undetermined) {
                $0.lacks = ["f"]
            },
            Case("cut, does not lack what was kept", "abcdef", limit: 3, .unmet) {
                $0.lacks = ["a"]
            },
            Case("cut, too long to be equal", "abcdef", limit: 3, .unmet) { $0.equals = "abc" },
            Case("cut, could be equal", "abcd", limit: 3, .undetermined) { $0.equals = "abcd" },
        ])
    func judge(_ example: Case) async throws {
        var expectation = TextExpectation()
        example.expect(&expectation)
        var expected = FileCheck.Expected()
        expected.content = expectation
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
        _ bytes: [UInt8], _ medium: TextExpectation.Medium = .text, limit: Int = 100,
        _ expect: (inout TextExpectation) -> Void
    ) -> [Finding.Standing] {
        var expectation = TextExpectation()
        expect(&expectation)
        return expectation.findings(
            of: CapturedText(bytes, limit: limit), named: "it", medium,
            until: Deadline(.seconds(10))
        ).map(\.standing)
    }

    @Test("bytes that are no text say nothing, unless the encoding is named")
    func encodings() throws {
        let secret: [UInt8] = Array("TODO".utf8).flatMap { [$0, 0] }
        let marked = [0xFF, 0xFE] + secret
        let umlaut: [UInt8] = [0x67, 0xF6]
        let pattern = try #require(TextPattern("O$"))
        func all(_ expectation: inout TextExpectation, _ encoding: TextEncoding?) {
            expectation.contains = ["TODO"]
            expectation.matches = [pattern]
            expectation.lacks = ["TODO"]
            expectation.equals = "TODO"
            expectation.encoding = encoding
        }
        let known: [Finding.Standing] = [.met, .met, .unmet, .met]
        #expect(
            Self.findings(marked) { all(&$0, nil) } == Array(repeating: .unknown, count: 4))
        #expect(Self.findings(marked) { all(&$0, .utf16) } == known)
        #expect(Self.findings(secret) { all(&$0, .utf16LittleEndian) } == known)
        #expect(
            Self.findings(secret + [1]) { all(&$0, .utf16LittleEndian) }
                == Array(
                    repeating: .unknown, count: 4))
        #expect(
            Self.findings([0, 0x54]) {
                $0.contains = ["T"]; $0.encoding = .utf16BigEndian
            } == [.met])
        #expect(Self.findings(umlaut) { $0.lacks = ["x"] } == [.unknown])
        #expect(
            Self.findings(umlaut) {
                $0.contains = ["ö"]; $0.encoding = .latin1
            } == [.met])
        // A datagram need be no text.
        #expect(Self.findings(umlaut, .bytes) { $0.contains = ["g"] } == [.met])
    }

    @Test("a character at the cut does not make a text none", arguments: ["ö", "€", "😀"])
    func cutCharacter(_ character: String) {
        let bytes = Array("ab\(character)".utf8)
        for limit in 2..<bytes.count {
            #expect(Self.findings(bytes, limit: limit) { $0.contains = ["ab"] } == [.met])
        }
    }

    @Test(
        "a text that is no regular expression is refused",
        arguments: ["(", "[", "*", "a{2,1}", "\\"])
    func badPatterns(_ text: String) {
        #expect(TextPattern(text) == nil)
    }
}
