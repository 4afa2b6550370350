import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let http = CheckKind(
        "http", "Whether a server answers a request over HTTP or HTTPS as expected.",
        sharing: KindFacts.http + KindFacts.connection + KindFacts.tls,
        facts: [
            "content": "The first 1000 characters of the body; not where the request says who asks."
        ],
        example: """
            - http:
                url: https://status.example.com/health
                headers: {Strict-Transport-Security: {contains: max-age}, X-Powered-By: absent}
                json: {/status: ok, /nodes: {length: {minimum: 3}}}
                size: {maximum: 64 KiB}
                time: 2s
            - http:
                url: https://api.example.com/v1/me
                bearer: {env: API_TOKEN}
                issuer: Example Corp
                redirects: {hosts: [login.example.com], limit: 2}
                status: [200, 204]
            """
    ) { options in
        let address = options.required(
            "url", .httpAddress, "What is asked for; without user name and fragment.")
        let request = options.httpRequest()
        let credential = options.httpCredential(address)
        var draft = HTTPDraft(options, address)
        draft.version = options.optional(
            "http-version", .choice, default: .http11, "1.1",
            "The version to speak; `2` needs https, and the server must take it.")
        options.refuse(
            where: draft.version == .http2 && address?.isSecure == false,
            "HTTP/2 is agreed on in TLS, and the URL has none", code: "contradiction",
            fix: "write https, or remove http-version", at: "http-version")
        options.refuse(
            where: request.method == "HEAD"
                && ["content", "json", "size"].contains(where: options.has),
            "an answer to HEAD has no body, so that nothing could be compared",
            code: "contradiction", fix: "write method: GET, or remove content, json and size",
            at: "method")
        draft.redirects = options.optional(
            "redirects", .redirects, without: "none is followed", "Which redirects are followed.")
        let expected = HTTPCheck.Expected(options)
        let bodiless = Set(HTTPResponse.bodilessStatuses.map { StatusRange($0, $0) })
        options.refuse(
            where: !expected.statuses.isEmpty && bodiless.isSuperset(of: expected.statuses)
                && ["content", "json", "size"].contains(where: options.has),
            "an answer with such a status has no body, so that nothing could be compared",
            code: "contradiction", fix: "remove content, json and size, or allow another status",
            at: "status")
        options.refuse(
            where: expected.size?.isUndecidable(within: HTTPPlan.usualBodyLimit) ?? false,
            "no more than \(HTTPPlan.usualBodyLimit >> 20) MiB is read where there is no"
                + " maximum, so that this minimum is never seen",
            fix: "add a maximum", at: "size")
        return options.make(address) { address in
            var plan = draft.plan(for: address)
            (plan.request, plan.credential) = (request, credential)
            plan.bodyLimit = expected.size?.greatestSize.map { Int($0) } ?? plan.bodyLimit
            return HTTPCheck(plan, expected: expected)
        }
    }
}

extension CheckOptions {
    /// What is asked: method, headers and body.
    fileprivate func httpRequest() -> HTTPRequest {
        var request = HTTPRequest()
        request.method = optional(
            "method", .choice(of: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]),
            default: "GET", "GET", "The method of the request.")
        let fields =
            optional(
                "request-headers", .requestHeaders,
                "Headers of the request by name; they go to no other host but for harmless ones.")
            ?? []
        request.fields = fields.map { HTTPField($0.key, $0.value) }
        let own = [
            "authorization", "host", "content-length", "transfer-encoding", "connection", "expect",
        ]
        let taken = request.fields.first { own.contains($0.name.lowercased()) }
        refuse(
            where: taken != nil, "the header \(taken?.name ?? "") is made of the other options",
            fix:
                "remove it; a secret stands in basic or bearer, another Host in url with connect-to",
            at: "request-headers")
        let body = optional("body", .anyText, without: "none is sent", "The body of the request.")
        request.body = body.map { Array($0.utf8) }
        refuse(
            where: body != nil && ["GET", "HEAD"].contains(request.method),
            "a request with the method \(request.method) has no body", code: "contradiction",
            fix: "write method: POST, or remove body", at: "body")
        return request
    }
}

extension HTTPCheck.Expected {
    fileprivate init(_ options: CheckOptions) {
        self.init()
        statuses =
            options.optional(
                "status", .oneOrMany(.statusRange), without: "200-299",
                "The status that the answer must have, or several that it may have.")
            ?? [StatusRange.success]
        let fields =
            options.optional(
                "headers", .headerExpectations,
                "What headers of the answer must be like; `absent` for one that must not be there.")
            ?? []
        self.fields = fields.map { .init($0.key, $0.value) }
        content = options.optional(
            "content", .expectation(of: .content),
            "A text that the body must contain, or more about its first MiB.")
        json = options.optional(
            "json", JSONExpectation.type, "What the body must have as JSON, by place.")
        size = options.optional(
            "size", .expectation(of: .size), "The size of the body after decompression.")
        time = options.optional(
            "time", .expectation(of: .duration),
            "How long the request may take with all that it leads to.")
    }
}

extension ValueType where Value == [(key: String, node: YAMLNode, value: String)] {
    fileprivate static var requestHeaders: ValueType {
        Self.entries(
            "headers with their values (a mapping)", key: .headerName,
            value: .unrepeated(
                "the value of a header, on one line",
                schema: ["type": ["string", "number", "boolean"]], HTTPField.isValue)
        ).map { entries, _, context in
            context.differ(entries.map { (key: $0.key, node: $0.node) }) ? entries : nil
        }
    }
}

extension ValueType
where Value == [(key: String, node: YAMLNode, value: ExpectedPresence)] {
    fileprivate static var headerExpectations: ValueType {
        Self.entries("headers (a mapping)", key: .headerName, value: .presence(of: .content)).map {
            entries, node, context in
            guard !entries.isEmpty else {
                context.report(
                    "wrong-value", "the expectation expects nothing",
                    fix: "add a header, such as Server: absent", at: node)
                return nil
            }
            return context.differ(entries.map { (key: $0.key, node: $0.node) }) ? entries : nil
        }
    }
}

extension ReadingContext {
    /// Whether no header is named twice, in other letters; else that is reported.
    fileprivate func differ(_ headers: [(key: String, node: YAMLNode)]) -> Bool {
        var names: Set<String> = []
        let doubles = headers.filter { !names.insert($0.key.lowercased()).inserted }
        for header in doubles {
            report(
                "duplicate-key",
                "the header \(header.key) stands twice in one mapping, in other letters",
                fix: "remove one of the two", at: header.node)
        }
        return doubles.isEmpty
    }
}

extension ValueType where Value == String {
    fileprivate static var headerName: ValueType {
        scalar(
            "the name of a header", schema: ["type": "string", "pattern": "^[^\\s:]{1,256}$"]
        ) { HTTPField.isName($0) ? $0 : nil }
    }
}
