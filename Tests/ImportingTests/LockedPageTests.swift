import CanonicalJSON
import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("What pages hide")
struct LockedPageTests {
    @Test(
        "is not published, in whatever form it is hidden",
        arguments: [
            "XXXXXXX", "XXXXXXX ... paid membership only", "Locked", "🔒", "🔒 Locked", "█████",
            "███ ██████ ███", "●●●", "•••••", "***", "[redacted]", "(hidden)", "Premium content",
            "Premium content\nSign in to view", "Sign in to view", "Log in to read more",
            "Please sign in to view this section.", "Unlock with Premium",
            "Unlock this section now",
            "Unlock all effects with a premium plan", "Members only",
            "Subscribe to read the full text",
            "This content is for members only.", "Upgrade to Pro to see the risks", "xxxxxxxx",
            "Lorem ipsum dolor sit amet, consectetur.", "░░░░░ ░░░",
        ])
    func hidden(_ value: String) throws {
        let text = PageTests.text.replacing(
            "XXXXXXX ... paid membership only", with: value)
        let page = try PageTests.page(text)
        #expect(page.locked.contains("configuration options"))
        #expect(page.effects(.options).isEmpty && !page.empty.contains("configuration options"))
        let provenance = try DraftReading.checklist(page.draft(withText: false)).checklist.change
            .provenance
        #expect(provenance["configuration"] == .notPublished)
    }

    @Test(
        "is none of what looks like it",
        arguments: [
            "Teams Premium gets new rooms.", "Sign in to the admin center and set A.",
            "Unlock of shared mailboxes changes for admins.", "Premium rooms keep the old gateway.",
            "Set A - or set B.", "Locked files stay locked.", "*** Set A ***",
            "Restricted mode stays on.",
        ])
    func published(_ value: String) throws {
        let page = try PageTests.page(
            PageTests.text.replacing("XXXXXXX ... paid membership only", with: value))
        #expect(!page.locked.contains("configuration options"))
        #expect(page.effects(.options).map(\.title) == [value])
    }

    @Test("may be blurred, whatever stands there")
    func blurred() throws {
        for attribute in ["class=\"is-blurred\"", "style=\"filter: blur(4px)\""] {
            let page = try PageTests.page(
                """
                <h1>MC900009 – Mail</h1><p>Product: Mail</p><p>Created: 2025-03-01</p>\
                <p>Summary: Mail moves.</p><p>Details:</p><div \(attribute)><p>Some words. More.</p></div>
                """)
            #expect(page.locked == ["details"] && page.text(.summary) == "Mail moves.")
        }
    }

    @Test("is said where it is a part of a value, and the rest is kept")
    func partly() throws {
        let page = try PageTests.page(
            PageTests.text.replacing(
                "XXXXXXX ... paid membership only",
                with:
                    "The old way\nIt may stay.\n- roles: Help Desk\nUnlock 5 more options with Premium"
            ))
        #expect(page.effects(.options).map(\.title) == ["The old way"])
        #expect(page.partlyLocked == ["configuration options"])
        #expect(!page.locked.contains("configuration options"))
        let draft = page.draft(withText: false)
        #expect(draft.contains("# review: the page hides a part of: configuration options"))
        #expect(page.remarks == ["the page hides a part of: configuration options"])
    }

    @Test("may be a day that nobody can read, which is kept and said")
    func days() throws {
        let page = try PageTests.page(
            PageTests.text.replacing(
                "check before: 2025-03-10", with: "check before: 10 or 11 March"))
        #expect(page.date(.checkBefore) == nil)
        let draft = page.draft(withText: false)
        #expect(
            draft.contains("# review: check-before: \"10 or 11 March\" is no day that can be read"))
        #expect(page.json["unread_dates"]?["check before"]?.text == "10 or 11 March")
        #expect(page.remarks == ["check before is no day that can be read: \"10 or 11 March\""])
        #expect(try DraftReading.checklist(draft).checklist.change.checkBefore == nil)
        #expect(try PageTests.page().remarks.isEmpty)
    }
}
