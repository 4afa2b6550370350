import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Dates that no calendar or clock has")
struct ImpossibleDateTests {
    @Test(
        "are no dates, and are flagged with their words",
        arguments: [
            ("It starts on 32 May 2025.", "32 May 2025"), ("It starts on May 0.", "May 0"),
            ("It starts on February 30.", "February 30"),
            ("It starts in May 1850.", "May 1850"), ("It starts on May 32, 2025.", "May 32, 2025"),
            ("It starts on May 5, 99999.", "May 5, 99999"),
            ("It starts on May 5, 2025 at 24:61.", "May 5, 2025 at 24:61"),
            ("It starts at 24:61 on May 5, 2025.", "24:61 on May 5, 2025"),
            ("It starts on May 5, 2025, 13:30 PM.", "May 5, 2025, 13:30"),
            ("It starts on May 3-32, 2025.", "May 3-32, 2025"),
            ("It starts on 2025-13-05.", "2025-13-05"), ("It starts on 13/32/2025.", "13/32/2025"),
            ("It starts on May 5, 2561 UTC.", "May 5, 2561"),
            ("It starts in May 2085.", "May 2085"), ("It starts in May 2001.", "May 2001"),
            // Of a season nobody says which months it is.
            ("It starts in spring 2025.", "spring 2025"),
        ])
    func flagged(_ sentence: String, _ phrase: String) throws {
        let read = try SamplePost.read(timeline: "<p>\(sentence)</p>")
        let start = try #require(read.phases.first?.start)
        #expect(read.phases.count == 1)
        #expect(start.days == nil && start.phrase == phrase)
        let text = ChecklistDraft(read).text
        #expect(text.contains("starts from \"\(phrase)\": review:"))
        let phase = try #require(try DraftReading.checklist(text).checklist.timeline.first)
        #expect(phase.starts.earliest == .toBeAnnounced)
    }

    @Test(
        "are not hours and minutes before a zone",
        arguments: ["May 5, 0900 PT", "May 5, 1800 UTC", "May 5 2359 GMT"])
    func timeOfZone(_ words: String) throws {
        let phase = try #require(
            try SamplePost.read(timeline: "<p>It starts on \(words).</p>").phases.first)
        #expect(phase.start?.days?.earliest.description == "2025-05-05")
        #expect(!phase.hasImpossibleDate)
    }

    @Test("leave the other end as it is")
    func otherEnd() throws {
        let read = try SamplePost.read(
            timeline: "<p>We begin on 32 May 2025 and complete by June 10, 2025.</p>")
        #expect(read.phases.map(\.hasImpossibleDate) == [true])
        #expect(read.phases.first?.end?.days?.latest.description == "2025-06-10")
        let late = try SamplePost.read(
            timeline: "<p>We begin on May 3, 2025 and complete by June 31, 2025.</p>")
        let text = ChecklistDraft(late).text
        #expect(text.contains("ends from \"June 31, 2025\": review: the post is inconsistent"))
        #expect(!text.contains("ends: "))
    }

    @Test(
        "are not numbers that count something, and times that clocks show",
        arguments: [
            ("In May 40 regions follow.", "2025-05-01"),
            ("In May 50% of tenants follow.", "2025-05-01"),
            ("On May 5, 1200 tenants follow.", "2025-05-05"),
            ("It starts on May 5, 2025 at 24:00.", "2025-05-05"),
            ("It starts on May 5, 2025 at 9:30 AM PT.", "2025-05-05"),
            ("It starts at 00:00 UTC on 5 May 2025.", "2025-05-05"),
            ("It ends in 2040, and starts in May 2040.", "2040-05-01"),
        ])
    func counts(_ sentence: String, _ day: String) throws {
        let read = try SamplePost.read(timeline: "<p>\(sentence)</p>")
        #expect(read.phases.last?.start?.days?.earliest.description == day)
    }

    @Test("do not make what is ahead completed")
    func ahead() throws {
        let read = try SamplePost.read(timeline: "<p>Rollout complete: late June 2025</p>")
        #expect(read.phases.map(\.status) == [nil])
        let past = try SamplePost.read(timeline: "<p>Rollout complete: March 3, 2025</p>")
        #expect(past.phases.map(\.status) == [.completed])
    }
}
