/// TLS over LDAP (RFC 4511 section 4.14).
struct LDAPStart: Preamble {
    /// An extended request with the name of StartTLS.
    private static let request: [UInt8] =
        [0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16]
        + Array("1.3.6.1.4.1.1466.20037".utf8)

    func speak(over connection: Connection) throws(ExchangeFailure) {
        try connection.send(Self.request)
        let head = try connection.bytes(2)
        guard head[0] == 0x30 else { throw StartTLS.foreign(head) }
        let body = try connection.bytes(try length(head[1], connection))
        guard let code = Self.resultCode(body) else { throw StartTLS.foreign(head + body) }
        guard code == 0 else { throw .refused("a refusal of TLS with the result code \(code)") }
    }

    /// The length of what follows, whose first byte was read.
    private func length(
        _ first: UInt8, _ connection: Connection
    ) throws(ExchangeFailure) -> Int {
        guard first & 0x80 != 0 else { return Int(first) }
        let count = Int(first & 0x7f)
        guard (1...2).contains(count) else { throw .refused("an answer that is none of LDAP") }
        return try connection.bytes(count).reduce(0) { $0 << 8 | Int($1) }
    }

    /// The result of an extended response to our request; nil where the bytes are none.
    private static func resultCode(_ body: [UInt8]) -> Int? {
        guard body.count >= 8, body.starts(with: [0x02, 0x01, 0x01, 0x78]) else { return nil }
        var place = 5
        // The length may be written in more bytes than it needs.
        if body[4] & 0x80 != 0 { place += Int(body[4] & 0x7f) }
        guard place + 2 < body.count, body[place] == 0x0a, body[place + 1] == 1 else { return nil }
        return Int(body[place + 2])
    }
}
