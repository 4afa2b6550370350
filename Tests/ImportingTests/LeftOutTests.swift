import CanonicalJSON
import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("What a draft has no room for")
struct LeftOutTests {
    @Test("is counted in the draft and in what was read, and nothing is lost below that")
    func phases() throws {
        func lines(_ count: Int) -> String {
            (1...count).map { "<p>Phase \($0): May \($0 % 28 + 1), 2025</p>" }.joined()
        }
        let whole = try SamplePost.read(timeline: lines(120))
        #expect(whole.phases.count == 120 && whole.leftOut == LeftOut())
        #expect(
            try DraftReading.checklist(ChecklistDraft(whole).text).checklist.timeline.count == 120)
        let many = try SamplePost.read(timeline: lines(230))
        #expect(many.phases.count == 200 && many.leftOut.phases == 30)
        #expect(many.json["phases_left_out"]?.integer == 30)
        #expect(
            ChecklistDraft(many).text.contains(
                "# review: 30 more phases were read, and left out for their number"))
    }

    @Test("is text that was not read, and things to do")
    func text() throws {
        let long = try SamplePost.read(
            timeline: "<p>May 2025 \(String(repeating: "and so on ", count: 9000))</p>")
        #expect(long.leftOut.hasMoreText)
        #expect(ChecklistDraft(long).text.contains("review: the text on dates goes on"))
        let tasks = (1...130).map { "<li>Update the gateway number \($0).</li>" }.joined()
        let read = try SamplePost.read(
            body: "<p>What you need to do to prepare:</p><ul>\(tasks)</ul>")
        #expect(ChecklistDraft(read).text.contains("review: the post asks for 30 more things"))
    }

    @Test("is said of a page as of a post")
    func page() throws {
        let days = (1...28).flatMap { day in
            ["May", "June"].map { "Part \(day) starts on \($0) \(day), 2025." }
        }
        let text = PageTests.text.replacing(
            "Mail goes through a new gateway.", with: days.joined(separator: " "))
        let page = try #require(PageAnnouncement(Array(text.utf8)))
        #expect(page.phases.count == 50 && page.leftOut.phases > 0)
        #expect(page.json["phases_left_out"]?.integer == Int64(page.leftOut.phases))
        #expect(page.json["text_left_out"]?.boolean == false)
    }
}
