import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Posts that mean harm")
struct HostilePostTests {
    /// Text that is something elsewhere: YAML, a parameter, a command, Markdown, another heading.
    private static let texts = [
        "${endpoint}", "$${x", "$(reboot)", "`reboot`", "\"\nsteps: []\n#", "'", "\\", "\\\" - x",
        "- id: x", ": :", "# no comment", "&anchor *alias !!tag", "{a: [b", "%YAML 1.1", "--- ...",
        "\u{202E}cba\u{202C}", "\u{0}\u{7}\u{1B}[31m", "\u{2028}id: y", "\u{85}id: z", "\u{FEFF}",
        "<script>alert(1)</script>", "![x](javascript:alert(1))", "[a](b)", "|", "> x", "?? y",
        "=cmd|'/C calc'!A0", "@everyone", "::error::x", "##vso[task]", "\t\ttabs", "~", "null",
        "no",
    ]

    @Test("become drafts that are right, with nothing active in them", arguments: texts)
    func inert(_ text: String) throws {
        let html = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let body = """
            <p>\(html)</p><p>When this will happen:</p><p>\(html): early May 2025 \(html)</p>\
            <p>\(html): We will update this message.</p>\
            <p>How this will affect your organization:</p><p>\(html)</p>\
            <p>What you need to do to prepare:</p><p>Review \(html)</p><ul><li>Set \(html)</li></ul>\
            <a href="https://example.com/\(html)">\(html)</a><a href="\(html)">x</a>
            """
        for hasText in [false, true] {
            let read = try SamplePost.read(
                body: body, tags: [text], title: text,
                details: [("Summary", text), ("Platforms", text)])
            let loaded = try DraftReading.checklist(ChecklistDraft(read, withText: hasText).text)
            #expect(loaded.checklist.parameters.isEmpty)
            #expect(loaded.checklist.steps.allSatisfy { $0.id.text.utf8.count <= 64 })
            #expect(!loaded.checklist.steps.flatMap(\.checks).map(\.kind).contains("command"))
            #expect(loaded.checklist.change.links.allSatisfy { !$0.url.hasPrefix("javascript") })
        }
    }

    @Test(
        "do not stop the reader",
        arguments: [
            String(repeating: "<div>", count: 3999), String(repeating: "<ul><li>", count: 1900),
            String(repeating: "<b><i><u>", count: 1300) + String(repeating: "<p>x", count: 90),
            String(repeating: "<a href=x>", count: 2000) + String(repeating: "<p>", count: 1900),
            "<table>" + String(repeating: "<tr><td>", count: 1900),
            "</p>/p> <p alt=\"keyword\" <x> < /p> [[[ ((( controls\"=\"\"", "<!--", "<![CDATA[",
            "&#0;&#xD800;&#x110000;",
            String(repeating: "(previously ", count: 4000),
            String(repeating: "early May 2025 - ", count: 4000),
            String(repeating: "General Availability (", count: 4000),
            String(repeating: "[When this will happen:]", count: 4000),
            String(repeating: "a", count: 1 << 17),
            String(repeating: "a.contoso.com ", count: 9000) + "on port 443",
            "Allow " + String(repeating: "a1.contoso.com on port 443 ", count: 4000),
            "ports " + String(repeating: "443, ", count: 9000),
            (0..<9000).map { "<li>a\($0).contoso.com</li>" }.prefix(3900).joined(),
            String(repeating: "TCP/", count: 9000), String(repeating: "1/2/2025 ", count: 9000),
            String(repeating: "Q1-", count: 9000) + "2025",
            String(repeating: "week of ", count: 9000),
        ])
    func bounded(_ html: String) throws {
        for prefix in [
            "", "<p>When this will happen:</p>", "<p>What you need to do to prepare:</p>",
        ] {
            guard prefix.utf8.count + html.utf8.count <= 1 << 20 else { continue }
            let read: ReadAnnouncement
            do {
                read = try SamplePost.read(body: prefix + html)
            } catch let mistake as PostMistake where mistake.reason == .noText {
                continue
            }
            _ = try DraftReading.checklist(ChecklistDraft(read).text)
        }
    }

    @Test("that are larger than any post are refused")
    func tooLarge() {
        #expect(throws: PostMistake.self) {
            try SamplePost.read(body: String(repeating: "x", count: 5 << 20))
        }
        #expect(throws: PostMistake.self) {
            try SamplePost.read(body: String(repeating: "<p>", count: 5000))
        }
    }

    @Test("that lie about what they are, are read as what they are")
    func lyingType() throws {
        let html = "<p>When this will happen:</p><script>May 3, 2025</script><p>GCC: May 2025</p>"
        let read = try SamplePost.read(body: html, contentType: "text")
        _ = try DraftReading.checklist(ChecklistDraft(read).text)
        #expect(read.phases.map(\.name) == ["GCC"])
        let plain = "Mail moves.\nWhen this will happen:\nGCC: May 2025\nDoD &amp; GCC: June 2025\n"
        let lines = try SamplePost.read(body: plain)
        #expect(lines.phases.map(\.name) == ["GCC", "DoD & GCC"])
        let marked = try SamplePost.read(
            body:
                "Mail <b>moves</b>.\nWhen this will happen:\n<b>GCC</b>: May 2025\nDoD: June 2025",
            contentType: "text")
        #expect(marked.phases.map(\.name) == ["GCC", "DoD"])
        // In HTML the end of a line is a blank, also where no tag stands first.
        let wrapped = try SamplePost.read(
            body: "When this will happen:<br>GCC: we will begin\nrolling out in May\n2025.<br>")
        #expect(wrapped.phases.map(\.start?.phrase) == ["May 2025"])
    }

    @Test("keep words in angle brackets that are no tags")
    func brackets() throws {
        let read = try SamplePost.read(
            body:
                "When this will happen:\nGCC: May 2025\nMail of <noreply@contoso.com> for <your tenant> moves.",
            contentType: "text")
        #expect(read.phases.map(\.name) == ["GCC"])
        #expect(ChecklistDraft(read, withText: true).text.contains("GCC"))
    }

    @Test("show no script, style or hidden page")
    func dropped() throws {
        let read = try SamplePost.read(
            body: """
                <p>When this will happen:</p><script>early May 2025</script><style>May 3, 2025</style>\
                <iframe src="https://example.com">June 3, 2025</iframe><!-- July 3, 2025 -->\
                <template>August 3, 2025</template>
                """)
        #expect(read.phases.isEmpty)
    }
}
