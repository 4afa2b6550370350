import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let dns = CheckKind(
        "dns", "Asks a name server for the records of a name.",
        facts: [
            "name": "The name that was asked for.", "type": "The type of the records.",
            "server": "The name server whose answer counts.",
            "asked": "All name servers that were asked, where there were several.",
            "transport": "`udp` or `tcp`.", "query-ms": "How long the answer took.",
            "response-code": "What the server said, such as `NOERROR`.",
            "authoritative": "Whether the server has the zone.",
            "values": "The values of the records, sorted.",
            "ttl-s": "The shortest time for which the answer may be kept, with its aliases.",
            "longest-ttl-s": "The longest of these times.",
            "via": "`name-service` where that was asked, and no name server.",
            "name-service": "Where the name service of this machine looks, in its order.",
            "failure": "Why the name service has no address.",
            "aliases": "The chain of aliases, where there is one.",
            "answers": "Every record of the answer: `name`, `type`, `ttl-s`, `value`.",
        ],
        example: """
            - dns: {name: outlook-cba.office365.com}                      # it has an address
            - dns: {name: example.org, type: MX, contains: 10 mail.example.org}
            - dns: {name: example.org, type: TXT, any: {contains: "include:_spf.example.net"}}
            - dns: {name: old.example.org, resolves: false}               # it is gone
            - dns: {name: mail.example.org, via: name-service, equals: 192.0.2.7}
            - dns: {name: mail.example.org, server: 192.0.2.53, ttl: 5m}
            - dns: {name: example.com, server: 192.0.2.53, response-code: REFUSED}
            - dns:
                name: www.example.org
                server: "192.0.2.53:5353"
                within: [192.0.2.0/24, "2001:db8::/32"]
                timeout: 3s
            """
    ) { options in
        let text = options.required(
            "name", .text, "The name to ask for, complete as it stands; for PTR also an address.")
        let asked: DNSRecordType? = options.optional(
            "type", .choice, without: "A", "The type of the records to ask for.")
        let type = asked ?? .a
        let isTyped = asked != nil || !options.has("type")
        let server = options.optional(
            "server", .systemOr(.nameServer), default: nil, "system",
            "The name server to ask; `system` asks those of the machine.")
        let way: DNSInquiry.Way = options.optional(
            "via", .choice, default: .nameServers, "name-servers",
            "Who is asked: `name-servers`, or the `name-service` that programs on this machine use."
        )
        var expected = DNSCheck.Expected()
        expected.resolves = options.optional(
            "resolves", .boolean, default: true, "true",
            "Whether there must be such records; false is met only where a server says so.")
        let values = options.expectation(of: .list(.record), isNeeded: false)
        expected.lifetime = options.optional(
            "ttl", .expectation(of: .duration),
            "For how long the answer may be kept, with the aliases that lead to it.")
        expected.codes =
            options.optional(
                "response-code", .oneOrMany(.responseCode),
                "What the server must say instead of an answer; needs `server`.") ?? []
        CheckKind.refuseContradictions(options, type, way, expected)
        let name = text.flatMap { CheckKind.name($0, isTyped ? type : .ptr, options) }
        options.refuse(
            where: way == .nameService && name.map(DNSName.isNumeric) ?? false,
            "the name service takes \"\(text ?? "")\" for an address, and looks nothing up",
            fix: "write a name", at: "name")
        // What a value must look like is known only where the type is.
        let normal = isTyped ? CheckKind.normal(values, type, options) : values
        options.refuse(
            where: options.has("within") && isTyped && type != .a && type != .aaaa,
            "within is for addresses, but type is \(type.rawValue)",
            fix: "remove within, or ask for type A or AAAA", at: "within")
        let words = ExpectationWord.all(for: .list(.record)).map(\.rawValue)
        options.refuse(
            where: !expected.resolves && words.contains { options.has($0) },
            "a name that must not resolve has no values to compare",
            fix: "remove resolves: false, or the values", at: "resolves")
        expected.values = normal
        let read = expected
        return options.make(name) {
            DNSCheck(
                DNSInquiry(name: $0, type: type, server: server, way: way), expected: read)
        }
    }

    private static func refuseContradictions(
        _ options: CheckOptions, _ type: DNSRecordType, _ way: DNSInquiry.Way,
        _ expected: DNSCheck.Expected
    ) {
        let isService = way == .nameService
        for key in ["server", "ttl", "response-code"] {
            options.refuse(
                where: isService && options.has(key),
                "the name service has no \(key)", code: "contradiction",
                fix: "remove via: name-service, or \(key)", at: key)
        }
        options.refuse(
            where: isService && type != .a && type != .aaaa,
            "the name service finds addresses, but type is \(type.rawValue)",
            code: "contradiction", fix: "ask for type A or AAAA, or remove via", at: "via")
        options.refuse(
            where: isService && !expected.resolves,
            "the name service cannot tell a name that is gone from one that it failed to find",
            code: "contradiction", fix: "remove via: name-service, or resolves: false", at: "via")
        let words = ExpectationWord.all(for: .list(.record)).map(\.rawValue) + ["resolves", "ttl"]
        options.refuse(
            where: !expected.codes.isEmpty && words.contains { options.has($0) },
            "with a response-code in place of an answer there is nothing else to compare",
            code: "contradiction", fix: "make it two checks", at: "response-code")
        options.refuse(
            where: !expected.codes.isEmpty && !options.has("server"),
            "it is not said whose response-code is meant", fix: "add server", at: "response-code")
        options.refuse(
            where: options.has("ttl") && !expected.resolves,
            "a name that must not resolve has no time to be kept",
            fix: "remove resolves: false, or ttl", at: "ttl")
    }

    /// The name as it is asked for; nil where it cannot be one, and then that is reported.
    private static func name(
        _ text: String, _ type: DNSRecordType, _ options: CheckOptions
    ) -> String? {
        if let address = IPAddress(text) {
            options.refuse(
                where: type != .ptr, "\"\(text)\" is an address, not a name",
                fix: "write a name, or type: PTR to find the name of the address", at: "name")
            return DNSName.reverse(of: address)
        }
        let name = DNSName.normal(text)
        options.refuse(
            where: name == nil, "\"\(text)\" cannot be a name",
            fix:
                "names have letters, digits, hyphens and underscores, at most 63 between dots;"
                + " write others in their ASCII form (xn--…)", at: "name")
        return name
    }

    /// The same with whole values as they are compared; one that cannot be of the type is reported.
    private static func normal(
        _ expectation: ValueExpectation, _ type: DNSRecordType, _ options: CheckOptions
    ) -> ValueExpectation {
        func normal(_ value: TypedValue, _ key: String) -> TypedValue {
            let text = value.string ?? ""
            let normal = type.normal(text)
            options.refuse(
                where: normal == nil,
                "\"\(text)\" cannot be the value of a record of type \(type.rawValue)",
                fix: "such a value looks like \"\(type.example)\"; any: {contains: …} looks inside",
                at: key)
            return .text(normal ?? text)
        }
        /// What is expected of one record, of which texts may also be parts.
        func inside(_ expectation: ValueExpectation, _ key: String) -> ValueExpectation {
            func part(_ text: String) -> String {
                let (normal, fault) = type.normalPart(text)
                options.refuse(where: fault != nil, fault ?? "", at: key)
                return normal
            }
            func inner(_ pattern: TextPattern) -> TextPattern {
                let (normal, fault) = type.normal(pattern)
                options.refuse(where: fault != nil, fault ?? "", at: key)
                return normal
            }
            func part(_ value: TypedValue) -> TypedValue { .text(part(value.string ?? "")) }
            return ValueExpectation(
                expectation.terms.map { term in
                    switch term {
                    case .equals(let value): return .equals(normal(value, key))
                    case .oneOf(let values): return .oneOf(values.map { normal($0, key) })
                    case .contains(let value): return .contains(part(value))
                    case .lacks(let value): return .lacks(part(value))
                    case .startsWith(let text): return .startsWith(part(text))
                    case .endsWith(let text): return .endsWith(part(text))
                    case .matches(let pattern): return .matches(inner(pattern))
                    default: return term
                    }
                })
        }
        return ValueExpectation(
            expectation.terms.map { term in
                switch term {
                case .contains(let value): return .contains(normal(value, "contains"))
                case .lacks(let value): return .lacks(normal(value, "lacks"))
                case .equals(.list(let values)):
                    return .equals(.list(values.map { normal($0, "equals") }))
                case .all(let wanted): return .all(inside(wanted, "all"))
                case .any(let wanted): return .any(inside(wanted, "any"))
                case .none(let wanted): return .none(inside(wanted, "none"))
                default: return term
                }
            })
    }
}

extension ValueType where Value == DNSResponseCode {
    fileprivate static var responseCode: ValueType {
        ValueType<String>.choice(of: DNSResponseCode.named.keys.sorted())
            .map { name, _, _ in DNSResponseCode.named[name] }
    }
}

extension ValueType where Value == DNSServer {
    fileprivate static var nameServer: ValueType {
        scalar(
            "a name server (ADDRESS or ADDRESS:PORT, IPv6 with a port in brackets)",
            schema: ["type": "string"]
        ) { DNSServer($0) }
    }
}
