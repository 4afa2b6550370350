import CanonicalJSON
import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Changes that are put off")
struct PutOffTests {
    private static let dates = "<p>When this will happen:</p><p>Worldwide: early May 2025</p>"

    private static func read(_ intro: String, _ timeline: String = dates) throws -> ReadAnnouncement
    {
        try SamplePost.read(body: "\(intro)\(timeline)")
    }

    @Test(
        "have no dates any more where no new one is said",
        arguments: [
            "The rollout is postponed until further notice.", "We are delaying this rollout.",
            "Updated April 2, 2025: We are delaying this rollout. Thank you for your patience.",
            "The rollout has been paused.", "We have paused the rollout.", "We paused the rollout.",
            "This rollout is on hold.", "We have put this rollout on hold.", "Rollout paused",
            "Updated April 2, 2025: The rollout is postponed to a later date.",
            "The release of this feature has been temporarily suspended.",
            "Based on feedback, we have decided to delay this change.",
            "We have rolled back this update. We will communicate a new timeline when we are ready.",
            "The rollout is delayed. We will share an updated timeline once we resume.",
            "The rollout was paused on April 3, 2025.", "The release has been pushed back.",
            "The timeline has been postponed until further notice.",
            "Rollout will be delayed by two weeks.",
            "We paused the rollout and will tell you when we are ready to proceed again.",
            "Updated April 2, 2025: The timeline for this change is delayed.",
            "This change has been postponed indefinitely due to feedback from customers.",
            "The rollout has been paused. A new timeline is not yet available.",
            "We have paused the rollout. We don't have a new timeline at this time.",
            "The rollout is paused and has not resumed.",
            "The rollout was paused because the feature is not ready.",
            "We've paused the rollout so that we can continue to test.",
            "The rollout was paused and now has no planned date.",
        ])
    func open(_ sentence: String) throws {
        let read = try Self.read("<p>\(sentence)</p>")
        let phase = try #require(read.phases.first)
        #expect(phase.start == nil && phase.end == nil && phase.status == .announced)
        #expect(!read.isCancelled && read.remarks.isEmpty)
        let text = ChecklistDraft(read).text
        #expect(text.contains("starts: to-be-announced"))
        #expect(text.contains("# put off, from \""))
        #expect(text.contains("before that: \"early May 2025\""))
        let checklist = try DraftReading.checklist(text).checklist
        #expect(checklist.timeline.map(\.starts.earliest) == [.toBeAnnounced])
    }

    @Test(
        "keep their dates where they go on, or something else is put off",
        arguments: [
            "The rollout is no longer paused.", "The rollout has not been delayed.",
            "If your policy is paused, nothing changes.",
            "If the rollout is paused, you see a banner.",
            "The rollout was previously paused.", "The rollout was paused and has resumed.",
            "Updated April 2, 2025: We have delayed the rollout. We have updated the timeline below.",
            "Updated April 9, 2025: We have updated the timeline below.</p><p>Updated April 2, 2025: We have paused the rollout.",
            "The rollout is paused. We have updated the timeline and will continue.",
            "Devices with paused updates get it later.", "Users can pause the rollout.",
            "Admins can delay this change.", "Mail on hold stays where it is.",
            "We apologize for the delay.", "Sync is paused while files move.",
            "Users whose update is paused see nothing.",
            "When the policy is on hold, the change is delayed.",
            "If updates are paused, this change is delayed as well.",
            "The feature was on hold and is now ready to roll out.",
            "We had delayed the rollout, and are now ready to proceed.",
            "Some users may see the update delayed.",
        ])
    func others(_ sentence: String) throws {
        let read = try Self.read("<p>\(sentence)</p>")
        #expect(read.phases.map(\.start?.phrase) == ["early May 2025"])
        #expect(read.phases.map(\.putOff) == [nil])
    }

    @Test("keep dates that were edited since where they are only delayed")
    func edited() throws {
        let moved =
            "<p>When this will happen:</p><p>Worldwide: mid-June 2025 (previously early May)</p>"
        let delayed = try Self.read("<p>We are delaying this rollout.</p>", moved)
        #expect(delayed.phases.map { $0.start == nil } == [false])
        let held = try Self.read("<p>The rollout is on hold.</p>", moved)
        #expect(held.phases.map { $0.start == nil } == [true])
    }

    @Test("have the new date where one is said")
    func moved() throws {
        for sentence in [
            "The rollout is delayed to mid-June 2025.",
            "Updated April 2, 2025: The rollout is postponed until mid-June 2025.",
            "We are delaying this rollout. It will now begin in mid-June 2025.",
        ] {
            let read = try Self.read("<p>\(sentence)</p>")
            let phase = try #require(read.phases.first)
            #expect(phase.start?.days?.earliest.description == "2025-06-11", "\(sentence)")
            #expect(phase.putOff != nil)
            let known = try Self.read(
                "<p>\(sentence)</p>",
                "<p>When this will happen:</p><p>Worldwide: mid-June 2025</p>")
            #expect(known.phases.map(\.putOff) == [nil])
        }
        // Which of two phases moves to the day is not said.
        let two = try Self.read(
            "<p>The rollout is delayed to mid-June 2025.</p>",
            "<p>When this will happen:</p><p>Worldwide: early May 2025</p><p>GCC: late May 2025</p>"
        )
        #expect(two.phases.map { $0.start == nil } == [true, true])
    }

    @Test("are those whom the sentence names, and what has begun keeps its start")
    func parts() throws {
        let clouds = """
            <p>When this will happen:</p><p>Worldwide: We began rolling out early March 2025 and expect \
            to complete by late May 2025.</p><p>GCC: early May 2025</p><p>DoD: June 2025</p>
            """
        let part = try Self.read("<p>The rollout in GCC is paused.</p>", clouds)
        #expect(part.phases.map { $0.putOff != nil } == [false, true, false])
        #expect(part.phases.map { $0.start == nil } == [false, true, false])
        let all = try Self.read("<p>The rollout is paused.</p>", clouds)
        #expect(all.phases.map { $0.start == nil } == [false, true, true])
        #expect(all.phases[0].status == .started && all.phases[0].end == nil)
        let doubt = try Self.read("<p>The rollout is paused for education tenants.</p>", clouds)
        #expect(doubt.phases.allSatisfy { $0.putOff == nil })
        #expect(doubt.remarks.count == 1)
        #expect(ChecklistDraft(doubt).text.contains("# review: which phases are put off"))
    }

    @Test("are told in a timeline as well, of the line or of all")
    func timeline() throws {
        func putOff(_ html: String) throws -> [Bool] {
            try SamplePost.read(timeline: html).phases.map { $0.start == nil && $0.end == nil }
        }
        let gcc = "<p>GCC: early May 2025. The rollout is paused.</p><p>DoD: June 2025</p>"
        #expect(try putOff(gcc) == [true, false])
        #expect(
            try putOff(
                "<p>GCC: early May 2025</p><p>The rollout is postponed until further notice.</p>")
                == [true])
        #expect(try putOff("<p>GCC: planned for May 2025 but has been delayed.</p>") == [true])
        #expect(
            try putOff("<p>GCC: The rollout is paused. It will resume in June 2025.</p>") == [false]
        )
        #expect(
            try putOff("<p>This rollout was delayed.</p><p>Worldwide: June 2025</p>") == [false])
        #expect(
            try putOff("<p>Phase 1: May 2025</p><p>Phase 2: The rollout is on hold.</p>")
                == [false, true])
    }
}
