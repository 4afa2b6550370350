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
            "This feature will not be released.", "We will not release this feature.",
            "We no longer plan to release this update.",
            "We are no longer planning to roll out this feature.",
            "This change is no longer happening.", "It is no longer happening.",
            "We have rolled back this change and we have no plans to release it again.",
            "We have no plans to proceed.", "This feature will no longer roll out.",
            "Contoso Mail will no longer roll out.", "The rollout will not take place.",
            "We have decided not to proceed.", "It has been decided not to proceed.",
            "The change won’t be deployed.",
            "We will not be rolling out this change due to feedback.",
            "This rollout has been called off.", "We are not able to proceed with this change.",
            "This feature is no longer being released.", "We will no longer be making this change.",
            "The change described in this post has been cancelled.",
            "This message has been cancelled.", "We are retracting this announcement.",
            "This update has been reverted and will not be re-enabled.",
            "This capability has been removed from the roadmap.",
            "We have rolled back the change, and currently have no plans to re-release it.",
            "We decided against releasing this feature.",
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
            "Messages will not be released until an admin has seen them.",
            "Rooms that nobody uses will not be released.",
            "We have no plans to change your existing settings.",
            "This change will not happen automatically.",
            "Previously cancelled, this rollout is now planned for May 2025.",
            "This feature was previously cancelled and is now back.",
            "The update will not be deployed immediately.",
            "We will not introduce new settings.", "We will not make changes to your settings.",
            "Users are not able to proceed.", "The message has been withdrawn.",
            "The classic page will not be retired.",
            "This feature will not be released to tenants without a licence.",
            "We no longer plan to release this feature in June 2025.",
            "No action is needed, and existing mail is not delivered again.",
        ])
    func others(_ sentence: String) throws {
        #expect(try !SamplePost.read(body: "<p>\(sentence)</p>").isCancelled)
    }

    @Test("are those of an end too, where the post announces one")
    func ends() throws {
        for sentence in [
            "We will not retire the classic page.", "The classic page will not be retired.",
            "We no longer plan to end support.",
        ] {
            let body = "<p>\(sentence)</p><p>When this will happen:</p><p>May 5, 2025</p>"
            #expect(
                try SamplePost.read(body: body, title: "Retirement of the classic page").isCancelled
            )
            #expect(try !SamplePost.read(body: body).isCancelled)
        }
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
