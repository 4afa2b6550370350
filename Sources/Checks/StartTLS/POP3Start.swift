/// TLS over POP3 (RFC 2595 section 4).
struct POP3Start: Preamble {
    func speak(over connection: Connection) throws(ExchangeFailure) {
        let greeting = try connection.line()
        guard greeting.starts(with: "+OK".utf8) else { throw StartTLS.foreign(greeting) }
        try connection.send("CAPA\r\n".utf8)
        guard try connection.line().starts(with: "+OK".utf8) else { throw StartTLS.notOffered }
        var isOffered = false
        for _ in 0..<100 {
            let line = try connection.line()
            guard line != [UInt8(ascii: ".")] else {
                guard isOffered else { throw StartTLS.notOffered }
                try connection.send("STLS\r\n".utf8)
                let answer = try connection.line()
                guard answer.starts(with: "+OK".utf8) else { throw StartTLS.refused(answer) }
                return
            }
            if String(decoding: line, as: UTF8.self).uppercased() == "STLS" { isOffered = true }
        }
        throw .refused("a list of capabilities without end")
    }
}
