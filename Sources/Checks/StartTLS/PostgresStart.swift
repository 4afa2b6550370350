/// TLS with PostgreSQL (its documentation, "SSL Session Encryption").
struct PostgresStart: Preamble {
    func speak(over connection: Connection) throws(ExchangeFailure) {
        try connection.send([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])
        let answer = try connection.bytes(1)
        switch answer[0] {
        case UInt8(ascii: "S"): return
        case UInt8(ascii: "N"): throw StartTLS.notOffered
        case UInt8(ascii: "E"): throw .refused("a refusal of TLS by an error of the server")
        default: throw StartTLS.foreign(answer)
        }
    }
}
