import CanonicalJSON

/// The protocols that begin in plain bytes and change over to TLS on demand.
package enum StartTLS: String, Hashable, Sendable, CaseIterable {
    case smtp, imap, pop3, ldap, xmpp, postgres, mysql, sieve

    /// The port that the protocol usually has.
    package var port: Int {
        switch self {
        case .smtp: return 25
        case .imap: return 143
        case .pop3: return 110
        case .ldap: return 389
        case .xmpp: return 5222
        case .postgres: return 5432
        case .mysql: return 3306
        case .sieve: return 4190
        }
    }

    /// What is said until TLS may begin; the host is named where the protocol has a word for that.
    package func preamble(to host: String) -> any Preamble {
        switch self {
        case .smtp: return SMTPOpening()
        case .imap: return IMAPStart()
        case .pop3: return POP3Start()
        case .ldap: return LDAPStart()
        case .xmpp: return XMPPStart(host: host)
        case .postgres: return PostgresStart()
        case .mysql: return MySQLStart()
        case .sieve: return SieveStart()
        }
    }

    /// Where a server does not offer what is asked of it.
    static let notOffered = ExchangeFailure.refused("no offer of TLS")

    /// Where a server says no, in its own words.
    static func refused(_ line: some Collection<UInt8>) -> ExchangeFailure {
        .refused("a refusal of TLS: \(ForeignText.clean(line, limit: 80))")
    }

    /// Where a server speaks something else.
    static func foreign(_ line: some Collection<UInt8>) -> ExchangeFailure {
        .refused("another protocol: \(ForeignText.clean(line, limit: 80))")
    }
}
