import CanonicalJSON
package import Fields
import LocatedYAML
package import Rollout

/// Asks a name server for the records of a name.
package struct DNSCheck: Check {
    /// What the answer is held against.
    package struct Expected: Hashable, Sendable {
        /// Whether there are to be records at all.
        package var resolves = true
        /// Values that must be among the records.
        package var contains: [String] = []
        /// The values that there must be, no more and no fewer; nil is not asked for.
        package var equals: [String]?
        /// Values that must not be among the records.
        package var lacks: [String] = []
        /// Ranges that every address must be in one of; empty where the checklist does not say.
        package var within: [AddressRange] = []

        package init() {}
    }

    package let inquiry: DNSInquiry
    package let expected: Expected
    package let timeout: Duration?

    package init(_ inquiry: DNSInquiry, expected: Expected = Expected(), timeout: Duration? = nil) {
        self.inquiry = inquiry
        self.expected = expected
        self.timeout = timeout
    }

    package var definition: CheckDefinition {
        let server = inquiry.server.map { " at \($0)" } ?? ""
        return CheckDefinition(
            kind: Self.kind.name, subject: "\(inquiry.type.rawValue) \(inquiry.name)\(server)")
    }

    package func observe(_ surroundings: Surroundings) async -> DNSObservation {
        let inquiry = self.inquiry
        return await BlockingThread.run(surroundings.timeout) { inquiry.ask($0) }
    }
}

extension DNSCheck {
    package static let kind = CheckKind(
        "dns", "Asks a name server for the records of a name.",
        [
            Keys.name.description, Keys.type.description, Keys.server.description,
            Keys.resolves.description, Keys.contains.description, Keys.equals.description,
            Keys.lacks.description, Keys.within.description, Keys.timeout.description,
        ])

    private enum Keys {
        static let name = Field(
            "name", .text, .required,
            "The name to ask for, complete as it stands; for PTR also an address.")
        static let type = Field<DNSRecordType>(
            "type", .choice, .defaults("A"), "The type of the records to ask for.")
        static let server = Field<DNSServer?>(
            "server",
            .systemOr(
                .scalar(
                    "a name server (ADDRESS or ADDRESS:PORT, IPv6 with a port in brackets)",
                    schema: ["type": "string"]
                ) { DNSServer($0) }),
            .defaults("system"), "The name server to ask; `system` asks those of the machine.")
        static let resolves = Field(
            "resolves", .boolean, .defaults("true"),
            "Whether there must be such records; false is met only where a server says so."
        )
        static let contains = Field(
            "contains", .oneOrMany(.text), .optional, "Values that must be among the records.")
        static let equals = Field(
            "equals", .oneOrMany(.text), .optional,
            "The values that there must be, no more and no fewer.")
        static let lacks = Field(
            "lacks", .oneOrMany(.text), .optional, "Values that must not be among the records.")
        static let within = Field(
            "within",
            .oneOrMany(
                .scalar(
                    "a range of addresses (10.0.0.0/8, 2001:db8::/32), no bits after the prefix",
                    schema: ["type": "string"]
                ) { AddressRange($0) }),
            .optional, "Ranges of addresses; every address must be in one of them.")
        static let timeout = Field(
            "timeout", .positiveDuration, .defaults("that of the checklist"),
            "How long the servers may take together.")
    }

    package init?(_ options: MappingReader) {
        let type = options.has(Keys.type) ? options[Keys.type] : .a
        guard let written = options[Keys.name], let type,
            let name = Self.name(written, type, options)
        else { return nil }
        var expected = Expected()
        if options.has(Keys.resolves) {
            guard let resolves = options[Keys.resolves] else { return nil }
            expected.resolves = resolves
        }
        guard let contains = Self.values(Keys.contains, type, options),
            let equals = Self.values(Keys.equals, type, options),
            let lacks = Self.values(Keys.lacks, type, options)
        else { return nil }
        expected.contains = contains
        expected.equals = options.has(Keys.equals) ? equals : nil
        expected.lacks = lacks
        expected.within = options[Keys.within] ?? []
        guard Self.isConsistent(expected, type, options),
            !options.has(Keys.server) || options[Keys.server] != nil,
            !options.has(Keys.timeout) || options[Keys.timeout] != nil,
            !options.has(Keys.within) || !expected.within.isEmpty
        else { return nil }
        self.init(
            DNSInquiry(name: name, type: type, server: options[Keys.server] ?? nil),
            expected: expected,
            timeout: options[Keys.timeout])
    }

    /// The name as it is asked for; nil where it cannot be one, and then that is reported.
    private static func name(
        _ text: String, _ type: DNSRecordType, _ options: MappingReader
    ) -> String? {
        if let address = IPAddress(text) {
            if type == .ptr { return DNSName.reverse(of: address) }
            options.report(
                "wrong-value", "\"\(text)\" is an address, not a name",
                fix: "write a name, or type: PTR to find the name of the address", at: Keys.name)
            return nil
        }
        guard let name = DNSName.normal(text) else {
            options.report(
                "wrong-value", "\"\(text)\" cannot be a name",
                fix:
                    "names have letters, digits, hyphens and underscores, at most 63 between dots;"
                    + " write others in their ASCII form (xn--…)", at: Keys.name)
            return nil
        }
        return name
    }

    /// The values of an option as they are compared.
    ///
    /// Nil where one cannot be of the type, and then that is reported.
    private static func values(
        _ field: Field<[String]>, _ type: DNSRecordType, _ options: MappingReader
    ) -> [String]? {
        guard options.has(field) else { return [] }
        guard let values = options[field], !values.isEmpty else { return nil }
        let normal = values.map { type.normal($0) }
        for (value, normal) in zip(values, normal) where normal == nil {
            options.report(
                "wrong-value",
                "\"\(value)\" cannot be the value of a record of type \(type.rawValue)",
                fix: "such a value looks like \"\(type.example)\"", at: field)
        }
        let all = normal.compactMap { $0 }
        return all.count == values.count ? all : nil
    }

    private static func isConsistent(
        _ expected: Expected, _ type: DNSRecordType, _ options: MappingReader
    ) -> Bool {
        if options.has(Keys.within), type != .a, type != .aaaa {
            options.report(
                "wrong-value", "within is for addresses, but type is \(type.rawValue)",
                fix: "remove within, or ask for type A or AAAA", at: Keys.within)
            return false
        }
        let values = [Keys.contains, Keys.equals, Keys.lacks].first { options.has($0) }
        guard !expected.resolves, values != nil || options.has(Keys.within) else { return true }
        options.report(
            "wrong-value", "a name that must not resolve has no values to compare",
            fix: "remove resolves: false, or the values", at: Keys.resolves)
        return false
    }
}
