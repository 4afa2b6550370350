import Rollout
import Testing

/// What becomes of sites where something beside them is gone.
struct SitesKeptTests {
    @Test("A report whose files are lost still says which site is silent, and who answered")
    func files() throws {
        var book = try SiteSample().book()
        book.look("eu-dmz")
        let before = book.assessment(asOf: SiteSample.now)
        let after = before.withoutFiles(of: [9], all: [9], among: book.entries)
        #expect(!before.sites.isEmpty)
        #expect(after.sites == before.sites)
        #expect(after.polls.count == before.polls.count)
        #expect(after.approvals.count == before.approvals.count)
        #expect(after.editorials.count == before.editorials.count)
        #expect(after.reuses.count == before.reuses.count)
    }

    @Test("A yes that a no for other words overtook is not told as counting")
    func overtaken() throws {
        let sample = SiteSample()
        var book = try sample.book()
        book.look("eu-dmz", hours: 3)
        var other = sample
        other.asked = ["us-dmz"]
        book.look("eu-dmz", .unmet, hours: 2, of: other.step.digest)
        let assessment = book.assessment(asOf: SiteSample.now)
        #expect(assessment.step("step")?.status != .ready)
        let reasons = assessment.checklist.outcomeReasons(
            of: assessment.entries, asOf: SiteSample.now)
        #expect(reasons[1] == .check)
    }
}
