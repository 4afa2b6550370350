/// TLS over ManageSieve (RFC 5804 section 2.2).
struct SieveStart: Preamble {
    func speak(over connection: Connection) throws(ExchangeFailure) {
        var isOffered = false
        for _ in 0..<100 {
            let line = try connection.line()
            let text = String(decoding: line, as: UTF8.self).uppercased()
            if text == "OK" || text.hasPrefix("OK ") {
                guard isOffered else { throw StartTLS.notOffered }
                try connection.send("STARTTLS\r\n".utf8)
                let answer = try connection.line()
                guard answer.starts(with: "OK".utf8) else { throw StartTLS.refused(answer) }
                return
            }
            guard text.hasPrefix("\"") else { throw StartTLS.foreign(line) }
            if text.hasPrefix("\"STARTTLS\"") { isOffered = true }
        }
        throw .refused("a list of capabilities without end")
    }
}
