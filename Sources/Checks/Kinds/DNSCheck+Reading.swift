import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let dns = CheckKind("dns", "Asks a name server for the records of a name.") {
        options in
        let text = options.required(
            "name", .text, "The name to ask for, complete as it stands; for PTR also an address.")
        let asked: DNSRecordType? = options.optional(
            "type", .choice, without: "A", "The type of the records to ask for.")
        let type = asked ?? .a
        let isTyped = asked != nil || !options.has("type")
        let server = options.optional(
            "server", .systemOr(.nameServer), default: nil, "system",
            "The name server to ask; `system` asks those of the machine.")
        var expected = DNSCheck.Expected()
        expected.resolves = options.optional(
            "resolves", .boolean, default: true, "true",
            "Whether there must be such records; false is met only where a server says so.")
        let values = ["contains", "equals", "lacks"].map { key in
            (key, options.optional(key, .oneOrMany(.text), Self.summaries[key] ?? ""))
        }
        expected.within =
            options.optional(
                "within", .oneOrMany(.addressRange),
                "Ranges of addresses; every address must be in one of them.") ?? []

        let name = text.flatMap { Self.name($0, isTyped ? type : .ptr, options) }
        let normal = values.map { key, values in
            // What a value must look like is known only where the type is.
            isTyped ? values.map { Self.normal($0, type, key, options) } : values
        }
        (expected.contains, expected.equals, expected.lacks) = (
            normal[0] ?? [], normal[1], normal[2] ?? []
        )
        options.refuse(
            where: options.has("within") && isTyped && type != .a && type != .aaaa,
            "within is for addresses, but type is \(type.rawValue)",
            fix: "remove within, or ask for type A or AAAA", at: "within")
        let hasValues = ["contains", "equals", "lacks", "within"].contains { options.has($0) }
        options.refuse(
            where: !expected.resolves && hasValues,
            "a name that must not resolve has no values to compare",
            fix: "remove resolves: false, or the values", at: "resolves")
        let read = expected
        return options.make(name) {
            DNSCheck(DNSInquiry(name: $0, type: type, server: server), expected: read)
        }
    }

    private static let summaries = [
        "contains": "Values that must be among the records.",
        "equals": "The values that there must be, no more and no fewer.",
        "lacks": "Values that must not be among the records.",
    ]

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

    /// The values as they are compared; one that cannot be of the type is reported.
    private static func normal(
        _ values: [String], _ type: DNSRecordType, _ key: String, _ options: CheckOptions
    ) -> [String] {
        values.compactMap { value in
            let normal = type.normal(value)
            options.refuse(
                where: normal == nil,
                "\"\(value)\" cannot be the value of a record of type \(type.rawValue)",
                fix: "such a value looks like \"\(type.example)\"", at: key)
            return normal
        }
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

extension ValueType where Value == AddressRange {
    fileprivate static var addressRange: ValueType {
        scalar(
            "a range of addresses (10.0.0.0/8, 2001:db8::/32), no bits after the prefix",
            schema: ["type": "string"]
        ) { AddressRange($0) }
    }
}
