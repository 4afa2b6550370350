import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Sections of pages")
struct PageSectionTests {
    @Test("keep roles and references of each section, also of options", arguments: [false, true])
    func sections(_ isHTML: Bool) throws {
        let kinds = [
            "Direct effects for Operations", "Configuration options", "Opportunities",
            "Potential risks", "IT security",
        ]
        let sections = kinds.map { kind in
            isHTML
                ? """
                <h3>\(kind)</h3><p><strong>One of \(kind)</strong></p><p>What it is.</p>\
                <ul><li><b>Roles:</b> Net Admins, Deciders of \(kind)</li>\
                <li>References: <a href="https://example.com/x">Words, with a comma</a>, \
                https://example.com/\(kind.count), RFC 8446</li></ul><p>Two of \(kind)</p>
                """
                : """
                \(kind)**

                One of \(kind)
                What it is.
                   - roles: Net Admins, Deciders of \(kind)
                   - references: https://example.com/x, https://example.com/\(kind.count), RFC 8446

                Two of \(kind)
                """
        }
        let head = "MC900009 – Mail\n\nProduct:\nMail\n\nCreated:\n2025-03-01\n\n"
        let text =
            isHTML
            ? "<h1>MC900009 – Mail</h1><p>Product: Mail</p><p>Created: 2025-03-01</p>"
                + sections.joined()
            : head + sections.joined(separator: "\n\n")
        let draft = try PageTests.page(text).draft(withText: false)
        let checklist = try DraftReading.checklist(draft).checklist
        #expect(
            checklist.effects.map(\.kind) == [
                .effect, .effect, .risk, .risk, .opportunity, .opportunity, .security, .security,
            ])
        for effect in checklist.effects where effect.title.hasPrefix("One") {
            #expect(effect.text == "What it is." && effect.roles.count == 2, "\(effect)")
            #expect(
                effect.references.count == 2 && effect.references[0] == "https://example.com/x",
                "\(effect)")
        }
        let step = try #require(checklist.steps.first { $0.title.contains("One of Configuration") })
        #expect(step.role == "net-admins")
        for words in [
            "Roles: Net Admins, Deciders of Configuration options.",
            "References: https://example.com/x, https://example.com/21, RFC 8446.",
        ] {
            #expect(step.text.contains(words), "\(step.text)")
            #expect(checklist.change.configuration.contains(words))
        }
        #expect(checklist.change.links.contains { $0.url == "https://example.com/21" })
        #expect(checklist.roles.contains { $0.title == "Deciders of Configuration options" })
        #expect(draft.contains("# references without an address: RFC 8446"))
    }

    @Test("keep an effect without roles apart from the next one where blank lines part them")
    func parted() throws {
        let head =
            "MC900009 – Mail\n\nProduct: Mail\nCreated: 2025-03-01\nSummary: Mail changes.\n\n"
        let page = try PageTests.page(
            head
                + """
                Direct effects for Operations

                Old mail stops
                It is not read any more.

                The gateway moves
                Its name changes.
                - roles: Net Admins

                More calls
                People call.

                They call again.
                - references: RFC 8446
                """)
        let effects = page.effects(.effects)
        #expect(effects.map(\.title) == ["Old mail stops", "The gateway moves", "More calls"])
        #expect(
            effects.map(\.text) == [
                "It is not read any more.", "Its name changes.", "People call. They call again.",
            ])
        #expect(effects.map(\.roles) == [[], ["Net Admins"], []])
    }

    @Test(
        "keep an effect without roles apart from the next one where titles stand out",
        arguments: [("<h3>", "</h3>"), ("<p><strong>", "</strong></p>"), ("<p><b>", " </b> </p>")])
    func headings(_ open: String, _ close: String) throws {
        let page = try PageTests.page(
            """
            <h1>MC900009 – Mail</h1><p>Product: Mail</p><p>Created: 2025-03-01</p>\
            <h2>Direct effects for Operations</h2>\(open)Old mail stops\(close)<p>It is <b>not</b> read.</p>\
            \(open)More calls\(close)<p>People call.</p><ul><li><b>roles: Net Admins</b></li></ul>
            """)
        let effects = page.effects(.effects)
        #expect(effects.map(\.title) == ["Old mail stops", "More calls"])
        #expect(effects.map(\.text) == ["It is not read.", "People call."])
        #expect(effects.map(\.roles) == [[], ["Net Admins"]])
    }

    @Test("read blank lines between all lines as none")
    func doubled() throws {
        let page = try PageTests.page(
            """
            MC900009 – Mail

            Product: Mail

            Created: 2025-03-01

            Direct effects for Operations

            Old mail stops

            It is not read
            any more

            - roles: Net Admins
            """)
        #expect(page.effects(.effects).map(\.title) == ["Old mail stops"])
        #expect(page.effects(.effects).map(\.roles) == [["Net Admins"]])
    }

    @Test("tell what is locked, what is missing and what is empty one from the other")
    func standings() throws {
        let page = try PageTests.page()
        #expect(
            page.locked == [
                "change category", "ms preparations", "configuration options", "it security",
            ])
        #expect(Set(page.locked + page.missing) == Set(page.notPublished))
        #expect(Set(page.missing).isDisjoint(with: page.locked + page.empty))
        #expect(page.draft(withText: false).contains("# not on the page at all: scope, "))
    }

    @Test("may be in UTF-16 or begin with the mark of UTF-8")
    func marks() throws {
        let draft = try PageTests.page().draft(withText: false)
        let wide =
            [UInt8]([0xFF, 0xFE])
            + PageTests.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [wide, [0xEF, 0xBB, 0xBF] + Array(PageTests.text.utf8)] {
            #expect(try #require(PageAnnouncement(bytes)).draft(withText: false) == draft)
        }
    }
}
