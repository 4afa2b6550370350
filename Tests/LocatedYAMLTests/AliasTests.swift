import LocatedYAML
import Testing

struct AliasTests {
    @Test("An alias is the node it stands for, with that node's place")
    func alias() throws {
        let root = try document("a: &x {b: [1, é]}\nc: *x\n").root
        let alias = try #require(root.value(forKey: "c"))
        #expect(alias.outline == "{b: [1, é]}")
        #expect(alias.span == SourceSpan(start: 6, end: 18))
        #expect(alias.excerpt == "{b: [1, é]}")
    }

    @Test(
        "Aliases stand for scalars, lists and mappings, as values, items and keys",
        arguments: [
            ("[&a x, *a]", "[x, x]"),
            ("a: &k name\n*k : 1", "{a: name, name: 1}"),
            ("[&a x, &a y, *a]", "[x, y, y]"),
            ("[&a [&a y, *a], *a]", "[[y, y], y]"),
            ("a: &a [1]\nb: &b [*a]\nc: [*b, *a]", "{a: [1], b: [[1]], c: [[[1]], [1]]}"),
            ("- &e\n- *e", "[, ]"),
        ])
    func values(text: String, expected: String) throws {
        #expect(try document(text).root.outline == expected)
    }

    @Test(
        "An alias without a value is a mistake at the alias",
        arguments: [
            (
                "a: 1\nb: [*gone]\n",
                """
                t.yaml:2:5: error: no anchor `&gone` stands before this alias [undefined-alias]
                  b: [*gone]
                      ^^^^^
                  fix: define the anchor further up, or put a text that begins with `*` in quotes
                """
            ),
            (
                "a: *later\nb: &later 1\n",
                """
                t.yaml:1:4: error: no anchor `&later` stands before this alias [undefined-alias]
                  a: *later
                     ^^^^^^
                  fix: define the anchor further up, or put a text that begins with `*` in quotes
                """
            ),
            (
                "a: &a\n  b: [1, *a]\n",
                """
                t.yaml:2:10: error: this alias stands inside the value that it refers to \
                [recursive-alias]
                    b: [1, *a]
                           ^^
                  fix: refer to a value that is complete before the alias
                """
            ),
            (
                "a: &a\n  <<: *a\n",
                """
                t.yaml:2:7: error: this alias stands inside the value that it refers to \
                [recursive-alias]
                    <<: *a
                        ^^
                  fix: refer to a value that is complete before the alias
                """
            ),
            (
                "a: &a [1]\n*a : 2\n",
                """
                t.yaml:2:1: error: a key is a single text; here a list or a mapping stands as a key \
                [key-not-scalar]
                  *a : 2
                  ^^
                  fix: put a text that begins with a bracket or a brace in quotes
                """
            ),
            (
                "host: *.example.com\n",
                """
                t.yaml:1:7: error: `*` begins an alias, whose name holds only letters, digits, \
                `-` and `_` [anchor-name]
                  host: *.example.com
                        ^^^^^^^^^^^^^
                  fix: put a text that begins with `*` in quotes
                """
            ),
        ])
    func refusals(text: String, expected: String) {
        #expect(complaints(about: text) == expected)
    }
}
