import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Pages of announcements")
struct PageTests {
    private static let text = """
        MC900007 – Contoso Mail speaks only through the new gateway (archived)

        check before: 2025-03-10

        Product:

        Contoso Mail

        Platform:

        Online, World tenant

        Status:

        Change type:

        Feature update, Admin impact

        Links:

        Details:

        Summary:
        Mail goes through a new gateway. Rollout began globally, expanding to other clouds by June 2025.

        Details:
        Firewalls that do not know gate.contoso.com stop it: ${x} \"quoted\".

        Change Category:
        XXXXXXX ... free basic plan only

        Created:
        2025-03-01

        updated:
        2025-03-10

        MS Preperations

        XXXXXXX ... free basic plan only

        Direct effects for Operations**

        Mail stops at the firewall
        Gateways of our own lose their way.
        Phones show old mail.
           - roles: IT Administrators, Network Engineers
           - references: https://example.com/a, javascript:alert(1)

        More calls
        People call.
           - roles: Help Desk

        Configutation Options**

        XXXXXXX ... paid membership only

        Opportunities**

        Fewer protocols
        Old ones can be closed.
           - roles: Network Engineers

        Potentional Risks**

        IT Security**

        XXXXXXX

        ** AI generated content. This information must be reviewed before use.

        Leave a Reply
        """

    private static func page(_ text: String = text) throws -> PageAnnouncement {
        try #require(PageAnnouncement(Array(text.utf8)))
    }

    @Test("become a checklist field by field")
    func fields() throws {
        let draft = try Self.page().draft(withText: false)
        let checklist = try DraftReading.checklist(draft).checklist
        #expect(checklist.rollout.id == "mc900007")
        #expect(checklist.title == "Contoso Mail speaks only through the new gateway")
        #expect(checklist.change.product == "Contoso Mail")
        #expect(checklist.change.platforms == ["Online", "World tenant"])
        #expect(checklist.change.types == ["Feature update", "Admin impact"])
        #expect(checklist.change.created?.description == "2025-03-01")
        #expect(checklist.change.updated?.description == "2025-03-10")
        #expect(checklist.change.checkBefore?.description == "2025-03-10")
        #expect(
            checklist.effects.map(\.title) == [
                "Mail stops at the firewall", "More calls", "Fewer protocols",
            ])
        #expect(checklist.effects.map(\.kind) == [.effect, .effect, .opportunity])
        #expect(
            checklist.effects[0].text == "Gateways of our own lose their way. Phones show old mail."
        )
        #expect(checklist.effects[0].roles == ["it-administrators", "network-engineers"])
        #expect(checklist.effects[0].references == ["https://example.com/a"])
        #expect(
            checklist.roles.map(\.title) == [
                "Change Management", "IT Administrators", "Network Engineers", "Help Desk",
            ])
    }

    @Test("tell what is hidden from what is empty")
    func hidden() throws {
        #expect(
            try Self.page().notPublished == [
                "change category", "ms preparations", "configuration options", "it security",
            ])
        #expect(try Self.page().draft(withText: false).contains("not published on the page"))
    }

    @Test("have phases that were guessed")
    func phases() throws {
        let phases = try Self.page().phases
        #expect(phases.map(\.name) == ["Worldwide", "Other clouds"])
        #expect(phases[0].status == .started && phases[0].start == nil)
        #expect(phases[1].start?.days?.latest.description == "2025-06-30")
    }

    @Test("may be saved as HTML")
    func html() throws {
        let html = Self.text.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
        #expect(
            try Self.page("<html><body>\(html)</body></html>").draft(withText: false)
                == Self.page().draft(withText: false))
    }

    @Test(
        "are not made of other texts",
        arguments: ["", "MC1", "MC123456 – a title", "{}", "<p>", "A: b\nC: d"])
    func others(_ text: String) {
        #expect(PageAnnouncement(Array(text.utf8)) == nil)
    }
}
