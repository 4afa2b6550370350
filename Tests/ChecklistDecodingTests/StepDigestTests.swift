import ChecklistDecoding
import Rollout
import Testing

/// What changes the wording of a step, and what does not.
struct StepDigestTests {
    private static let good = """
        - id: one
          title: One
          role: ops
          due: start
          needs: [other]
          when: {cloud: dod}
          check: {tcp: {host: "${host}", port: 443}}
          sign-off: {by: [ops]}
        - {id: other, title: Other, role: ops, due: start, sign-off: {}}
        """
    private static let parameters =
        "parameters: {cloud: {default: dod, one-of: [dod, gcc]}, host: {default: a}}"

    private func digest(_ steps: String, of id: String = "one", chosen: [String: String] = [:])
        throws
        -> ContentDigest
    {
        let loaded = try Reading.loaded(
            Sample.checklist(extra: Self.parameters, steps: steps), chosen: chosen)
        return try #require(loaded.checklist.step(StepID(id))?.digest)
    }

    @Test(
        "How it is written does not matter",
        arguments: [
            ("  title: One", "  title: \"One\"   # a comment"), ("  title: One", "  title: 'One'"),
            ("  title: One\n  role: ops", "  role: ops\n\n  title: One"),
            ("needs: [other]", "needs:\n    - other"), ("port: 443", "port: \"443\""),
            ("host: \"${host}\"", "host: a"), ("title: Other", "title: Changed"),
        ])
    func sameWording(old: String, new: String) throws {
        #expect(Self.good.contains(old))
        #expect(try digest(Self.good.replacing(old, with: new)) == digest(Self.good))
    }

    @Test(
        "Any change of a value is another wording",
        arguments: [
            ("title: One", "title: Won"), ("due: start\n", "due: start - 1d\n"),
            ("needs: [other]\n", "needs: []\n"), ("when: {cloud: dod}", "when: {cloud: [dod]}"),
            ("when: {cloud: dod}", "when: {cloud: gcc}"), ("port: 443", "port: 444"),
            ("sign-off: {by: [ops]}", "sign-off: {}"),
            ("sign-off: {by: [ops]}", "sign-off: {by: [ops], count: 2}"),
            ("  role: ops\n", "  role: ops\n  level: advisory\n"),
            ("  role: ops\n", "  role: ops\n  fresh-for: 1h\n"),
        ])
    func otherWording(old: String, new: String) throws {
        #expect(Self.good.contains(old))
        #expect(try digest(Self.good.replacing(old, with: new)) != digest(Self.good))
    }

    @Test("Another value of a parameter is another wording where it is named")
    func substituted() throws {
        #expect(try digest(Self.good, chosen: ["host": "b"]) != digest(Self.good))
        #expect(
            try digest(Self.good, of: "other", chosen: ["host": "b"])
                == digest(Self.good, of: "other"))
    }

    @Test("Another value in a for-each changes the steps of that value only")
    func forEach() throws {
        let two = "- {id: f, title: F, role: ops, due: start, for-each: {v: [a, b]}, sign-off: {}}"
        let three = two.replacing("[a, b]", with: "[c, b, a]")
        #expect(try digest(two, of: "f/a") == digest(three, of: "f/a"))
        #expect(try digest(two, of: "f/a") != digest(two, of: "f/b"))
        let plain = two.replacing(", for-each: {v: [a, b]}", with: "")
        #expect(try digest(plain, of: "f") != digest(two, of: "f/a"))
    }

    @Test("An anchor, an alias and a merge give the wording that they stand for")
    func merged() throws {
        let written = """
            - {id: base, title: B, role: ops, due: start, sign-off: {by: [ops]}}
            - {id: one, title: One, role: ops, due: start, sign-off: {by: [ops]}}
            """
        let merged = """
            - &base {id: base, title: B, role: ops, due: start, sign-off: {by: [ops]}}
            - {<<: *base, id: one, title: One}
            """
        #expect(try digest(merged) == digest(written))
    }
}
