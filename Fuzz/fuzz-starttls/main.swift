import Checks
import Fuzzing

// Servers of each protocol that begins in plain bytes: TLS begins only where they said yes, and with
// nothing left over that they said before.
fuzz { bytes in
    guard let first = bytes.first else { return }
    let kind = StartTLS.allCases[Int(first) % StartTLS.allCases.count]
    let said = Array(bytes.dropFirst())
    let peer = HostilePeer(saying: said)
    do throws(ExchangeFailure) {
        try kind.preamble(to: "mail.example.test").speak(over: peer.connection)
    } catch {
        precondition(error != .timedOut)
        return requireClean(error.name, atMost: 1000)
    }
    // By bytes: an accent may stand on a letter.
    let capitals = said.map { (97...122).contains($0) ? $0 - 32 : $0 }
    for word in kind.consent {
        let bytes = Array(word.utf8)
        precondition(capitals.contains(bytes) || said.contains(bytes), "\(kind)")
    }
    if (try? peer.connection.expectSilence()) != nil { precondition(peer.isDrained) }
}

extension StartTLS {
    /// What a server cannot say yes without.
    fileprivate var consent: [String] {
        switch self {
        case .smtp: return ["220", "250", "STARTTLS"]
        case .imap: return ["* OK", "STARTTLS", "A1 ", "A2 OK"]
        case .pop3: return ["+OK", "STLS"]
        case .sieve: return ["OK", "\"STARTTLS\""]
        case .ldap: return ["\u{2}\u{1}\u{1}x", "\u{a}\u{1}\u{0}"]
        case .xmpp: return ["<PROCEED", "XMPP-TLS", "STREAM:FEATURES"]
        case .postgres: return ["S"]
        case .mysql: return ["\u{a}"]
        }
    }
}
