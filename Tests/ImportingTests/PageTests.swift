import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Pages of announcements")
struct PageTests {
    static let text = """
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

    static func page(_ text: String = text) throws -> PageAnnouncement {
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

    @Test("tell what is hidden or missing from what is empty, and say so in the checklist")
    func hidden() throws {
        let page = try Self.page()
        #expect(
            page.notPublished == [
                "change category", "scope", "release phase", "task type", "docu to check",
                "ms how does it affect me", "ms preparations", "ms urgency", "ms workload name",
                "summary for non-techies", "configuration options", "it security",
                "explanation for non-techies",
            ])
        #expect(page.empty == ["status", "links", "potential risks"])
        let draft = page.draft(withText: false)
        #expect(draft.contains("not published on the page, which is not the same as empty: change"))
        #expect(draft.contains("empty on the page: status, links, potential risks"))
        let provenance = try DraftReading.checklist(draft).checklist.change.provenance
        #expect(provenance["category"] == .notPublished)
        #expect(provenance["security"] == .notPublished)
        #expect(provenance["status"] == nil && provenance["risks"] == nil)
        // Nobody published links, but an effect refers to a page.
        #expect(provenance["links"] == .inferred)
        #expect(provenance["summary"] == .published)
    }

    @Test("keep their details, each field as a key of its own")
    func details() throws {
        let text = Self.text.replacing("XXXXXXX ... paid membership only", with: "Set A, or set B.")
            .replacing(
                "Created:",
                with:
                    "Docu to Check: Runbook https://wiki.example.com/mail\nexplanation for non-techies: Mail moves.\nCreated:"
            )
        let change = try DraftReading.checklist(Self.page(text).draft(withText: false)).checklist
            .change
        #expect(change.details.hasPrefix("Firewalls that do not know gate.contoso.com stop it"))
        #expect(change.configuration == "Set A, or set B.")
        #expect(change.explanation == "Mail moves.")
        #expect(change.documents.map(\.url) == ["https://wiki.example.com/mail"])
    }

    @Test("have checks of the hosts that they name, and steps for the rest, as posts have")
    func hosts() throws {
        let text = Self.text.replacing(
            "Gateways of our own lose their way.",
            with: "Gateways that cannot reach 203.0.113.7 on port 8443 lose their way.")
        #expect(
            try EndpointTests.found(in: Self.page(text).draft(withText: false)) == [
                "tcp gate.contoso.com:443", "tcp 203.0.113.7:8443",
            ])
        let checklist = try DraftReading.checklist(Self.page(text).draft(withText: false)).checklist
        #expect(
            checklist.steps.filter { !$0.checks.isEmpty }.allSatisfy {
                $0.role == "network-engineers"
            })
        let lone = Self.text.replacing("Network Engineers", with: "People")
        let roles = try DraftReading.checklist(Self.page(lone).draft(withText: false)).checklist
            .roles
        #expect(roles.last?.title == "Network Engineers")
    }

    @Test("may be a table of fields, with a table among the details")
    func table() throws {
        let html = """
            <h1>MC900008 – Contoso Mail changes its ports</h1><table><tr><td>Product</td><td>Contoso Mail</td></tr>\
            <tr><td>Created:</td><td>2025-03-01</td></tr><tr><td>Summary</td><td>Mail moves.</td></tr></table>\
            <p>Details:</p><table><tr><th>Host</th><th>Port</th></tr><tr><td>a.contoso.com</td><td>8443</td></tr>\
            <tr><td>b.contoso.com</td><td>587</td></tr></table><p>Links:</p><p><a href="https://example.com/a">All ports</a></p>
            """
        let draft = try Self.page(html).draft(withText: false)
        let change = try DraftReading.checklist(draft).checklist.change
        #expect(change.product == "Contoso Mail" && change.created?.description == "2025-03-01")
        #expect(change.links.map(\.title) == ["All ports"])
        #expect(
            try EndpointTests.found(in: draft) == [
                "tcp a.contoso.com:8443", "tcp b.contoso.com:587",
            ])
    }

    @Test("say where each key of an effect is from")
    func provenance() throws {
        let effect = try #require(
            try DraftReading.checklist(Self.page().draft(withText: false)).checklist.effects.first)
        #expect(effect.provenance["kind"] == .inferred)
        #expect(
            ["title", "text", "roles", "references"].allSatisfy {
                effect.provenance[$0] == .published
            })
    }

    @Test("that begin with a line of text and go on as HTML are read as HTML")
    func mixed() throws {
        let lines = Self.text.split(separator: "\n")
        let html =
            lines[0] + "\n" + lines.dropFirst().map { "<p>\($0)</p>" }.joined(separator: "\n")
        #expect(
            try Self.page(String(html)).draft(withText: false)
                == Self.page().draft(withText: false))
    }

    @Test("keep a date that may be two as a phase that is to be announced")
    func unclear() throws {
        let text = Self.text.replacing("by June 2025", with: "by 05/06/2025")
        let draft = try Self.page(text).draft(withText: false)
        #expect(
            try DraftReading.checklist(draft).checklist.timeline.map(\.starts.earliest) == [
                .toBeAnnounced, .toBeAnnounced,
            ])
        #expect(draft.contains("from \"05/06/2025\": review: it may be two days"))
    }

    @Test("without a title are called by their number")
    func untitled() throws {
        let text = Self.text.replacing(
            "MC900007 – Contoso Mail speaks only through the new gateway (archived)",
            with: "MC900007 –")
        let draft = try Self.page(text).draft(withText: false)
        #expect(try DraftReading.checklist(draft).checklist.title == "MC900007")
    }

    @Test("of plain text may hold a tag, and keep their lines")
    func stray() throws {
        let text = Self.text.replacing("old mail.", with: "old<br>mail, and <b>old</b> <li> marks.")
        #expect(try Self.page(text).notPublished == Self.page().notPublished)
    }

    @Test("of a change that does not come are cancelled")
    func cancelled() throws {
        let text = Self.text.replacing(
            "Mail goes through a new gateway.",
            with: "We have decided not to proceed with this change.")
        let draft = try Self.page(text).draft(withText: false)
        #expect(try Self.page(text).isCancelled && !Self.page().isCancelled)
        let checklist = try DraftReading.checklist(draft).checklist
        #expect(checklist.timeline.allSatisfy { $0.status == .cancelled })
        #expect(checklist.change.labels.map(\.value) == ["cancelled"])
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
