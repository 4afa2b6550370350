/// TLS with MySQL and MariaDB (their documentation, "Connection Phase").
struct MySQLStart: Preamble {
    /// `CLIENT_SSL`, `CLIENT_PROTOCOL_41` and `CLIENT_SECURE_CONNECTION` of the capabilities, then the
    /// largest packet, a character set and reserved bytes.
    private static let request: [UInt8] =
        [0x20, 0, 0, 1, 0, 0x8a, 0, 0, 0, 0, 0, 1, 0x21] + [UInt8](repeating: 0, count: 23)

    func speak(over connection: Connection) throws(ExchangeFailure) {
        let head = try connection.bytes(4)
        let count = Int(head[0]) | Int(head[1]) << 8 | Int(head[2]) << 16
        guard (1...4096).contains(count) else { throw StartTLS.foreign(head) }
        let body = try connection.bytes(count)
        if body[0] == 0xff {
            throw StartTLS.refused(body.dropFirst(3))
        }
        // The version of the protocol, the version of the server, and behind it 13 bytes.
        guard head[3] == 0, body[0] == 10, let end = body.firstIndex(of: 0), end + 15 < body.count
        else { throw StartTLS.foreign(head + body) }
        let capabilities = Int(body[end + 14]) | Int(body[end + 15]) << 8
        guard capabilities & 0x0800 != 0 else { throw StartTLS.notOffered }
        try connection.send(Self.request)
    }
}
