/// The types of DNS records that can be asked for.
package enum DNSRecordType: String, Hashable, Sendable, CaseIterable {
    case a = "A"
    case aaaa = "AAAA"
    case cname = "CNAME"
    case mx = "MX"
    case ns = "NS"
    case txt = "TXT"
    case srv = "SRV"
    case ptr = "PTR"
    case caa = "CAA"
    case soa = "SOA"

    /// The number of the type on the wire (IANA, DNS parameters).
    package var number: UInt16 {
        switch self {
        case .a: return 1
        case .ns: return 2
        case .cname: return 5
        case .soa: return 6
        case .ptr: return 12
        case .mx: return 15
        case .txt: return 16
        case .aaaa: return 28
        case .srv: return 33
        case .caa: return 257
        }
    }

    /// The value of a record of the type as an example, for messages.
    package var example: String {
        switch self {
        case .a: return "192.0.2.1"
        case .aaaa: return "2001:db8::1"
        case .cname, .ns, .ptr: return "host.example.org"
        case .mx: return "10 mail.example.org"
        case .txt: return "v=spf1 -all"
        case .srv: return "0 5 443 host.example.org"
        case .caa: return "0 issue ca.example.org"
        case .soa:
            return "ns1.example.org hostmaster.example.org 2026112701 7200 3600 1209600 300"
        }
    }

    /// The form in which values of the type are compared; nil for a text that cannot be one.
    ///
    /// Addresses are compared by their bits, names without regard to case or a final dot.
    package func normal(_ value: String) -> String? {
        switch self {
        case .a: return IPAddress(value).flatMap { $0.isIPv6 ? nil : $0.description }
        case .aaaa: return IPAddress(value).flatMap { $0.isIPv6 ? $0.description : nil }
        case .cname, .ns, .ptr: return DNSName.normal(value)
        case .mx: return Self.normal(value, numbers: 1)
        case .srv: return Self.normal(value, numbers: 3)
        // Zone files and dig(1) have quotes around strings, which are none of the value.
        case .txt:
            let isQuoted = value.utf8.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
            return isQuoted ? nil : value
        case .caa:
            let parts = value.split(separator: " ", maxSplits: 2).map(String.init)
            guard parts.count == 3, let flags = UInt8(parts[0]) else { return nil }
            return "\(flags) \(parts[1].lowercased()) \(Self.unquoted(parts[2]))"
        case .soa: return Self.normalStart(value)
        }
    }

    /// A part of a value in the form in which values are compared, and why no value could have it.
    package func normalPart(_ part: String) -> (normal: String, fault: String?) {
        switch self {
        case .a: return (part, nil)
        case .txt: return (part, DNSPart(part).faultOfText)
        case .caa: return (part, DNSPart(part).faultOfAuthorization)
        case .aaaa:
            return (part, "addresses have several forms: compare a whole one, or write within")
        case .cname, .ns, .ptr, .mx, .srv, .soa:
            return (
                part.lowercased(),
                part.hasSuffix(".") && part != "."
                    ? "names are compared without their final dot: leave it out" : nil
            )
        }
    }

    /// A pattern as it is held against values, and why it could fit none.
    ///
    /// Values are in the form in which they are compared, so that a pattern of names and addresses takes
    /// capital and small letters alike.
    package func normal(_ pattern: TextPattern) -> (normal: TextPattern, fault: String?) {
        switch self {
        case .a: return (pattern, nil)
        case .txt: return (pattern, DNSPart(pattern).faultOfText)
        case .aaaa: return (pattern.ignoringCase, nil)
        case .caa: return (pattern, DNSPart(pattern).faultOfAuthorization)
        case .cname, .ns, .ptr, .mx, .srv, .soa:
            let hasFinalDot = ["\\.", "[.]"].contains { dot in
                ["$", "\\z", "\\Z"].contains { pattern.description.hasSuffix(dot + $0) }
            }
            return (
                pattern.ignoringCase,
                hasFinalDot ? "names are compared without their final dot: leave it out" : nil
            )
        }
    }

    /// As zone files and dig(1) write a value, which is the same without its quotes.
    private static func unquoted(_ value: String) -> String {
        guard value.utf8.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }

    /// The name server, the mailbox as a name, and five numbers (RFC 1035, 3.3.13).
    private static func normalStart(_ value: String) -> String? {
        let parts = value.split(separator: " ").map(String.init)
        guard parts.count == 7 else { return nil }
        let names = parts.prefix(2).compactMap { $0 == "." ? "." : DNSName.normal($0) }
        let numbers = parts.dropFirst(2).compactMap { UInt32($0) }
        guard names.count == 2, numbers.count == 5 else { return nil }
        return (names + numbers.map(String.init)).joined(separator: " ")
    }

    /// Numbers up to 65535 and then a name.
    private static func normal(_ value: String, numbers: Int) -> String? {
        let parts = value.split(separator: " ").map(String.init)
        guard parts.count == numbers + 1, let name = parts.last else { return nil }
        let read = parts.dropLast().compactMap { UInt16($0) }
        guard read.count == numbers else { return nil }
        // A single dot says that there is no such service (RFC 2782, RFC 7505).
        guard let target = name == "." ? "." : DNSName.normal(name) else { return nil }
        return (read.map(String.init) + [target]).joined(separator: " ")
    }
}
