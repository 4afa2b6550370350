/// A port, or a range of them, with the protocol that carries it.
struct ServicePort: Hashable {
    enum Transport: String, Hashable {
        case tcp = "TCP"
        case udp = "UDP"
    }

    let transport: Transport
    let first: Int
    let last: Int
    /// Whether the text names a protocol that speaks TLS from the first byte.
    var isTLS = false

    init?(_ transport: Transport, _ first: Int, to last: Int? = nil, isTLS: Bool = false) {
        let last = last ?? first
        guard first >= 1, first <= last, last <= 65_535 else { return nil }
        self.transport = transport
        self.first = first
        self.last = last
        self.isTLS = isTLS
    }

    /// `8443`, `50000-50059`.
    var number: String { first == last ? "\(first)" : "\(first)-\(last)" }

    /// The protocol that is spoken on a usual port until TLS may begin; nil for other ports.
    var startTLS: String? {
        switch first {
        case 25, 587: "smtp"
        case 110: "pop3"
        case 143: "imap"
        case 389: "ldap"
        case 4190: "sieve"
        case 5222: "xmpp"
        case 5432: "postgres"
        case 3306: "mysql"
        default: nil
        }
    }

    /// Whether what usually speaks there speaks TLS from the first byte (IANA service names).
    var isUsuallyTLS: Bool { [465, 636, 853, 990, 993, 995, 5061].contains(first) }

    /// Whether it is that of NTP, which the check of a clock speaks.
    var isTime: Bool { transport == .udp && first == 123 && last == 123 }

    /// A datagram that any server of a usual port answers, in hexadecimal digits; nil where nobody
    /// knows one.
    ///
    /// On 3478 it is a binding request of STUN (RFC 8489 section 5) with a transaction id of zeros.
    var request: String? {
        transport == .udp && first == last && first == 3478
            ? "000100002112a442000000000000000000000000" : nil
    }
}

extension ServicePort {
    /// The usual ports of protocols that texts name in place of a number (IANA service names).
    static func usual(of name: String) -> ServicePort? {
        switch name {
        case "https", "wss": ServicePort(.tcp, 443, isTLS: true)
        case "smtps": ServicePort(.tcp, 465, isTLS: true)
        case "smtp": ServicePort(.tcp, 25)
        case "imaps": ServicePort(.tcp, 993, isTLS: true)
        case "imap": ServicePort(.tcp, 143)
        case "pop3s": ServicePort(.tcp, 995, isTLS: true)
        case "ldaps": ServicePort(.tcp, 636, isTLS: true)
        case "ldap": ServicePort(.tcp, 389)
        case "ssh", "sftp": ServicePort(.tcp, 22)
        case "rdp": ServicePort(.tcp, 3389)
        case "ntp": ServicePort(.udp, 123)
        case "stun": ServicePort(.udp, 3478)
        default: nil
        }
    }

    /// The port of the scheme of an address; nil for other schemes.
    static func ofScheme(_ scheme: some StringProtocol) -> ServicePort? {
        let name = scheme.lowercased()
        return name == "http" || name == "ws" ? ServicePort(.tcp, 80) : usual(of: name)
    }
}
