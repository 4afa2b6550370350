import LocatedYAML
import Testing

struct MergeTests {
    @Test(
        "Merge keys add what is missing, behind the mapping's own keys",
        arguments: [
            ("b: &b {x: 1, y: 2}\nr: {<<: *b, y: 3, z: 4}", "{y: 3, z: 4, x: 1}"),
            ("b: &b {x: 1}\nr: {y: 2, <<: *b}", "{y: 2, x: 1}"),
            ("b: &b {x: 1}\nc: &c {x: 2, y: 3}\nr: {<<: [*b, *c]}", "{x: 1, y: 3}"),
            ("b: &b {x: 1}\nc: &c {x: 2, y: 3}\nr: {<<: [*c, *b]}", "{x: 2, y: 3}"),
            ("b: &b {x: 1}\nc: &c {<<: *b, y: 2}\nr: {<<: *c, z: 3}", "{z: 3, y: 2, x: 1}"),
            ("b: &b {x: 1}\nl: &l [*b, {y: 2}]\nr: {<<: *l}", "{x: 1, y: 2}"),
            ("r: {<<: {x: 1}, y: 2}", "{y: 2, x: 1}"),
            ("r: {<<: [{x: 1}, {x: 2, y: 3}]}", "{x: 1, y: 3}"),
            ("r: {<<: []}", "{}"),
            ("r: {<<: {}}", "{}"),
            ("r: {'<<': 1, \"<<<\": 2}", "{<<: 1, <<<: 2}"),
            ("r: {!!str <<: 1}", "{<<: 1}"),
            ("b: &b {'x': 1}\nr: {<<: *b, \"x\": 2}", "{x: 2}"),
        ])
    func merges(text: String, expected: String) throws {
        #expect(try document(text).root.value(forKey: "r")?.outline == expected)
    }

    @Test("A merge of many keys keeps every key once")
    func manyKeys() throws {
        let first = (0..<500).map { "k\($0): 1" }.joined(separator: ", ")
        let second = (250..<750).map { "k\($0): 2" }.joined(separator: ", ")
        let text = "a: &a {\(first)}\nb: &b {\(second)}\nr: {k0: 0, <<: [*a, *b]}"
        let merged = try #require(try document(text).root.value(forKey: "r")).entries
        #expect(merged.count == 750)
        #expect(Set(merged.map(\.key.text)).count == 750)
        #expect(merged.count { $0.value.text == "1" } == 499)
    }

    @Test("What is merged keeps the place where it was written")
    func places() throws {
        let root = try document("b: &b\n  host: x.example\nr:\n  <<: *b\n").root
        let entry = try #require(root.value(forKey: "r")?.entries.first)
        #expect(entry.key.span == SourceSpan(start: 8, end: 12))
        #expect(entry.value.excerpt == "x.example")
    }

    @Test(
        "Only mappings can be merged",
        arguments: [
            (
                "a: {<<: 1}",
                """
                t.yaml:1:9: error: `<<` takes a mapping or a list of mappings [merge-not-mapping]
                  a: {<<: 1}
                          ^
                  fix: refer to a mapping, as in `<<: *name`, or put the key in quotes
                """
            ),
            (
                "b: &b [x, {y: 1}]\na: {<<: *b}",
                """
                t.yaml:1:8: error: `<<` takes a mapping or a list of mappings [merge-not-mapping]
                  b: &b [x, {y: 1}]
                         ^
                  fix: refer to a mapping, as in `<<: *name`, or put the key in quotes
                """
            ),
            (
                "b: &b text\na: {<<: [{c: 1}, *b, [d]]}",
                """
                t.yaml:2:18: error: `<<` takes a mapping or a list of mappings [merge-not-mapping]
                  a: {<<: [{c: 1}, *b, [d]]}
                                   ^^
                  fix: refer to a mapping, as in `<<: *name`, or put the key in quotes
                t.yaml:2:22: error: `<<` takes a mapping or a list of mappings [merge-not-mapping]
                  a: {<<: [{c: 1}, *b, [d]]}
                                       ^^^
                  fix: refer to a mapping, as in `<<: *name`, or put the key in quotes
                """
            ),
            (
                "b: &b {c: 1}\na:\n  <<: *b\n  <<: *b\n",
                """
                t.yaml:4:3: error: the key `<<` stands twice in one mapping; \
                the first one is at line 3, column 3 [duplicate-key]
                    <<: *b
                    ^^
                  fix: merge several mappings with one list: `<<: [*one, *two]`
                """
            ),
        ])
    func refusals(text: String, expected: String) {
        #expect(complaints(about: text) == expected)
    }
}
