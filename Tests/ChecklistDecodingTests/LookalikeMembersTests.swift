import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

struct LookalikeMembersTests {
    @Test("Members that look the same are refused, in one role and across roles")
    func lookalikes() throws {
        let roles = """
            roles:
              owner: {title: Owner, members: [olga@example.com, ｏlga@example.com]}
              ops: {title: Operations, members: ["n\u{43E}ra@example.com", nora@example.com]}
              more: {title: More, members: ["\u{43E}lga@example.com", olga@example.com]}
              most: {title: Most, members: [Ivan@example.com, ivan@example.com]}
              pair: {title: Pair, members: [edgar@example.com, eclgar@example.com]}
              trio: {title: Trio, members: [marvin@example.com, rnarvin@example.com, marwin@example.com, marvvin@example.com]}
            """
        let steps =
            "- {id: good, title: Good, role: ops, due: start, sign-off: {by: [ops, more, most, pair, trio]}}"
        let said = try Reading.outcome(Sample.checklist(roles: roles, steps: steps)).diagnostics
        #expect(
            said.map(\.code.description).map { $0.prefix(5) }
                == ["looka", "mixed", "mixed", "looka", "looka", "looka", "looka"])
        #expect(
            said.filter { $0.fix.contains("an initial, a number or a domain") }.count == 5)
        #expect(said.map(\.start.line) == [8, 9, 10, 11, 12, 13, 13])
    }

    @Test("The same person in two roles, and people of other scripts, are fine")
    func others() throws {
        let roles = """
            roles:
              owner: {title: Owner, members: [nora@example.com, иван@example.com]}
              ops: {title: Operations, members: [nora@example.com, μαρία@example.com]}
              two: {title: Two, members: [clara.b@example.com, dara.k@example.com]}
              domains: {title: Domains, members: [clan@a.example.com, dan@b.example.com]}
            """
        let steps =
            "- {id: good, title: Good, role: ops, due: start, sign-off: {by: [ops, two, domains]}}"
        #expect(try Reading.codes(Sample.checklist(roles: roles, steps: steps)) == [])
    }

    @Test("Names and values of parameters are read in one normal form")
    func normalForm() throws {
        let roles = """
            roles:
              owner: {title: Owner, members: ["jose\u{301}@example.com"]}
              ops: {title: Operations, members: [nora@example.com]}
            """
        let loaded = try Reading.loaded(Sample.checklist(roles: roles))
        let member = try #require(loaded.checklist.roles.first?.members.first)
        #expect(member == Principal("jos\u{E9}@example.com"))
        let text = Sample.checklist(
            extra: "parameters: {p: {default: \"e\u{301}\"}}",
            steps: "- {id: one, title: \"${p}\", role: ops, due: start, sign-off: {}}")
        for chosen in [[:], ["p": "e\u{301}"]] {
            let value = try Reading.loaded(text, chosen: chosen).checklist.parameters.first?.value
            #expect(value.map { Array($0.utf8) } == [0xC3, 0xA9])
        }
    }
}
