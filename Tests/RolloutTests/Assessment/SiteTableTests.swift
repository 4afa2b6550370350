import CanonicalJSON
import Rollout
import Testing

/// The table of `docs/verdicts.md` about steps that ask for sites.
struct SiteTableTests {
    @Test("A step with sites stands where the table says, for the reason that it says")
    func askedSites() throws {
        let head = [
            "eu-dmz", "us-dmz", "elsewhere", "the step that asks for both is", "the reason",
        ]
        let rows = try MarkdownTable(head: head, in: "docs/verdicts.md").rows
        #expect(rows.count == 15)
        for row in rows {
            let sample = SiteSample(parity: Parity(facts: ["version"]))
            var book = try sample.book()
            for (site, cell) in zip(["eu-dmz", "us-dmz", nil], row) where cell != "never" {
                let outcome: CheckOutcome.Outcome =
                    cell.hasPrefix("met") || cell.hasPrefix("for another")
                    ? .met : cell.hasPrefix("unmet") ? .unmet : .undetermined
                let facts: JSONValue =
                    cell.contains("without the fact")
                    ? [:] : ["version": cell.contains("another one") ? "1.2" : "1.3"]
                book.look(
                    site, outcome, hours: cell.hasSuffix("long ago") ? 99 : 1, facts: facts,
                    of: cell == "for another wording" ? Make.otherWording : nil)
            }
            let step = book.assessment(asOf: SiteSample.now).step("step")
            #expect(step?.status.rawValue == row[3], "\(row)")
            #expect(step?.reason.code == row[4], "\(row)")
        }
    }
}
