import Testing

/// One row of the matrix: what is sent, and what must be seen.
struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    /// The request, with the names of secrets in braces: `{token}`, `{late}`, `{foreign}`.
    let request: String
    /// One of these; 0 stands for a connection that was closed without an answer.
    let statuses: [Int]
    /// What the answer has nowhere, in lower case in its head.
    let without: [String]
    /// What the answer has.
    let with: [String]

    init(
        _ name: String, _ request: String, _ statuses: [Int], with: [String] = [],
        without: [String] = []
    ) {
        self.name = name
        self.request = request
        self.statuses = statuses
        self.with = with
        self.without = without
    }

    var testDescription: String { name }

    /// A request by whoever may read.
    static func get(_ path: String, _ fields: [String] = []) -> String {
        head("GET", path, ["Authorization: Bearer {token}"] + fields)
    }

    /// A request with the fields alone that are given.
    static func head(_ method: String, _ path: String, _ fields: [String]) -> String {
        let all = ["Host: localhost", "Connection: close"] + fields
        return "\(method) \(path) HTTP/1.1\r\n\(all.map { "\($0)\r\n" }.joined())\r\n"
    }

    /// A request with a body.
    static func send(
        _ method: String, _ path: String, _ fields: [String], body: String
    ) -> String {
        head(method, path, fields + ["Content-Length: \(body.utf8.count)"]) + body
    }

    /// Carries it out, and looks at what comes back.
    func carryOut(
        on server: AttackedServer, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let answer = try await RawExchange.send(server.filled(request), to: server.port)
        let seen = "\(name): \(answer.status)\n\(answer.text.prefix(600))"
        #expect(
            statuses.contains(answer.status), Comment(rawValue: seen),
            sourceLocation: sourceLocation)
        // Nothing that was smuggled is answered.
        #expect(answer.count <= 1, Comment(rawValue: seen), sourceLocation: sourceLocation)
        for word in without {
            #expect(
                !answer.head.contains(word) && !answer.body.contains(word),
                Comment(rawValue: "\(word): \(seen)"), sourceLocation: sourceLocation)
        }
        for word in with {
            #expect(
                answer.text.contains(word), Comment(rawValue: "\(word): \(seen)"),
                sourceLocation: sourceLocation)
        }
        // No answer tells where the server lies or what it is made of.
        for word in [server.folder, "sqlite", "Hummingbird", "fatal error"] {
            #expect(
                !answer.text.contains(word), Comment(rawValue: "\(word): \(seen)"),
                sourceLocation: sourceLocation)
        }
    }
}
