package import CanonicalJSON

extension HTTPObservation {
    /// As many fields of an answer as a report needs.
    private static let fieldsShown = 50

    /// What was seen of the last request and of those that led to it, by name.
    package var facts: [String: JSONValue] {
        guard let hop = hops.last else { return [:] }
        var facts = hop.report.facts
        if let tls = hop.report.tls { facts.merge(tls.facts) { _, tls in tls } }
        facts["url"] = .string(hop.address.description)
        facts["method"] = .string(hop.method)
        facts["total-ms"] = .integer(Int64(milliseconds))
        if let status = hop.proxyStatus { facts["proxy-status"] = .integer(Int64(status)) }
        if hop.wasWithheld { facts["request"] = "not sent" }
        if hop.wasAskedLate { facts["client-certificate-requested-late"] = true }
        if hops.count > 1 { facts["redirects"] = .array(hops.dropLast().map(\.fact)) }
        if let response = hop.response { facts.merge(Self.facts(of: response)) { _, new in new } }
        if let time = hop.timings.response { facts["response-ms"] = .integer(Int64(time)) }
        if let time = hop.timings.transfer { facts["transfer-ms"] = .integer(Int64(time)) }
        return facts
    }

    private static func facts(of response: HTTPResponse) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        for field in response.fields.prefix(fieldsShown) {
            let name = field.name.lowercased()
            fields[name] = .string(
                fields[name]?.text.map { "\($0), \(field.shownValue)" } ?? field.shownValue)
        }
        var facts: [String: JSONValue] = [
            "status": .integer(Int64(response.status)), "http-version": .string(response.version),
            "headers": .object(fields), "content-bytes": .integer(Int64(response.body.total)),
        ]
        if response.fields.count > fieldsShown {
            facts["headers-count"] = .integer(Int64(response.fields.count))
        }
        if response.isStopped { facts["content-cut"] = true }
        return facts
    }
}

extension HTTPField {
    /// The value for facts: a cookie may open a door, so that only its name is kept, and of a URL
    /// everything but its password.
    fileprivate var shownValue: String {
        guard isNamed("set-cookie") else { return ForeignText.withoutPasswords(bytes) }
        return ForeignText.clean(bytes.prefix { !"=;".utf8.contains($0) }) + "=…"
    }
}

extension HTTPObservation.Hop {
    fileprivate var fact: JSONValue {
        var fact: [String: JSONValue] = ["url": .string(address.description)]
        if let response { fact["status"] = .integer(Int64(response.status)) }
        if let reached = report.dial.connection?.address { fact["address"] = .string(reached) }
        if let session = report.tls?.session { fact["version"] = .string(session.versionText) }
        if let first = report.tls?.certificates.first {
            fact["issuer"] = .string(first.issuer.text)
        }
        return .object(fact)
    }
}
