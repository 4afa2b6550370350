import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Changes that do not come")
struct CancellationTests {
    @Test(
        "are told by what their publisher says",
        arguments: [
            "We have decided not to proceed with this change at this time.",
            "We rolled back this update and will not roll it out.",
            "We will no longer be rolling out this feature.",
            "We won’t be moving forward with this change.",
            "We are not going to roll out this feature.", "We decided against this change.",
            "The rollout has been cancelled.", "We decided to cancel this change.",
            "This update was withdrawn.", "We have stopped the rollout and will not resume it.",
            "We will not proceed with this change for Worldwide, GCC and DoD.",
        ])
    func cancelled(_ sentence: String) throws {
        let read = try SamplePost.read(body: "<p>\(sentence)</p>")
        #expect(read.isCancelled)
    }

    @Test(
        "are not those that say it of something else, of some, or for a time",
        arguments: [
            "When a meeting is cancelled, those who were invited see it.",
            "Cancelled subscriptions keep their data for 90 days.",
            "If you do not proceed, the old page stays.",
            "Users who decide not to proceed see the old page.",
            "We will not proceed until we have heard from you.",
            "This feature will not roll out to tenants without a licence.",
            "We will not be rolling out to kiosks.",
            "We will not proceed with this change in GCC High.",
            "Your consent can be withdrawn at any time.",
        ])
    func others(_ sentence: String) throws {
        #expect(try !SamplePost.read(body: "<p>\(sentence)</p>").isCancelled)
    }

    @Test("are said of one phase alone where its line says so, and nothing is due against that one")
    func onePhase() throws {
        let read = try SamplePost.read(
            timeline: """
                <p>GCC: We will not proceed with this change.</p><p>Worldwide: early May 2025</p>
                """)
        #expect(!read.isCancelled)
        // Nobody has to act for what does not come.
        let dated = try SamplePost.read(
            timeline: """
                <p>GCC: Planned for early April 2025, and we will not proceed with this change.</p>\
                <p>Worldwide: early May 2025</p>
                """)
        #expect(dated.dateToAct?.description == "2025-05-01")
        let checklist = try DraftReading.checklist(ChecklistDraft(read).text).checklist
        #expect(checklist.timeline.map(\.status) == [.cancelled, .planned])
        #expect(checklist.steps.allSatisfy { $0.due.phase.text == "worldwide" })
    }
}
