import Rollout
import Testing

/// A step that asks for sites: what is known of each, and what an edit does.
struct StepSitesTests {
    private static let now = SiteSample.now

    @Test("The reason names who is silent, and since when")
    func silent() throws {
        var book = try SiteSample(asked: ["eu-dmz", "us-dmz", "apac"]).book()
        book.look("eu-dmz")
        book.look("apac", hours: 5, of: Make.otherWording)
        let step = book.assessment(asOf: Self.now).step("step")
        guard case .siteSilent(_, let sites, let elsewhere) = step?.reason else {
            Issue.record("\(String(describing: step?.reason))")
            return
        }
        #expect(
            sites == [
                SilentSite("us-dmz"), SilentSite("apac", lastSeen: Self.now.plus(hours: -5)),
            ])
        #expect(elsewhere == nil)
        #expect(step?.checks[0].freshness == .siteSilent)
        #expect(step?.checks[0].sites.map(\.freshness) == [.current, .missing, .olderWording])
    }

    @Test("What is seen from elsewhere is kept and shown, and counts for nothing, a no included")
    func unasked() throws {
        var book = try SiteSample().book()
        for site in ["eu-dmz", "us-dmz"] { book.look(site) }
        book.look("apac", .unmet)
        book.look("apac", .unmet)
        book.look(nil)
        let assessment = book.assessment(asOf: Self.now)
        #expect(assessment.step("step")?.status == .ready)
        #expect(assessment.step("step")?.checks[0].unasked.map(\.sequence) == [4, 5])
        let reasons = book.checklist.outcomeReasons(of: book.entries, asOf: Self.now)
        #expect(
            reasons[3] == .outcome(.siteNotAsked("apac", asked: ["eu-dmz", "us-dmz"])))
        #expect(reasons[5] == .outcome(.siteNotAsked(nil, asked: ["eu-dmz", "us-dmz"])))
        #expect(reasons[1] == nil)
    }

    @Test("Each site has when it last looked, what is missing from it, and until when it counts")
    func standings() throws {
        var book = try SiteSample().book()
        book.look("eu-dmz", hours: 3)
        let sites = book.assessment(asOf: Self.now).sites
        #expect(sites.map(\.site.id) == ["eu-dmz", "us-dmz", "apac"])
        #expect(sites.map(\.asked) == [["step"], ["step"], []])
        #expect(sites.map(\.missing) == [[], ["step"], []])
        #expect(sites.map(\.lastSeen) == [Self.now.plus(hours: -3), nil, nil])
        #expect(sites.map(\.silentSince) == [nil, nil, nil])
        #expect(sites.map(\.countsUntil) == [Self.now.plus(hours: 21), nil, nil])
        let later = book.assessment(asOf: Self.now.plus(hours: 22)).sites
        #expect(later[0].missing == ["step"] && later[0].lapsed == ["step"])
        #expect(later[0].silentSince == Self.now.plus(hours: -3))
        #expect(later[0].countsUntil == nil)
        book.look("eu-dmz", .unmet)
        #expect(book.assessment(asOf: Self.now).sites[0].bad == ["step"])
        #expect(book.assessment(asOf: Self.now).sites[0].missing == [])
    }

    @Test("The verdict holds until the first of the sites has been silent for too long")
    func forecast() throws {
        var book = try SiteSample().book()
        book.look("eu-dmz", hours: 9)
        book.look("us-dmz", hours: 1)
        book.look(nil, step: "other")
        let assessment = book.assessment(asOf: Self.now)
        #expect(assessment.verdict == .go)
        #expect(assessment.phases.first?.holdsUntil == Self.now.plus(hours: 15))
        let then = book.assessment(asOf: Self.now.plus(hours: 15))
        #expect(then.step("step")?.status == .stale && then.verdict == .noGo)
    }

    /// What a site says while the step asks for other sites, and where the step stands once it asks
    /// for the first ones again.
    static let returns: [(CheckOutcome.Outcome?, StepStatus)] = [
        (nil, .ready), (.met, .ready), (.undetermined, .ready), (.unmet, .pending),
    ]

    @Test("A site that is removed and added again does not take its no away", arguments: returns)
    func removedAndAdded(said: CheckOutcome.Outcome?, status: StepStatus) throws {
        let both = SiteSample()
        let one = SiteSample(asked: ["eu-dmz"])
        var book = try both.book()
        for site in ["eu-dmz", "us-dmz"] { book.look(site, hours: 5) }
        book = try one.book(book.entries)
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .stale)
        book.look("eu-dmz", hours: 4)
        if let said { book.look("us-dmz", said, hours: 3) }
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .ready)
        book = try both.book(book.entries)
        let step = book.assessment(asOf: Self.now).step("step")
        #expect(step?.status == status)
        #expect((step?.countsUntil == nil) == (status != .ready))
    }

    @Test("Whoever removes a site makes no step ready by it")
    func removed() throws {
        var book = try SiteSample().book()
        book.look("eu-dmz")
        book.look("us-dmz", .unmet)
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .failing)
        let less = try SiteSample(asked: ["eu-dmz"]).book(book.entries)
        #expect(less.assessment(asOf: Self.now).step("step")?.status == .stale)
        let none = try SiteSample(asked: []).book(book.entries)
        #expect(none.assessment(asOf: Self.now).step("step")?.status == .stale)
    }

    @Test("A rewording carries what each site saw, and no site stands for another one")
    func editorial() throws {
        let before = SiteSample()
        let after = SiteSample(wording: "Both reach the gateway")
        var book = try before.book()
        book.look("eu-dmz", hours: 5)
        book = try after.book(book.entries)
        book.reword("step", from: before.step.wording, at: Self.now.plus(hours: -4))
        #expect(book.assessment(asOf: Self.now).step("step")?.reason.code == "site-silent")
        book.look("us-dmz", hours: 3)
        #expect(
            book.assessment(asOf: Self.now).step("step")?.reason.code == "rests-on-editorials")
        // Other sites are no rewording.
        var other = try SiteSample(asked: ["eu-dmz"], wording: "Other").book(book.entries)
        other.reword("step", from: after.step.wording, claiming: after.step.digest, at: Self.now)
        #expect(other.assessment(asOf: Self.now).step("step")?.status == .stale)
    }

    @Test("A waiver covers a silence, and no no that comes out of it")
    func waiver() throws {
        var book = try SiteSample().book()
        book.look("eu-dmz", hours: 9)
        book.waive("step", at: Self.now.plus(hours: -8), until: Self.now.plus(hours: 8))
        let step = book.assessment(asOf: Self.now).step("step")
        #expect(step?.status == .waived)
        #expect(step?.withoutWaiver?.reason.code == "site-silent")
        book.look("apac", .unmet)
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .waived)
        book.look("us-dmz", .unmet)
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .failing)
    }

    @Test("A step without sites counts what any site saw, of a checklist with sites too")
    func withoutSites() throws {
        var book = try SiteSample(asked: []).book()
        book.look("eu-dmz")
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .ready)
        book.look("moon", .unmet)
        book.look("eu-dmz")
        #expect(book.assessment(asOf: Self.now).step("step")?.status == .failing)
    }
}
