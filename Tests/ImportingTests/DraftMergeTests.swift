import Importing
import Testing

@Suite("Updates of edited texts")
struct DraftMergeTests {
    private static let base = """
        # from v1
        title: "A"  # title

        timeline:
          # starts from "May"
          - id: a
            title: "First"
            starts: 2025-05-01  # the post
          - id: b
            title: "Second"
            starts: 2025-06-01

        steps:
          - id: s
            title: "Do it"
            role: net
            sign-off: {}

        # one sha:1
        # two sha:1

        """

    private func merge(_ edited: String, _ new: String) -> DraftMerge {
        DraftMerge(base: Self.base, edited: edited, new: new)
    }

    private func edited(_ old: String, _ new: String) -> String {
        #expect(Self.base.contains(old))
        return Self.base.replacing(old, with: new)
    }

    @Test("take what nobody edited, and keep what somebody did")
    func both() {
        let merge = merge(
            edited("role: net", "role: ops") + "# note\n", edited("sha:1", "sha:2"))
        #expect(
            merge.text
                == Self.base.replacing("role: net", with: "role: ops").replacing(
                    "sha:1", with: "sha:2") + "# note\n")
        #expect(merge.conflicts.isEmpty && merge.offeredComments.isEmpty)
    }

    @Test("keep a person's words where both changed the same, and find it again")
    func conflict() {
        let new = edited("\"Second\"", "\"Theirs\"")
        let merge = merge(edited("\"Second\"", "\"Mine\""), new)
        #expect(merge.text == edited("\"Second\"", "\"Mine\""))
        let conflict = DraftMerge.Conflict(
            kept: ["    title: \"Mine\""], offered: ["    title: \"Theirs\""])
        #expect(merge.conflicts == [conflict])
        #expect(merge.openBase == Self.base)
        let again = DraftMerge(base: merge.openBase, edited: merge.text, new: new)
        #expect(again.conflicts == [conflict] && again.text == merge.text)
    }

    @Test("keep an item as a whole that the post has no more, where somebody edited it")
    func removed() {
        let gone = edited(
            "  - id: b\n    title: \"Second\"\n    starts: 2025-06-01\n", "")
        #expect(merge(edited("role: net", "role: ops"), gone).text.contains("id: b") == false)
        let mine = edited("\"Second\"", "\"Mine\"  # ours")
        let merge = merge(mine, gone)
        #expect(merge.text == mine && merge.conflicts.map(\.offered) == [[]])
        #expect(merge.openBase.contains("id: b"))
    }

    @Test("know an item under another id where its title stayed")
    func renamed() {
        let merge = merge(edited("id: b", "id: ours"), edited("2025-06-01", "2025-07-01"))
        #expect(merge.text.contains("  - id: ours\n    title: \"Second\"\n    starts: 2025-07-01"))
        #expect(merge.conflicts.isEmpty)
    }

    @Test("put a new line behind the item before it, and not into that")
    func inserted() {
        let mine = edited("    sign-off: {}\n", "    sign-off: {}\n    level: advisory\n")
        let new = edited(
            "    sign-off: {}\n",
            "    sign-off: {}\n    text: \"More\"\n  - id: t\n    title: \"Then\"\n    sign-off: {}\n"
        )
        let merge = merge(mine, new)
        #expect(
            merge.text.contains(
                """
                    sign-off: {}
                    text: "More"
                    level: advisory
                  - id: t
                    title: "Then"
                    sign-off: {}

                """), "\(merge.text)")
    }

    @Test("keep the words of a comment and of its value together")
    func provenance() {
        let new = edited("from \"May\"", "from \"July\"").replacing(
            "2025-05-01", with: "2025-07-01")
        let merge = merge(edited("2025-05-01", "2025-05-06"), new)
        #expect(merge.text.contains("# starts from \"May\""))
        #expect(merge.text.contains("starts: 2025-05-06  # the post"))
        #expect(merge.conflicts.count == 1)
    }

    @Test(
        "are the new text for one that nobody edited, and the edited one where the post is the same",
        arguments: [
            ("a\nb\nc", "x\nb\nc\nd"), ("", "a\n"), ("a\n\n\nb\n", "b\n\n\na\n"), ("a", ""),
            ("a: 1\r\n- b: [\n", "\"\n'\n- - {\n"), ("- a\n- a\n", "- a\n  -\n#\n   #\n"),
        ])
    func identities(_ base: String, _ other: String) {
        func merge(_ base: String, _ edited: String, _ new: String) -> DraftMerge {
            DraftMerge(base: base, edited: edited, new: new)
        }
        #expect(merge(base, base, other).text == other)
        #expect(merge(base, other, base).text == other)
        #expect(merge(base, other, other).text == other)
        #expect(merge(base, other, other).conflicts.isEmpty)
    }

    /// Numbers that are the same in every run.
    private struct Numbers {
        var state: UInt64

        mutating func next(below most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % most
        }
    }

    /// Takes values and comments out, rewrites them and adds to them.
    private static func edited(_ text: String, _ numbers: inout Numbers) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for count in 0..<(1 + numbers.next(below: 4)) {
            let place = numbers.next(below: lines.count - 1)
            let isKey = lines[place].hasSuffix(":") || lines[place].contains("- id")
            switch numbers.next(below: 5) {
            case 0: if !isKey { lines.remove(at: place) }
            case 1: lines.insert(lines[place].prefix { $0 == " " } + "# mine\(count)", at: place)
            case 2: lines[place] += "  # mine\(count)"
            case 3: lines[place] = lines[place].replacing(": ", with: ": mine\(count) ")
            default: lines.insert("", at: place)
            }
        }
        return lines.joined(separator: "\n")
    }

    private static let versions = [
        base.replacing("sha:1", with: "sha:2"),
        base.replacing("2025-05-01", with: "2025-07-01").replacing("\"May\"", with: "\"July\""),
        base.replacing("  - id: b\n    title: \"Second\"\n    starts: 2025-06-01\n", with: ""),
        base.replacing("    role: net\n", with: "    role: ops\n    level: advisory\n"),
        base.replacing("# one sha:1\n", with: "").replacing("v1", with: "v2"),
        base.replacing(
            "steps:\n", with: "steps:\n  # new\n  - id: r\n    title: \"Before\"\n    role: net\n"),
        base.replacing("\"Do it\"", with: "\"Do it now\"").replacing("id: s", with: "id: t"),
    ]

    @Test("lose nothing of a person, and come to rest", arguments: versions)
    func random(_ new: String) {
        #expect(new != Self.base)
        var numbers = Numbers(state: 7)
        for _ in 0..<500 {
            let edited = Self.edited(Self.base, &numbers)
            let merge = merge(edited, new)
            let texts = "\(edited)\n---\n\(new)\n---\n\(merge.text)"
            for mark in edited.matches(of: #/mine\d/#) {
                #expect(merge.text.contains(mark.output), "\(texts)")
            }
            let again = DraftMerge(base: merge.openBase, edited: merge.text, new: new)
            #expect(again.text == merge.text, "\(texts)\n---\n\(again.text)")
            #expect(again.conflicts == merge.conflicts, "\(texts)")
            let settled = DraftMerge(base: new, edited: merge.text, new: new)
            #expect(settled.text == merge.text && settled.conflicts.isEmpty)
        }
    }

    @Test("read as a unified difference")
    func unified() {
        let old = (1...12).map { "line \($0)" }
        var new = old
        new[5] = "another"
        #expect(
            LineDiff.unified(old, new, path: "c.yaml") == """
                --- c.yaml
                +++ c.yaml
                @@ -3,7 +3,7 @@
                 line 3
                 line 4
                 line 5
                -line 6
                +another
                 line 7
                 line 8
                 line 9

                """)
        #expect(LineDiff.unified(old, old, path: "c.yaml").isEmpty)
    }
}
