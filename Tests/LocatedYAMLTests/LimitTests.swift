import LocatedYAML
import Testing

struct LimitTests {
    /// A text that asks for too much, and where that shows.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let code: String
        let line: Int
        let column: Int

        init(_ name: String, _ text: String, _ code: String, _ line: Int, _ column: Int) {
            testDescription = name
            self.text = text
            self.code = code
            self.line = line
            self.column = column
        }
    }

    private static let bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + zip("bcdefghij", "abcdefghi").map { name, last in
            "\(name): &\(name) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ","))]\n"
        }.joined()

    private static func chain(_ count: Int, _ link: (Int) -> String) -> String {
        "k0: &a0 {x: 1}\n" + (1...count).map { "k\($0): &a\($0) \(link($0))\n" }.joined()
    }

    private static let cases: [Case] = [
        Case("brackets", String(repeating: "[", count: 40_000), "too-deep", 1, 65),
        Case("brackets on 1 MB", String(repeating: "[", count: 1_000_000), "too-deep", 1, 65),
        Case("braces", String(repeating: "{a: ", count: 250_000), "too-deep", 1, 257),
        Case("dashes", String(repeating: "- ", count: 500_000), "too-deep", 1, 129),
        Case(
            "keys", (0..<100).map { "\(String(repeating: " ", count: $0))k:\n" }.joined(),
            "too-deep", 65, 65),
        Case("aliases in aliases", chain(5_000) { "[*a\($0 - 1)]" }, "too-deep", 64, 12),
        Case("an alias bomb", bomb, "too-many-nodes", 7, 14),
        Case(
            "merges of merges", chain(50_000) { "{<<: *a\($0 - 1), m\($0): 1}" }, "too-many-nodes",
            1000, 18),
        Case(
            "%TAG directives", String(repeating: "%TAG !a! b\n", count: 100_000),
            "too-many-directives", 65, 1),
    ]

    @Test("A text that asks for too much is refused at once, where it does", arguments: cases)
    func refusals(_ example: Case) {
        let started = ContinuousClock.now
        let found = mistakes(in: Array(example.text.utf8))
        let time = ContinuousClock.now - started
        #expect(found.map(\.code) == [example.code])
        #expect(found.map(\.start.line) == [example.line])
        #expect(found.map(\.start.column) == [example.column])
        // In a debug build, on a busy machine; what is quadratic takes minutes.
        #expect(time < .seconds(60))
    }

    @Test("A limit is the last value that is allowed")
    func edges() {
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(complaints(about: deep).isEmpty)
        #expect(complaints(about: "[\(deep)]").contains("[too-deep]"))
        #expect(complaints(about: "[a, b]", limits: YAMLLimits(nodes: 3)).isEmpty)
        #expect(
            complaints(about: "[a, b]", limits: YAMLLimits(nodes: 2)).contains("[too-many-nodes]"))
        #expect(complaints(about: "[&a [b], *a]", limits: YAMLLimits(nodes: 5)).isEmpty)
        #expect(
            complaints(about: "[&a [b], *a]", limits: YAMLLimits(nodes: 4))
                .contains("[too-many-nodes]"))
        #expect(complaints(about: "a: 1", limits: YAMLLimits(inputBytes: 4)).isEmpty)
        let two = YAMLLimits(depth: 2)
        #expect(complaints(about: "a: &a [x]\nb: *a", limits: two).isEmpty)
        #expect(complaints(about: "a: &a [x]\nb: [*a]", limits: two).contains("[too-deep]"))
        #expect(complaints(about: "a: &a {b: 1}\nc: {<<: *a}", limits: two).isEmpty)
        #expect(
            complaints(about: "a: &a {b: 1}\nc: {<<: [*a, *a]}", limits: YAMLLimits(depth: 3))
                .isEmpty)
    }

    @Test("The messages of the limits say what is allowed")
    func messages() {
        #expect(
            complaints(about: "[[[a]]]", limits: YAMLLimits(depth: 2)) == """
                t.yaml:1:3: error: lists and mappings lie more than 2 levels deep here [too-deep]
                  [[[a]]]
                    ^
                  fix: use fewer levels
                """)
        #expect(
            complaints(about: "[&a [b], *a]", limits: YAMLLimits(nodes: 4)) == """
                t.yaml:1:10: error: the document has more than 4 values, aliases followed \
                [too-many-nodes]
                  [&a [b], *a]
                           ^^
                  fix: split the file, or use fewer aliases
                """)
        #expect(
            complaints(about: "a: 12", limits: YAMLLimits(inputBytes: 4)) == """
                t.yaml:1:1: error: this cannot be read: it is larger than 4 bytes, the most that is read [unreadable]
                  fix: split the file
                """)
    }

    @Test("Reading stops after as many mistakes as are wanted")
    func manyMistakes() {
        let keys = Array(String(repeating: "a: *x\n", count: 1_000).utf8)
        #expect(mistakes(in: keys).count == 100)
        #expect(mistakes(in: keys, limits: YAMLLimits(mistakes: 3)).count == 3)
        let duplicates = Array(String(repeating: "a: 1\n", count: 1_000).utf8)
        #expect(mistakes(in: duplicates).count == 100)
    }

    @Test("Large texts that ask for nothing unusual are read")
    func large() throws {
        let keys = (0..<100_000).map { "k\($0): &a\($0) v\n" }.joined()
        #expect(try document(keys).root.entries.count == 100_000)
        let long = String(repeating: "x", count: 4_000_000)
        #expect(try document("a: \(long)").root.value(forKey: "a")?.hasText(long) == true)
        let aliases = "a: &a x\nb:\n" + String(repeating: "- *a\n", count: 100_000)
        #expect(try document(aliases).root.value(forKey: "b")?.items.count == 100_000)
        let longKeys = (0..<200).map { "? \(String(repeating: "k", count: 20_000))\($0)\n: 1\n" }
        #expect(try document(longKeys.joined()).root.entries.count == 200)
    }
}
