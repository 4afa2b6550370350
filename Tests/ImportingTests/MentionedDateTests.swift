import Importing
import Rollout
import Testing

@Suite("Dates of a timeline that are of no phase")
struct MentionedDateTests {
    private static func phases(_ line: String, title: String = "Contoso Mail") throws -> [String] {
        try SamplePost.read(
            body: "<p>When this will happen:</p>\(line)", title: title
        ).phases.filter { $0.start != nil || $0.end != nil }
            .map { "\($0.start?.phrase ?? "-") > \($0.end?.phrase ?? "-")" }
    }

    @Test(
        "make none",
        arguments: [
            "As announced on 3 March 2025, this comes.",
            "This was first announced in MC123456 (November 2024).",
            "As communicated in MC123456, November 2024, mail moves.",
            "It was announced at our conference in November 2024.",
            "See our blog post of March 3, 2025.", "See the blog post (March 3, 2025).",
            "It requires version 16.0.1 (December 2024) or later.",
            "Version 16.0.1 (December 2024)", "It is there from version 16.0.1 (December 2024).",
            "Published: March 3, 2025", "Last updated March 3, 2025", "Published on March 3, 2025",
            "Last updated: March 3, 2025", "Announced: March 3, 2025",
            "You can opt in from early May 2025.",
            "Admins may opt out of the change until June 30, 2025.",
            "Starting early April 2025, admins can opt in.", "Date published: March 3, 2025",
            "We will not roll out in early May 2025 as planned.",
        ])
    func none(_ text: String) throws {
        #expect(try Self.phases("<p>\(text)</p>") == [])
        #expect(
            try Self.phases("<p>\(text)</p><p>Worldwide: July 2025</p>") == ["July 2025 > -"])
    }

    @Test(
        "are told from those that are",
        arguments: [
            (
                "As announced in MC123456 (November 2024), the rollout begins in early May 2025.",
                "early May 2025 > -"
            ),
            ("As previously announced, on May 5, 2025 the page goes.", "May 5, 2025 > -"),
            ("We announced that the page retires on May 5, 2025.", "May 5, 2025 > -"),
            ("The rollout begins with version 2504 (April 2025).", "April 2025 > -"),
            (
                "You can opt in now, and we will begin rolling out in early May 2025.",
                "early May 2025 > -"
            ),
            ("The rollout will not begin until early May 2025.", "early May 2025 > -"),
            ("We paused in April 2025 and resume in early May 2025.", "early May 2025 > -"),
            ("We have delayed the rollout until early May 2025.", "early May 2025 > -"),
            ("Opt-in: early May 2025", "early May 2025 > -"),
            ("Updated timeline: early May 2025", "early May 2025 > -"),
        ])
    func some(_ text: String, _ phase: String) throws {
        #expect(try Self.phases("<p>\(text)</p>") == [phase])
    }

    @Test("may be a column of a table")
    func column() throws {
        let table = """
            <table><tr><th>Cloud</th><th>Announced</th><th>Start</th></tr>\
            <tr><td>GCC</td><td>March 3, 2025</td><td>May 5, 2025</td></tr></table>
            """
        let phases = try SamplePost.read(timeline: table).phases
        #expect(phases.map(\.name) == ["GCC"])
        #expect(phases.map(\.start?.days?.earliest.description) == ["2025-05-05"])
    }

    @Test("may be the end of another product, which is said for review")
    func otherProduct() throws {
        let line =
            "<p>Worldwide: early May 2025</p><p>Fabrikam Desk 10 reaches end of support on October 14, 2025.</p>"
        #expect(try Self.phases(line) == ["early May 2025 > -"])
        let read = try SamplePost.read(timeline: line)
        #expect(read.remarks.count == 1 && read.remarks[0].contains("Fabrikam Desk 10"))
        let behind =
            "<p>Worldwide: early May 2025. Note that Fabrikam Desk 10 reaches end of support on October 14, 2025.</p>"
        #expect(try Self.phases(behind) == ["early May 2025 > -"])
        for title in ["Fabrikam Desk: new gateway", "Retirement of an old desk"] {
            #expect(try Self.phases(line, title: title).count == 2)
        }
        let own =
            "<p>Worldwide: early May 2025</p><p>Support for the old page ends on June 3, 2025.</p>"
        #expect(try Self.phases(own).count == 2)
    }
}
