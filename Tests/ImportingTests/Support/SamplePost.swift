import CanonicalJSON
import Importing
import Testing

/// Posts that are written for tests, in the forms of real ones.
enum SamplePost {
    /// The JSON of a post with the keys of Microsoft Graph.
    static func json(
        id: String = "MC900001", title: String = "Contoso Mail: a new gateway",
        body: String, contentType: String = "html", modified: String = "2025-03-10T08:00:00Z",
        tags: [String] = ["Admin impact"], details: [(String, String)] = []
    ) -> JSONValue {
        [
            "id": .string(id), "title": .string(title), "category": "planForChange",
            "severity": "normal", "isMajorChange": true,
            "tags": .array(tags.map { .string($0) }), "services": ["Exchange Online"],
            "startDateTime": "2025-03-10T08:00:00Z", "lastModifiedDateTime": .string(modified),
            "endDateTime": "2025-12-31T08:00:00Z", "actionRequiredByDateTime": .null,
            "details": .array(
                details.map { ["name": .string($0.0), "value": .string($0.1)] }),
            "body": ["contentType": .string(contentType), "content": .string(body)],
        ]
    }

    /// What is read in a post.
    static func read(
        body: String, contentType: String = "html", id: String = "MC900001",
        modified: String = "2025-03-10T08:00:00Z", tags: [String] = ["Admin impact"],
        title: String = "Contoso Mail: a new gateway", details: [(String, String)] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ReadAnnouncement {
        let json = json(
            id: id, title: title, body: body, contentType: contentType, modified: modified,
            tags: tags, details: details)
        let feed = PostFeed(json.canonicalBytes)
        return try ReadAnnouncement(try #require(feed.posts.first, sourceLocation: sourceLocation))
    }

    /// What is read in a post whose timeline is this HTML.
    static func read(
        timeline: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ReadAnnouncement {
        try read(
            body: """
                <p>We are changing something.</p><p><b>When this will happen:</b></p>\(timeline)\
                <p>[How this will affect your organization:]</p><p>Mail takes another way.</p>
                """, sourceLocation: sourceLocation)
    }

    /// A post with all of its parts.
    static let whole = """
        <p>Updated March 3, 2025: We have updated the timeline.</p>
        <p>Mail of Contoso will go through <a href="https://example.com/gateway?a=1&amp;b=2">a new gateway</a>.</p>
        <p>[When this will happen:]</p>
        <p>Targeted Release: We will begin rolling out late April 2025 (previously early March) and expect to complete by early May.</p>
        <p>General Availability (Worldwide, GCC): We will begin rolling out mid-May 2025 and expect to complete by late June 2025.</p>
        <p>General Availability (DoD): We will communicate via Message center when we are ready to proceed.</p>
        <p>[How this will affect your organization:]</p>
        <ul><li>Mail reaches mail-in.contoso.com on port 8443, with TLS 1.3.</li></ul>
        <p>[What you need to do to prepare:]</p>
        <ul><li>Allow the gateway in your firewall.</li><li>If you want to keep the old way, set the option in Settings &gt; Mail.</li></ul>
        <p>This rollout will happen automatically with no admin action required. You may want to notify your users and update any relevant documentation.</p>
        <p>Learn more</p><ul><li><a href="https://example.com/more">Mail gateways</a></li></ul>
        """
}
