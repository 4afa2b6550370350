import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Drafts of posts")
struct ChecklistDraftTests {
    @Test("say what was read, and how")
    func whole() throws {
        let draft = ChecklistDraft(
            try SamplePost.read(
                body: SamplePost.whole,
                details: [("Platforms", "Web, Desktop"), ("Summary", "Mail takes another way.")]))
        let checklist = try DraftReading.checklist(draft.text).checklist
        #expect(checklist.rollout.id == "mc900001")
        #expect(checklist.change.message == "MC900001")
        #expect(checklist.change.platforms == ["Web", "Desktop"])
        #expect(checklist.change.summary == "Mail takes another way.")
        #expect(
            checklist.change.links.map(\.url) == [
                "https://example.com/gateway?a=1&b=2", "https://example.com/more",
            ])
        #expect(
            checklist.timeline.map(\.id.text) == [
                "targeted-release", "general-availability-worldwide-gcc",
                "general-availability-dod",
            ])
        #expect(checklist.timeline[0].starts.description == "2025-04-21 to 2025-04-30")
        #expect(checklist.timeline[2].starts.earliest == .toBeAnnounced)
        #expect(draft.text.contains("days 21-30, our convention"))
        #expect(draft.text.contains("the year is that of the other date"))
    }

    @Test("hold steps with roles that were guessed, and checks of hosts that are named")
    func steps() throws {
        let loaded = try DraftReading.checklist(
            ChecklistDraft(try SamplePost.read(body: SamplePost.whole)).text)
        #expect(
            loaded.checklist.steps.map(\.id.text) == [
                "review-announcement", "allow-the-gateway-in-your-firewall",
                "if-you-want-to-keep-the", "notify-users", "update-documentation",
                "host-mail-in-contoso-com",
            ])
        #expect(loaded.checklist.steps[1].role == "network-engineer")
        #expect(loaded.checklist.steps[1].level == .blocking)
        #expect(loaded.checklist.steps[2].level == .advisory)
        let checks = loaded.checklist.steps.flatMap(\.checks)
        #expect(checks.map(\.kind) == ["dns", "tls"])
        #expect(checks[1].subject.contains("mail-in.contoso.com:8443"))
    }

    @Test("say where each key of the change and of the effect is from")
    func provenance() throws {
        let draft = ChecklistDraft(
            try SamplePost.read(body: SamplePost.whole, details: [("Summary", "Mail moves.")]))
        let checklist = try DraftReading.checklist(draft.text).checklist
        let change = checklist.change.provenance
        #expect(
            change.keys(from: .published) == [
                "message", "product", "types", "category", "urgency", "created", "updated",
                "summary", "details", "links",
            ])
        #expect(change["preparation"] == .inferred)
        let effect = try #require(checklist.effects.first).provenance
        #expect(effect["text"] == .published && effect["kind"] == .inferred)
        #expect(effect["title"] == .ours && effect["roles"] == .ours)
    }

    @Test("hold a phase that is over as completed, and steps are due against one that is ahead")
    func over() throws {
        let read = try SamplePost.read(
            timeline: "<p>Phase 1 (Complete)</p><p>Phase 2: early May 2025</p>")
        let checklist = try DraftReading.checklist(ChecklistDraft(read).text).checklist
        #expect(checklist.timeline.map(\.title) == ["Phase 1", "Phase 2"])
        #expect(checklist.timeline.map(\.status) == [.completed, .planned])
        #expect(checklist.timeline[0].starts.earliest == .toBeAnnounced)
        #expect(checklist.steps.allSatisfy { $0.due.phase.text == "phase-2" })
    }

    @Test("show a date that may be two with a mark, and guess none")
    func unclear() throws {
        let draft = ChecklistDraft(try SamplePost.read(timeline: "<p>GCC: 05/12/2025</p>")).text
        let checklist = try DraftReading.checklist(draft).checklist
        #expect(checklist.timeline[0].starts.earliest == .toBeAnnounced)
        #expect(draft.contains("starts from \"05/12/2025\": review: it may be two days"))
    }

    @Test("have one id for each step, also where a task is called like a check of a host")
    func ids() throws {
        let read = try SamplePost.read(
            body:
                "<p>What you need to do to prepare:</p><p>Host 1: please allow a.contoso.com.</p><p>Set host 1.</p>"
        )
        _ = try DraftReading.checklist(ChecklistDraft(read).text)
    }

    @Test("are the same bytes every time")
    func deterministic() throws {
        let texts = try (0..<3).map { _ in
            ChecklistDraft(try SamplePost.read(body: SamplePost.whole), withText: true).text
        }
        #expect(Set(texts.map { Array($0.utf8) }).count == 1)
    }

    @Test("hold the publisher's text only where somebody wants it")
    func text() throws {
        let long =
            "<p>[How this will affect your organization:]</p><p>"
            + String(repeating: "Mail takes another way today. ", count: 40) + "</p>"
        let read = try SamplePost.read(body: long)
        let short = try DraftReading.checklist(ChecklistDraft(read).text).checklist
        let full = try DraftReading.checklist(ChecklistDraft(read, withText: true).text).checklist
        #expect(short.change.affects.isEmpty)
        #expect((short.effects.first?.text.count ?? 0) <= 300)
        #expect(full.change.affects.count > 1000)
    }

    @Test("of a post without a date wait for a person")
    func unread() throws {
        let draft = ChecklistDraft(try SamplePost.read(body: "<p>It comes some day.</p>"))
        let checklist = try DraftReading.checklist(draft.text).checklist
        #expect(checklist.timeline.map(\.starts.earliest) == [.toBeAnnounced])
        #expect(draft.text.contains("the post has no timeline"))
    }

    @Test("of a post without a timeline have phases that were guessed, and say so")
    func guessed() throws {
        let read = try SamplePost.read(
            body: "<p>It will reach general availability on June 30, 2025.</p>")
        let draft = ChecklistDraft(read)
        let checklist = try DraftReading.checklist(draft.text).checklist
        #expect(read.phases.isEmpty)
        #expect(checklist.timeline.map(\.starts.description) == ["2025-06-30"])
        #expect(draft.text.contains("these were guessed from its text"))
    }

    @Test("of a change that does not come are cancelled")
    func cancelled() throws {
        let draft = ChecklistDraft(
            try SamplePost.read(
                body: """
                    <p>We will not be proceeding with this change.</p><p>When this will happen:</p>\
                    <p>early May 2025</p>
                    """))
        let checklist = try DraftReading.checklist(draft.text).checklist
        #expect(checklist.timeline.map(\.status) == [.cancelled])
        #expect(draft.text.contains("THE PUBLISHER DOES NOT PROCEED"))
    }

    @Test("let a span that begins before the start end where it ends")
    func overlap() throws {
        let draft = ChecklistDraft(
            try SamplePost.read(
                timeline: "<p>GCC: We will begin on October 13, 2025 and complete by EOY 2025.</p>")
        )
        let checklist = try DraftReading.checklist(draft.text).checklist
        #expect(checklist.timeline[0].ends?.description == "2025-10-13 to 2025-12-31")
    }

    @Test("of plain text keep its items apart, without their marks")
    func items() throws {
        let read = try SamplePost.read(
            body: "What you need to do to prepare:\n- Allow the gateway.\n- Set the option.\n",
            contentType: "text")
        #expect(read.tasks.map(\.text) == ["Allow the gateway.", "Set the option."])
    }

    @Test("keep dates that contradict each other as a remark")
    func inconsistent() throws {
        let draft = ChecklistDraft(
            try SamplePost.read(
                timeline: "<p>We will begin early July 2025 and complete by mid-January 2025.</p>"))
        let checklist = try DraftReading.checklist(draft.text).checklist
        #expect(checklist.timeline[0].ends == nil)
        #expect(draft.text.contains("ends: {earliest: 2025-01-11, latest: 2025-01-20}"))
    }
}
