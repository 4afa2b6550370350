/// What is asked of a server.
package struct HTTPRequest: Hashable, Sendable {
    package var method = "GET"
    package var fields: [HTTPField] = []
    /// Nil sends none.
    package var body: [UInt8]?
    /// The value of `Authorization`, which is a secret.
    package var authorization: String?

    package init() {}

    /// Fields that say nothing of who asks, so that they may go to another host too.
    private static let harmless: Set = [
        "accept", "accept-encoding", "accept-language", "content-type", "user-agent",
    ]

    /// It says who asks, so that the answer may be meant for nobody else.
    var isPersonal: Bool { authorization != nil || fields.contains { !Self.isHarmless($0) } }

    private static func isHarmless(_ field: HTTPField) -> Bool {
        harmless.contains(field.name.lowercased())
    }

    /// The request without all that was meant for one host alone.
    var forOtherHost: HTTPRequest {
        var request = self
        request.authorization = nil
        request.fields.removeAll { !Self.isHarmless($0) }
        return request
    }

    /// The request that follows a redirect which asks for the answer elsewhere (RFC 9110 section
    /// 15.4.4).
    var asGet: HTTPRequest {
        var request = self
        if method != "HEAD" { request.method = "GET" }
        request.body = nil
        request.fields.removeAll { $0.isNamed("content-type") }
        return request
    }
}
