import Foundation
import Importing
import Testing

/// A post in its versions, and what people do to the checklist that it became.
enum EditedDraft {
    /// A version of the post.
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var preview = "<p>Public Preview: early May 2025</p>"
        var general = "mid-June 2025"
        var more = ""
        var tasks = "<li>Review your gateway.</li>"
        var intro = "Mail takes another way."
        var title = "A gateway"
        var modified = "2025-04-01"

        func read() throws -> ReadAnnouncement {
            let json = """
                {"id": "MC900001", "title": "\(title)", "startDateTime": "2025-03-10T08:00:00Z",
                 "lastModifiedDateTime": "\(modified)T08:00:00Z", "services": ["Exchange Online"],
                 "body": {"contentType": "html", "content": "<p>\(intro)</p>\
                <p>When this will happen:</p>\(preview)<p>General Availability: \(general)</p>\(more)\
                <p>How this affects your organization:</p><p>Mail goes to mail.example.com.</p>\
                <p>What you need to do to prepare:</p><ul>\(tasks)</ul>"}}
                """
            return try ReadAnnouncement(try #require(PostFeed(Array(json.utf8)).posts.first))
        }
    }

    static let first = Change(testDescription: "first", modified: "2025-03-10")

    static let changes = [
        Change(testDescription: "date moved", general: "late June 2025"),
        Change(
            testDescription: "other date moved",
            preview: "<p>Public Preview: late May 2025 (previously early May)</p>"),
        Change(testDescription: "phase added", more: "<p>GCC: August 2025</p>"),
        Change(testDescription: "phase gone", preview: ""),
        Change(testDescription: "task reworded", tasks: "<li>Check the log of your gateway.</li>"),
        Change(
            testDescription: "task added",
            tasks: "<li>Review your gateway.</li><li>Update the firewall rules.</li>"),
        Change(testDescription: "introduction edited", intro: "Mail takes yet another way."),
        Change(testDescription: "title edited", title: "The gateway"),
    ]

