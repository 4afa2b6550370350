import Importing
import Testing

@Suite("Sections of posts")
struct SectionTests {
    @Test("are found by their words, whatever their markup")
    func markup() throws {
        for heading in [
            "<p><b>When this will happen:</b></p><p>April 3, 2025</p>",
            "<p>[When this will happen:]</p><p>April 3, 2025</p>",
            "<h3>When will this happen?</h3>April 3, 2025",
            "<strong>When this will happen</strong><br>April 3, 2025",
            "<p>When this will happen: April 3, 2025</p>",
            "Timeline: <ul><li>Starting April 3, 2025</li></ul>",
            "<p>When&nbsp;this will happen&nbsp;:</p><p>April 3, 2025</p>",
        ] {
            let read = try SamplePost.read(body: "<p>Intro</p>\(heading)")
            #expect(read.phases.count == 1, "\(heading)")
        }
    }

    @Test(
        "have shorter headings as well, as lines of their own",
        arguments: zip(
            ["Key dates", "Rollout schedule", "When will this happen?"],
            ["Action needed", "Recommended actions:", "What do I need to do?"]))
    func shortHeadings(_ timeline: String, _ preparation: String) throws {
        let read = try SamplePost.read(
            body: """
                <p>Intro</p><h3>\(timeline)</h3><p>April 3, 2025</p><h3>How will this affect me?</h3>\
                <p>Mail moves.</p><h3>\(preparation)</h3><ul><li>Tell your users.</li></ul>
                """)
        #expect(read.hasTimeline && read.phases.count == 1)
        #expect(read.tasks.map(\.text) == ["Tell your users."])
    }

    @Test("end where the next heading stands, even within a line")
    func headingWithinALine() throws {
        let read = try SamplePost.read(
            body: """
                <p>When this will happen:</p><p>April 3, 2025. How this will affect your \
                organization: In May 2025 mail is faster.</p>
                """)
        #expect(read.phases.count == 1)
    }

    @Test("may have nothing in them, one heading right behind the other")
    func headingsAlone() throws {
        let read = try SamplePost.read(
            body: """
                <p>When this will happen: How this will affect your organization: \
                [What you need to do to prepare:] Review your settings.</p>
                """)
        #expect(read.phases.isEmpty)
        #expect(read.tasks.count == 1)
    }

    @Test("are not made by words in a sentence")
    func running() throws {
        let read = try SamplePost.read(
            body: "<p>We will say when this will happen in a post of April 3, 2025.</p>")
        #expect(read.phases.isEmpty)
        #expect(!read.hasTimeline)
    }

    @Test("of a list end with the next item beside the heading")
    func listHeading() throws {
        let read = try SamplePost.read(
            body: """
                <ul><li>Timeline: <ul><li>Starting July 2025, it is off for new tenants.</li></ul></li>\
                <li>Action: finish by August 1, 2025</li></ul>
                """)
        #expect(read.phases.count == 1)
    }

    @Test("of preparation go on behind their links")
    func linksWithin() throws {
        let read = try SamplePost.read(
            body: """
                <p>What you need to do to prepare:</p><p>Learn more</p><ul><li>\
                <a href="https://example.com/a">Review your settings</a></li></ul>\
                <p>Review your current configuration. Notify your users.</p>
                """)
        #expect(read.tasks.map(\.kind) == [.review, .notify])
    }

    @Test("tell what there is to do, and that it is nothing")
    func tasks() throws {
        let read = try SamplePost.read(body: SamplePost.whole)
        #expect(read.tasks.map(\.kind) == [.other, .other, .notify, .documentation])
        #expect(read.needsNoAction)
        #expect(!read.isCancelled)
    }

    @Test(
        "do not take a condition for a word that nothing is to be done",
        arguments: [
            "If no action is taken, users lose access on June 1, 2025. Migrate your mailboxes.",
            "If you take no action, mail stops.",
            "No action is required if you have no gateway. If you use a gateway, update it.",
            "No action is required unless you use a gateway.",
        ])
    func conditions(text: String) throws {
        let read = try SamplePost.read(
            body: "<p>What you need to do to prepare:</p><p>\(text)</p>")
        #expect(!read.needsNoAction)
    }

    @Test(
        "keep what is asked for beside a word that nothing is to be done",
        arguments: [
            "There is no action needed to prepare, but admins must update the connector by May.",
            "No admin action is required, but you must rotate the certificate of the gateway.",
            "No action is required before the rollout; however, admins must update the rules.",
            "While no action is required, admins should look at the transport rules.",
            "No action is required; update the connector.",
            "No action is required - admins need to update the connector no later than May 1.",
            "No action is needed now and administrators have to renew the certificate in June.",
            "You don't need to do anything except update the connector.",
            "No action is required, but we strongly recommend that you renew the certificate.",
        ])
    func asksBeside(text: String) throws {
        let read = try SamplePost.read(
            body: "<p>What you need to do to prepare:</p><p>\(text)</p>")
        #expect(!read.needsNoAction)
        #expect(read.tasks.map(\.text) == [text])
    }

    @Test(
        "ask for nothing where nobody must do anything",
        arguments: [
            "No action is required; the change is made by the service.",
            "There is no action needed, and users do not have to sign in again.",
            "You don't need to do anything, but you may see two buttons for a while.",
            "Please.",
        ])
    func asksForNothing(text: String) throws {
        let read = try SamplePost.read(
            body: "<p>What you need to do to prepare:</p><p>\(text)</p>")
        #expect(read.needsNoAction == (text != "Please."))
        #expect(read.tasks.isEmpty)
    }

    @Test(
        "tell that a change does not come in other words",
        arguments: [
            "We will not be moving forward with this change.",
            "We are no longer moving forward with this change.",
            "We are no longer proceeding with this rollout.",
        ])
    func otherwiseCancelled(text: String) throws {
        #expect(try SamplePost.read(body: "<p>Updated May 1, 2025: \(text)</p>").isCancelled)
    }

    @Test("tell loudly that a change does not come")
    func cancelled() throws {
        let read = try SamplePost.read(
            body: """
                <p>Updated March 3, 2025: After further review we have decided not to proceed with \
                this change at this time.</p><p>When this will happen:</p><p>early May 2025</p>
                """)
        #expect(read.isCancelled)
    }

    @Test("give each address once, with its entities decoded")
    func links() throws {
        let read = try SamplePost.read(
            body: SamplePost.whole
                + "<a href=\"https://example.com/more\">again</a><a>none</a>"
                + "<a href=\"mailto:a@example.com\"></a>")
        #expect(
            read.links.map(\.address) == [
                "https://example.com/gateway?a=1&b=2", "https://example.com/more",
                "mailto:a@example.com",
            ])
    }
}
