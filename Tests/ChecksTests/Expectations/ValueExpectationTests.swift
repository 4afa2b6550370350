import CanonicalJSON
import Checks
import Fields
import Rollout
import Testing

@Suite("Expecting something of a value")
struct ValueExpectationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let subject: ExpectationSubject
        let yaml: String
        let value: TypedValue
        let standing: Finding.Standing

        init(
            _ subject: ExpectationSubject, _ yaml: String, _ value: TypedValue,
            _ standing: Finding.Standing
        ) {
            self.subject = subject
            self.yaml = yaml
            self.value = value
            self.standing = standing
        }

        var testDescription: String { "\(yaml) of \(value)" }
    }

    private static let version = Version("1.10", .dpkg).map { TypedValue.version($0) }

    private static let cases =
        [
            Case(.number, "5", .number(5), .met),
            Case(.number, "{minimum: 4.5, maximum: 5e0}", .number(5), .met),
            Case(.number, "{minimum: 5.0001}", .number(5), .unmet),
            Case(.number, "{one-of: [4, 6]}", .number(5), .unmet),
            Case(.size, "{maximum: 1 kB}", .size(1000), .met),
            Case(.size, "{maximum: 1 kB}", .size(1001), .unmet),
            Case(.duration, "1s", .duration(.milliseconds(1000)), .met),
            Case(.duration, "1s", .duration(.milliseconds(1001)), .unmet),
            Case(.duration, "{minimum: 1s}", .duration(.milliseconds(999)), .unmet),
            Case(.mode, "0640", .mode(0o640), .met),
            Case(.mode, "{at-most: 0640}", .mode(0o641), .unmet),
            Case(.address, "{within: 10.0.0.0/8}", .text("10.1.2.3"), .met),
            Case(.address, "{within: 10.0.0.0/8}", .text("11.1.2.3"), .unmet),
            Case(.address, "{within: 10.0.0.0/8}", .text("10.1.2.300"), .unmet),
            Case(.address, "2001:DB8::1", .text("2001:db8::1"), .met),
            Case(.text, "{equals: é}", .text("e\u{301}"), .unmet),
            Case(.list(.text), "{contains: a b}", .texts(["a b c"]), .unmet),
            Case(.list(.text), "{any: {contains: a b}}", .texts(["x", "a b c"]), .met),
            Case(.list(.text), "{any: a b}", .texts(["x", "a b c"]), .met),
            Case(.list(.text), "{equals: [b, a]}", .texts(["a", "b"]), .met),
            Case(.list(.text), "{lacks: a}", .texts([]), .met),
            Case(.list(.text), "{all: {contains: a}}", .texts([]), .unmet),
            Case(.list(.text), "{any: {contains: a}}", .texts([]), .unmet),
            Case(.list(.text), "{none: {contains: a}}", .texts(["b"]), .met),
            Case(.list(.text), "{length: {minimum: 1}}", .texts([]), .unmet),
            Case(.list(.address), "{within: 10.0.0.0/8}", .texts([]), .unmet),
            // A search that has no end leaves an entry open, and what depends on it.
            Case(.list(.text), "{any: {matches: '(a+)+$'}}", .texts([hostile]), .unknown),
            Case(.list(.text), "{none: {matches: '(a+)+$'}}", .texts([hostile]), .unknown),
            Case(.list(.text), "{all: {matches: '(a+)+$'}}", .texts([hostile]), .unknown),
            Case(.list(.text), "{all: {matches: '(a+)+$'}}", .texts(["b", hostile]), .unmet),
            Case(.list(.text), "{any: {matches: '(a+)+$'}}", .texts(["a", hostile]), .met),
            // What is no version to the rules may be any.
            Case(.version(.dpkg), "'>= 1.9'", .text("fc4"), .unknown),
        ]
        + (version.map { version in
            [
                Case(.version(.dpkg), "1.10", version, .met),
                Case(.version(.dpkg), "'>= 1.9, < 2'", version, .met),
                Case(.version(.dpkg), "{minimum: 1.11}", version, .unmet),
                Case(.version(.dpkg), "{equals: 0:1.10}", version, .met),
                Case(.version(.dpkg), "{one-of: [1.9, 1.10-0]}", version, .met),
            ]
        } ?? [])

    private static let hostile = String(repeating: "a", count: 60) + "b"

    @Test("a value is held against each word", arguments: cases)
    func judge(_ example: Case) throws {
        let expectation = try ValueType.expectation(of: example.subject).wellRead(example.yaml)
        let findings = expectation.findings(
            of: example.value, named: "it", until: Deadline(.seconds(2)))
        #expect(findings.map(\.standing) == [example.standing], "\(findings)")
        #expect(
            expectation.standing(of: example.value, until: Deadline(.seconds(2)))
                == example.standing)
    }

    @Test(
        "a finding says what was expected and what was seen, missing and extra",
        arguments: [
            (
                ExpectationSubject.list(.text), "{equals: [a, b, c]}",
                TypedValue.texts(["c", "d"]),
                "it exactly a, b, c", "c, d; missing: a, b; extra: d"
            ),
            (
                .list(.text), "{contains: a}", .texts(["a b"]), "a among it",
                "a b; as a part of an entry only, which any: {contains: …} looks for"
            ),
            (
                .list(.text), "{any: {starts-with: a, length: 2}}", .texts(["b"]),
                "an entry of it beginning with \"a\" and an entry of it of length 2", "b"
            ),
            (
                .list(.text), "{all: {lacks: x}}", .texts(["ax", "b"]),
                "every entry of it without \"x\"",
                "not so: ax"
            ),
            (
                .list(.address), "{within: 10.0.0.0/8}", .texts(["10.0.0.1", "192.0.2.1"]),
                "every address of it within 10.0.0.0/8", "outside: 192.0.2.1"
            ),
            (
                .size, "{minimum: 2, maximum: 3 kB}", .size(1), "it from 2 bytes to 3000 bytes",
                "it 1 byte"
            ),
        ])
    func words(
        _ subject: ExpectationSubject, _ yaml: String, _ value: TypedValue, _ expected: String,
        _ actual: String
    ) throws {
        let expectation = try ValueType.expectation(of: subject).wellRead(yaml)
        let finding = expectation.findings(of: value, named: "it", until: Deadline(.seconds(2)))
            .first
        #expect(finding?.expected == expected)
        #expect(finding?.actual == actual)
    }

    @Test(
        "what cannot be an expectation is a mistake before anything runs",
        arguments: [
            (ExpectationSubject.text, "{}", "the expectation expects nothing"),
            (.text, "{matches: '('}", "is not a regular expression"),
            (.text, "{length: many}", "\"many\" is not a number"),
            (.text, "{minimum: 3}", "has no key \"minimum\""),
            (.number, "{contains: 3}", "has no key \"contains\""),
            (.number, "{minimum: 3, maximum: 2}", "the minimum is greater than the maximum"),
            (.number, "{equals: 3, maximum: 2}", "equals and maximum exclude each other"),
            (.number, "0x10", "is not a number"), (.number, "01", "is not a number"),
            (.size, "3 pounds", "is not a size"),
            (.duration, "{equals: 1s}", "has no key \"equals\""),
            (.mode, "{equals: 0600, at-most: 0600}", "exclude each other"),
            (.version(.dpkg), "'>= fc4'", "is not a version by the rules of dpkg"),
            (.version(.dpkg), "{minimum: 1_0}", "is not a version by the rules of dpkg"),
            (.address, "{within: 10.0.0.1/8}", "is not a range of addresses"),
            (.list(.address), "{contains: 10.0.0}", "is not an address"),
            (.list(.text), "x", "is a mapping of keys to values"),
            (.list(.text), "{any: {minimum: 3}}", "has no key \"minimum\""),
            (.json, "{minimum: 3, matches: x}", "is about"),
            (.json, "{has: a, all: 3}", "is about"),
            (.json, "{all: {all: 3}}", "has no key \"all\""),
        ])
    func mistakes(_ subject: ExpectationSubject, _ yaml: String, _ message: String) throws {
        let mistakes = try ValueType.expectation(of: subject).reading(yaml).mistakes
        #expect(mistakes.count == 1, "\(mistakes)")
        #expect(mistakes.first?.contains(message) == true, "\(mistakes)")
    }

    @Test("decimal numbers are compared by what they mean, however long they are")
    func numbers() throws {
        let ascending = [
            "-1e3", "-10.5", "-10.05", "-1e-7", "0", "1e-400", "0.1",
            "0.10000000000000000000000001",
            "1", "9007199254740993", "9007199254740993.1", "1e400", "1.5e400",
        ]
        let numbers = try ascending.map { try #require(DecimalNumber($0), "\($0)") }
        for (place, number) in numbers.enumerated() {
            for (other, another) in numbers.enumerated() {
                #expect((number < another) == (place < other), "\(number) \(another)")
                #expect((number == another) == (place == other))
            }
        }
        for (left, right) in [
            ("1.0", "1"), ("-0", "0"), ("100", "1e2"), ("0.05e2", "5"), ("0e9", "0"),
        ] {
            #expect(DecimalNumber(left) == DecimalNumber(right))
            #expect(DecimalNumber(left)?.hashValue == DecimalNumber(right)?.hashValue)
        }
        for text in ["", "-", "+1", ".5", "1.", "1e", "01", "1e1234567", "0x1", "NaN", "1 "] {
            #expect(DecimalNumber(text) == nil, "\(text)")
        }
        let words = [
            "0", "-12.5", "0.001", "120000", "1.5e-9", "1e25", "1234567890123456789012345",
            "-98765432109876543210987.5",
        ]
        #expect(words.map { DecimalNumber($0)?.description } == words)
    }
}
