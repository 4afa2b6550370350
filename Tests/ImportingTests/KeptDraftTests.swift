import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("The draft of a later version of an announcement")
struct KeptDraftTests {
    /// Two versions of a post, and the steps whose sign-offs have to lapse.
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: String
        let after: String
        /// What a sign-off was for and is no more; all others have to stay.
        var lapsed: Set<String> = []
        var isAllLapsed = false
    }

    private static func body(
        _ timeline: String = "General Availability: mid-June 2025", impact: String = "",
        tasks: String...
    ) -> String {
        let effect =
            impact.isEmpty ? "" : "<p>How this affects your organization:</p><p>\(impact)</p>"
        return """
            <p>Mail takes another way.</p><p>When this will happen:</p>\
            \(timeline.split(separator: "|").map { "<p>\($0)</p>" }.joined())\(effect)\
            <p>What you need to do to prepare:</p><ul>\(tasks.map { "<li>\($0)</li>" }.joined())</ul>
            """
    }

    private static func allow(_ targets: String...) -> String {
        "Allow \(targets.joined(separator: ", ")) in your firewall."
    }

    private static let firewall =
        "Allow the gateway in your firewall, and then tell the people of the network team about all of what was allowed there, so that nobody closes it again."

    static let changes = [
        Change(
            testDescription: "a host comes before the others, and one between them goes",
            before: body(
                impact: "Clients connect to a.contoso.com, b.contoso.com and c.contoso.com.",
                tasks: "Review it."),
            after: body(
                impact: "Clients connect to x.contoso.com, a.contoso.com and c.contoso.com.",
                tasks: "Review it."),
            lapsed: ["b.contoso.com answers on port 443"]),
        Change(
            testDescription: "a range of addresses goes from before another",
            before: body(impact: "Allow 203.0.113.0/24 and 198.51.100.0/24.", tasks: "Review it."),
            after: body(impact: "Allow 198.51.100.0/24 and *.contoso.com.", tasks: "Review it."),
            lapsed: ["203.0.113.0/24 is allowed"]),
        Change(
            testDescription: "a host asks for another version of its protocol",
            before: body(
                impact:
                    "Clients connect to a.contoso.com with TLS 1.2.",
                tasks: "Review it."),
            after: body(
                impact:
                    "Clients connect to a.contoso.com with TLS 1.3.",
                tasks: "Review it."),
            lapsed: ["a.contoso.com answers on port 443"]),
        Change(
            testDescription: "the phase has another name",
            before: body(tasks: "Review your gateway.", "Notify your users."),
            after: body(
                "General Availability (Worldwide): mid-June 2025", tasks: "Review your gateway.",
                "Notify your users.")),
        Change(
            testDescription: "the phase has another name and another date",
            before: body("Worldwide: mid-June 2025", tasks: "Review your gateway."),
            after: body(
                "General Availability (Worldwide): late July 2025", tasks: "Review your gateway.")),
        Change(
            testDescription: "the phase is of other people",
            before: body("Worldwide: mid-June 2025", tasks: "Review your gateway."),
            after: body("GCC: mid-June 2025", tasks: "Review your gateway."), isAllLapsed: true),
        Change(
            testDescription: "the phase is parted",
            before: body("Worldwide, GCC: mid-June 2025", tasks: "Review your gateway."),
            after: body("Worldwide: mid-June 2025|GCC: July 2025", tasks: "Review your gateway.")),
        Change(
            testDescription: "another phase comes before",
            before: body(tasks: "Review your gateway."),
            after: body(
                "Public Preview: early May 2025|General Availability: mid-June 2025",
                tasks: "Review your gateway.")),
        Change(
            testDescription: "the phase is over, and another is ahead",
            before: body("Worldwide: April 2025|GCC: June 2025", tasks: "Review your gateway."),
            after: body(
                "Worldwide: April 2025 (Complete)|GCC: June 2025", tasks: "Review your gateway.")),
        Change(
            testDescription: "the phase is gone",
            before: body(
                "Public Preview: early May 2025|GCC: mid-June 2025", tasks: "Review your gateway."),
            after: body("GCC: mid-June 2025", tasks: "Review your gateway."), isAllLapsed: true),
        Change(
            testDescription: "dates are said for the first time",
            before: body("It is not known yet.", tasks: "Review your gateway."),
            after: body("Worldwide: June 2025|GCC: July 2025", tasks: "Review your gateway.")),
        Change(
            testDescription: "dates are no longer said",
            before: body("GCC: June 2025", tasks: "Review your gateway."),
            after: body("It is not known yet.", tasks: "Review your gateway.")),
        Change(
            testDescription: "the impact is said for the first time",
            before: body(tasks: "Review your gateway."),
            after: body(impact: "Mail takes longer.", tasks: "Review your gateway.")),
        Change(
            testDescription: "users are to be told of something else",
            before: body(tasks: "Review your gateway.", "Notify your users about the new icon."),
            after: body(
                tasks: "Review your gateway.", "Notify your users that old mail is deleted."),
            lapsed: ["Users who are affected are told"]),
        Change(
            testDescription: "a long request ends in another way",
            before: body(tasks: "Review your gateway.", firewall),
            after: body(
                tasks: "Review your gateway.",
                firewall.replacing("closes it again", with: "opens it again")),
            lapsed: [firewall]),
        Change(
            testDescription: "two requests that begin alike, and the first goes",
            before: body(
                tasks: "Update the settings of your mail gateway in Berlin.",
                "Update the settings of your mail gateway in Paris."),
            after: body(tasks: "Update the settings of your mail gateway in Paris."),
            lapsed: ["Update the settings of your mail gateway in Berlin."]),
    ]

    @Test("keeps the steps that say the same, and no other", arguments: changes)
    func kept(_ change: Change) throws {
        let before = ChecklistDraft(try SamplePost.read(body: change.before)).text
        let read = try SamplePost.read(body: change.after)
        let after = ChecklistDraft(read, keeping: FormerDraft(before)).text
        let old = try DraftReading.checklist(before).checklist
        let new = try DraftReading.checklist(after).checklist
        #expect(old.steps.count > 1, "\(before)")
        for step in old.steps {
            let isKept = new.step(step.id)?.digest == step.digest
            let lapses =
                change.isAllLapsed || change.lapsed.contains { $0.hasPrefix(step.title.prefix(60)) }
            #expect(isKept != lapses, "\(step.id) \(step.title)\n\(before)\n\(after)")
        }
        // What was not there before is no step that somebody signed.
        let titles = Set(old.steps.map(\.title))
        for step in new.steps where !titles.contains(step.title) {
            #expect(!old.steps.contains { $0.id == step.id && $0.digest == step.digest })
        }
        #expect(ChecklistDraft(read, keeping: FormerDraft(after)).text == after)
    }

    @Test("takes no phase for one of other people by way of a version without dates")
    func chain() throws {
        var draft = ""
        for timeline in ["GCC: June 2025", "It is not known yet.", "Worldwide: July 2025"] {
            let read = try SamplePost.read(body: Self.body(timeline, tasks: "Review your gateway."))
            draft = ChecklistDraft(read, keeping: FormerDraft(draft)).text
        }
        let checklist = try DraftReading.checklist(draft).checklist
        #expect(checklist.timeline.map(\.id.text) == ["worldwide"], "\(draft)")
        #expect(checklist.steps.allSatisfy { $0.due.phase.text == "worldwide" })
    }

    @Test("keeps the ids of effects and roles of a page where one before them goes")
    func page() throws {
        func text(_ effects: String) -> String {
            PageTests.text.replacing(
                "Mail stops at the firewall\nGateways of our own lose their way.\nPhones show old mail.\n"
                    + "   - roles: IT Administrators, Network Engineers\n", with: effects)
        }
        let (north, south) = (
            "Mail stops at the firewall up north\nIt stops.\n   - roles: The mail team that is north\n",
            "Mail stops at the firewall down south\nIt stops.\n   - roles: The mail team that is south\n"
        )
        let before = try PageTests.page(text(north + "\n" + south)).draft(withText: false)
        let page = try PageTests.page(text(south))
        let after = page.draft(withText: false, keeping: FormerDraft(before))
        let (old, new) = (
            try DraftReading.checklist(before).checklist,
            try DraftReading.checklist(after).checklist
        )
        let step = try #require(old.steps.first { $0.title.hasSuffix("down south") }, "\(before)")
        #expect(step.id.text.hasSuffix("-2") && step.role.text.hasSuffix("-2"), "\(before)")
        #expect(new.step(step.id)?.digest == step.digest, "\(after)")
        #expect(page.draft(withText: false, keeping: FormerDraft(after)) == after)
    }
}
