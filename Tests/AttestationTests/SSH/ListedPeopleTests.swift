import Attestation
import Rollout
import Testing

/// Which names of a list of signers are one person.
struct ListedPeopleTests {
    private func people(_ lines: String...) throws -> ListedPeople {
        let one = try SampleKeys.line("ed25519")
        let two = try SampleKeys.line("other")
        let three = try SampleKeys.line("p256")
        let text = lines.joined(separator: "\n").replacing("ONE", with: one)
            .replacing("TWO", with: two).replacing("THREE", with: three)
        let list = AllowedSigners(text.utf8, zone: .utc)
        #expect(list.mistakes.isEmpty)
        return ListedPeople(list)
    }

    @Test("Names on the lines of one key are one person, and what these share with others too")
    func chain() throws {
        let people = try people(
            "ann ONE", "ann,anna TWO", "anna THREE", #"annie namespaces="git" THREE"#)
        #expect(people.otherNames(of: "ann") == ["anna", "annie"])
        #expect(people.otherNames(of: "annie") == ["ann", "anna"])
        #expect(people.otherNames(of: "bob").isEmpty)
    }

    @Test("Every name has a key of its own: nobody is anybody else")
    func apart() throws {
        let people = try people("ann ONE", "anna TWO", "ann THREE")
        #expect(people.otherNames(of: "ann").isEmpty && people.otherNames(of: "anna").isEmpty)
    }

    @Test("A line for another time counts, a name that is taken out and an authority do not")
    func lines() throws {
        let people = try people(
            #"ann,anna valid-before="20200101Z" ONE"#, "cas,!cas,dan TWO",
            "cas,dan cert-authority THREE")
        #expect(people.otherNames(of: "ann") == ["anna"])
        #expect(people.otherNames(of: "dan").isEmpty && people.otherNames(of: "cas").isEmpty)
    }
}
