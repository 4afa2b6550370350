import ChecklistDecoding
import LocatedYAML
import Testing

/// Whether people can be found for all sign-offs at once.
struct SignersLeftTests {
    private static func warnings(_ steps: String..., people: String = "ann, bob, cas") throws
        -> [String]
    {
        let roles = """
            roles:
              owner: {title: Owner, members: [ann]}
              ops: {title: Operations, members: [\(people)]}
              few: {title: Few, members: [ann, bob]}
            """
        let step = "- {id: last, title: Last, role: few, due: start, sign-off: {}}"
        let text = Sample.checklist(
            roles: roles, steps: (steps + [step]).joined(separator: "\n"))
        return try (Reading.all(text).first?.warnings ?? []).filter {
            $0.code == "no-signers-left"
        }.map(\.message)
    }

    private static func step(_ id: String, _ rule: String = "", role: String = "ops") -> String {
        "- {id: \(id), title: T, role: \(role), due: start, sign-off: {\(rule)}}"
    }

    @Test("Three people cannot sign four steps that exclude one another")
    func fourSteps() throws {
        let steps = [
            Self.step("a"), Self.step("b", "not-by: [a]"), Self.step("c", "not-by: [a, b]"),
            Self.step("d", "not-by: [a, b, c]"),
        ]
        #expect(
            try Self.warnings(steps[0], steps[1], steps[2], steps[3]) == [
                "nobody of ops is left to sign this step, whoever does the rest: with ann for "
                    + "\"a\", bob for \"b\", cas for \"c\""
            ])
        #expect(
            try Self.warnings(steps[0], steps[1], steps[2], steps[3], people: "ann, bob, cas, dan")
                == [])
    }

    @Test("The first choice may be wrong: another one is looked for")
    func anotherChoice() throws {
        // Whoever signs a must leave ann and bob for b.
        let steps = [Self.step("a"), Self.step("b", "count: 2, not-by: [a]", role: "few")]
        #expect(try Self.warnings(steps[0], steps[1]) == [])
        let found = try Self.warnings(steps[0], steps[1], people: "ann, bob")
        #expect(found.count == 1 && found[0].contains("people of few are left to sign"))
    }

    @Test("A chain that pairs allow and the whole does not")
    func chain() throws {
        let steps = [
            Self.step("a", role: "few"), Self.step("b", "not-by: [a]", role: "few"),
            Self.step("c", "not-by: [a, b]", role: "few"),
        ]
        let found = try Self.warnings(steps[0], steps[1], steps[2])
        #expect(found.count == 1)
        #expect(found.first?.contains("nobody of few is left to sign this step") == true)
    }

    @Test("A step whose only signer has to ask for it")
    func request() throws {
        let step =
            "- {id: a, title: T, role: ops, due: start, requested-by: owner, sign-off: {by: [owner]}}"
        #expect(
            try Self.warnings(step) == [
                "nobody of owner is left to ask for this step, whoever does the rest"
            ])
        let other = step.replacing("by: [owner]", with: "by: [ops]")
        #expect(try Self.warnings(other) == [])
    }

    @Test("A family that excludes itself needs as many people as it has steps")
    func family() throws {
        let family =
            "- {id: a, title: \"${n}\", role: ops, due: start, for-each: {n: [x, y, z, w]}, sign-off: {not-by: [b]}}"
        let other = Self.step("b", "count: 3")
        #expect(try Self.warnings(other, family).count == 1)
        #expect(try Self.warnings(Self.step("b", "count: 2"), family) == [])
    }

    @Test(
        "Many steps that are all connected are looked at in a moment, and nothing is claimed of them"
    )
    func many() throws {
        let people = (1...30).map { "p\($0)" }.joined(separator: ", ")
        let steps = (0..<60).map { number in
            Self.step(
                "s\(number)",
                "not-by: [\((max(0, number - 29)..<number).map { "s\($0)" }.joined(separator: ", "))]"
            )
        }
        let text = steps.map { $0.replacing("not-by: []", with: "") }.joined(separator: "\n")
        #expect(try Self.warnings(text, people: people) == [])
    }
}
