import LocatedYAML
import Testing

struct MistakeTests {
    @Test(
        "A key that stands twice names the first place",
        arguments: [
            (
                "a: 1\nb:\n  'é x': 1\n  \"é x\": 2\n",
                """
                t.yaml:4:3: error: the key `é x` stands twice in one mapping; \
                the first one is at line 3, column 3 [duplicate-key]
                    "é x": 2
                    ^^^^^
                  fix: remove one of the two, or rename it
                """
            ),
            (
                "{a: 1, b: 2, a: 3}",
                """
                t.yaml:1:14: error: the key `a` stands twice in one mapping; \
                the first one is at line 1, column 2 [duplicate-key]
                  {a: 1, b: 2, a: 3}
                               ^
                  fix: remove one of the two, or rename it
                """
            ),
            (
                "k: &k a\na: 1\n*k : 2\n",
                """
                t.yaml:3:1: error: the key `a` stands twice in one mapping; \
                the first one is at line 2, column 1 [duplicate-key]
                  *k : 2
                  ^^
                  fix: remove one of the two, or rename it
                """
            ),
        ])
    func duplicates(text: String, expected: String) {
        #expect(complaints(about: text) == expected)
    }

    @Test(
        "A key that stands twice is found among few keys and among many",
        arguments: [2, 16, 17, 5000])
    func duplicateAmongMany(count: Int) {
        let keys = (0..<count).map { "\"\($0)\": x\n" }.joined()
        #expect(complaints(about: keys).isEmpty)
        for repeated in [0, count / 2, count - 1] {
            let found = mistakes(in: Array((keys + "\(repeated): y\n").utf8))
            #expect(found.map(\.code) == ["duplicate-key"])
            #expect(found.map(\.start.line) == [count + 1])
            #expect(found.first?.message.contains("at line \(repeated + 1), column 1") == true)
        }
    }

    @Test(
        "Only the tags of the core schema are known, each on its own kind of node",
        arguments: [
            "!!str a", "!!int 1", "!!bool a", "!!float 1", "!!null ~", "!!map {}", "!!seq []",
            "! a", "! []", "! {}", "!<tag:yaml.org,2002:str> a", "!!map\n  a: 1", "!!seq\n - a",
            "[!!int ]",
            "[!!int ]",
        ])
    func knownTags(text: String) {
        #expect(complaints(about: "a: \(text)").isEmpty)
    }

    @Test(
        "Other tags are mistakes under the tag",
        arguments: [
            (
                "a: !secret x",
                """
                t.yaml:1:4: error: the tag `!secret` is not known [unknown-tag]
                  a: !secret x
                     ^^^^^^^
                  fix: remove it, or put a text that begins with `!` in quotes
                """
            ),
            (
                "a: &x !!binary aGk=",
                """
                t.yaml:1:7: error: the tag `!!binary` is not known [unknown-tag]
                  a: &x !!binary aGk=
                        ^^^^^^^^
                  fix: remove it, or put a text that begins with `!` in quotes
                """
            ),
            (
                "a: !!seq {b: 1}",
                """
                t.yaml:1:4: error: the tag `!!seq` does not fit: this is a mapping [tag-mismatch]
                  a: !!seq {b: 1}
                     ^^^^^
                  fix: remove the tag
                """
            ),
            (
                "a: !!map\n- !!str [1]\n",
                """
                t.yaml:1:4: error: the tag `!!map` does not fit: this is a list [tag-mismatch]
                  a: !!map
                     ^^^^^
                  fix: remove the tag
                t.yaml:2:3: error: the tag `!!str` does not fit: this is a list [tag-mismatch]
                  - !!str [1]
                    ^^^^^
                  fix: remove the tag
                """
            ),
            (
                "a: !!seq\n  !!str b: 1\n",
                """
                t.yaml:1:4: error: the tag `!!seq` does not fit: this is a mapping [tag-mismatch]
                  a: !!seq
                     ^^^^^
                  fix: remove the tag
                """
            ),
            (
                "%TAG !e! tag:example.org,2000:\n---\na: !e!x 1\n",
                """
                t.yaml:3:4: error: the tag `tag:example.org,2000:x` is not known [unknown-tag]
                  a: !e!x 1
                     ^^^^
                  fix: remove it, or put a text that begins with `!` in quotes
                """
            ),
            (
                "a: !x!y 1\n",
                """
                t.yaml:1:4: error: this is not a tag that is known [unknown-tag]
                  a: !x!y 1
                     ^^^^
                  fix: remove it, or put a text that begins with `!` in quotes
                """
            ),
        ])
    func unknownTags(text: String, expected: String) {
        #expect(complaints(about: text) == expected)
    }

    @Test(
        "A key is a single text",
        arguments: [
            ("? [x]\n: 1\n", 3), ("? {x: 1}\n: 1\n", 3), ("{[x]: 1}", 2), ("? - x\n: 1", 3),
        ])
    func keys(text: String, column: Int) {
        let found = mistakes(in: Array(text.utf8))
        #expect(found.map(\.code) == ["key-not-scalar"])
        #expect(found.map(\.start.column) == [column])
    }

    @Test(
        "A file holds one document",
        arguments: [
            (
                "a: 1\n--- # next\nb: 2\n",
                """
                t.yaml:2:1: error: a second document begins here; a file holds one \
                [several-documents]
                  --- # next
                  ^^^
                  fix: remove the `---`, or move what follows to a file of its own
                """
            ),
            (
                "a: 1\n...\nb: 2\n",
                """
                t.yaml:3:1: error: the document is complete before this [after-end]
                  b: 2
                  ^^
                  fix: check the indentation of this line and of the lines before it
                """
            ),
            ("---\na: 1\n...\n# end\n", ""),
            ("%YAML 1.2\n---\na: 1\n", ""),
        ])
    func documents(text: String, expected: String) {
        #expect(complaints(about: text) == expected)
    }

    @Test(
        "A file without a value is empty",
        arguments: [
            "", "\n", "# only a comment\n", "---\n", "---\n...\n", "  \n\n", "&a", "--- # x",
        ])
    func empty(text: String) {
        let found = mistakes(in: Array(text.utf8))
        #expect(found.map(\.code) == ["empty"])
        #expect(found.first?.message.hasSuffix("is empty") == true)
        #expect(found.first?.fix == "write at least one key and its value")
    }

    @Test("An empty text is a value")
    func emptyText() {
        #expect(complaints(about: "''").isEmpty)
        #expect(complaints(about: "[]").isEmpty)
    }

    @Test("Everything wrong is reported in one go, in the order of the text")
    func several() {
        let text = "a: !x 1\nb: *gone\nc: {<<: 1}\na: 2\n? [k]\n: {d: 1, d: 2}\n"
        let found = mistakes(in: Array(text.utf8))
        #expect(
            found.map(\.code) == [
                "unknown-tag", "undefined-alias", "merge-not-mapping", "duplicate-key",
                "key-not-scalar", "duplicate-key",
            ])
        #expect(found.map(\.start.line) == [1, 2, 3, 4, 5, 6])
    }
}