    /// What somebody does to a checklist.
    struct Edit: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// What has to be in every checklist from then on.
        let stays: [String]
        /// The changes of the post that have to be told, as both touched the same.
        var conflicts: Set<String> = []
        /// The changes that cannot be carried over, as the checklist would be wrong.
        var refused: Set<String> = []
        let edit: @Sendable (String) -> String
    }

    private static func replacing(_ old: String, _ new: String) -> @Sendable (String) -> String {
        { text in
            #expect(text.contains(old), "\(old)")
            return text.replacing(old, with: new, maxReplacements: 1)
        }
    }

    private static let preview = """
          # starts from "early May 2025": days 1-10, our convention
          - id: public-preview
            title: "Public Preview"
            starts: {earliest: 2025-05-01, latest: 2025-05-10}
            source: "early May 2025"

        """
    private static let general = "starts: {earliest: 2025-06-11, latest: 2025-06-20}"
    private static let gatewayEnd = """
            title: "Review your gateway."
            role: network-engineer
            due: public-preview - 5bd
            addresses: [impact]
            sign-off: {}

        """
    private static let gateway = """
          # from "Review your gateway."; review: role, due, level
          - id: review-your-gateway

        """
    private static let own = """
          - id: own
            title: Our own
            role: it-admin
            due: general-availability
            sign-off: {}

        """
    private static let onGateway: Set = ["task reworded"]

    static let edits = [
        Edit(
            testDescription: "members filled in", stays: ["members: [nora@example.com]"],
            edit: replacing("members: []", "members: [nora@example.com]")),
        Edit(
            testDescription: "title of a phase", stays: ["title: Everywhere"],
            edit: replacing("title: \"General Availability\"", "title: Everywhere")),
        Edit(
            testDescription: "date of a phase", stays: ["    starts: 2025-06-15\n"],
            conflicts: ["date moved"], edit: replacing(general, "starts: 2025-06-15")),
        Edit(
            testDescription: "comment behind a date", stays: ["  # agreed with Nora\n"],
            edit: replacing(general, "\(general)  # agreed with Nora")),
        Edit(
            testDescription: "words added to the comment of a date",
            stays: ["our convention; asked on Monday\n"],
            edit: replacing(
                "days 11-20, our convention", "days 11-20, our convention; asked on Monday")),
        Edit(
            testDescription: "comment at the end", stays: ["\n# mine\n"], edit: { "\($0)# mine\n" }),
        Edit(
            testDescription: "comment among the digests", stays: ["\n# mine\n# impact "],
            edit: replacing("# impact ", "# mine\n# impact ")),
        Edit(
            testDescription: "digests taken out", stays: ["longest: 30d}\n"],
            edit: { String($0[..<($0.range(of: "\n# The sections")?.lowerBound ?? $0.endIndex)]) }),
        Edit(
            testDescription: "head taken out", stays: ["readiness: 1\nid: mc900001\n"],
            edit: { String($0[($0.range(of: "readiness: 1")?.lowerBound ?? $0.startIndex)...]) }),
        Edit(
            testDescription: "phase taken out", stays: ["due: general-availability - 5bd"],
            conflicts: ["other date moved"], refused: ["task reworded", "task added"],
            edit: {
                replacing(preview, "")($0).replacing(
                    "due: public-preview", with: "due: general-availability")
            }),
        Edit(
            testDescription: "step under another id",
            stays: ["- id: our-gateway\n    title: \"Review your gateway.\""],
            conflicts: onGateway,
            edit: replacing("- id: review-your-gateway", "- id: our-gateway")),
        Edit(
            testDescription: "steps in another order", stays: [],
            edit: {
                replacing("steps:\n", "steps:\n\(gateway)\(gatewayEnd)")(
                    replacing(gateway + gatewayEnd, "")($0))
            }),
        Edit(
            testDescription: "step taken out", stays: [], conflicts: ["phase gone"],
            edit: { text in
                let start = text.range(of: "  # from \"Mail goes to mail.example.com.\";")?
                    .lowerBound
                let end = text.range(of: "\nwaivers:")?.lowerBound
                guard let start, let end else { return "" }
                return text[..<start] + String(text[end...])
            }),
        Edit(
            testDescription: "step of their own", stays: [own],
            edit: replacing("\nwaivers:", "\(own)\nwaivers:")),
        Edit(
            testDescription: "step of their own among the others", stays: [own],
            edit: replacing(gateway, own + gateway)),
        Edit(
            testDescription: "key added at the end of a step",
            stays: ["    sign-off: {}\n    level: advisory\n"], conflicts: onGateway,
            edit: replacing(gatewayEnd, "\(gatewayEnd)    level: advisory\n")),
        Edit(
            testDescription: "sign-off in several lines",
            stays: ["    sign-off:\n      count: 2  # both\n"], conflicts: onGateway,
            edit: replacing(
                gatewayEnd,
                gatewayEnd.replacing(
                    "sign-off: {}", with: "sign-off:\n      count: 2  # both"))),
        Edit(
            testDescription: "text of several lines",
            stays: ["    text: |\n      One.\n\n      # Two\n"], conflicts: onGateway,
            edit: replacing(gatewayEnd, "\(gatewayEnd)    text: |\n      One.\n\n      # Two\n")),
        Edit(
            testDescription: "section at the end", stays: ["\ndefaults: {fresh-for: 24h}\n"],
            edit: { "\($0)\ndefaults: {fresh-for: 24h}\n" }),
        Edit(
            testDescription: "lines that end as on Windows", stays: ["\r\nsteps:\r\n"],
            edit: { $0.replacing("\n", with: "\r\n") }),
        Edit(
            testDescription: "indented further",
            stays: ["\n      - id: review-announcement\n        title:"],
            edit: { text in
                text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.hasPrefix("  ") ? "    \(line)" : String(line)
                }.joined(separator: "\n")
            }),
        Edit(
            testDescription: "without the last line end", stays: [],
            edit: { String($0.dropLast()) }),
    ]
}
