import Importing
import Testing

@Suite("Updates of edited texts")
struct LineMergeTests {
    private func merge(_ base: String, _ edited: String, _ new: String) -> LineMerge {
        LineMerge(
            base: LineMerge.lines(of: base), edited: LineMerge.lines(of: edited),
            new: LineMerge.lines(of: new))
    }

    @Test("take what nobody edited, and keep what somebody did")
    func both() {
        let merge = merge("a\nb\nc\nd\ne\n", "a\nb mine\nc\nd\ne\n# note\n", "a\nb\nc\nd new\ne\n")
        #expect(merge.text == "a\nb mine\nc\nd new\ne\n# note\n")
        #expect(merge.conflicts.isEmpty)
    }

    @Test("keep a person's words where both changed the same")
    func conflict() {
        let merge = merge("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n")
        #expect(merge.text == "a\nmine\nc\n")
        #expect(merge.conflicts == [.init(kept: ["mine"], offered: ["theirs"])])
    }

    @Test("take a line that nobody edited also beside one that somebody did")
    func neighbours() {
        let merge = merge(
            "- id: a\n  title: Worldwide\n  starts: 2027-01-11\n",
            "- id: a\n  title: Our offices\n  starts: 2027-01-11\n",
            "- id: a\n  title: Everywhere\n  starts: 2026-12-01\n")
        #expect(merge.text == "- id: a\n  title: Our offices\n  starts: 2026-12-01\n")
        #expect(
            merge.conflicts == [
                .init(kept: ["  title: Our offices"], offered: ["  title: Everywhere"])
            ])
        #expect(merge.openBase.contains("  title: Worldwide"))
    }

    @Test("keep all of a person's lines where they are about other keys")
    func strangers() {
        let item = merge(
            "- id: users\n  role: help\n", "- id: users\n  role: net\n",
            "- id: other\n  role: help\n")
        #expect(item.text == "- id: users\n  role: net\n" && item.conflicts.count == 1)
        let merge = merge("a: 1\nb: 1\n", "b: 2\na: 2\n", "a: 3\nb: 3\n")
        #expect(merge.text == "b: 2\na: 2\n" && merge.conflicts.count == 1)
    }

    @Test(
        "are the new text for one that nobody edited, and the edited one where the post is the same",
        arguments: [
            ("a\nb\nc", "x\nb\nc\nd"), ("", "a\n"), ("a\n\n\nb\n", "b\n\n\na\n"), ("a", ""),
        ])
    func identities(_ base: String, _ other: String) {
        #expect(merge(base, base, other).text == other)
        #expect(merge(base, other, base).text == other)
        #expect(merge(base, other, other).text == other)
        #expect(merge(base, other, other).conflicts.isEmpty)
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
