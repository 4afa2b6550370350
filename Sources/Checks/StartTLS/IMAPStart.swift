/// TLS over IMAP (RFC 9051 section 6.2.1).
struct IMAPStart: Preamble {
    func speak(over connection: Connection) throws(ExchangeFailure) {
        let greeting = try connection.line()
        // Who is logged in already cannot change over any more.
        guard greeting.starts(with: "* OK".utf8) else { throw StartTLS.foreign(greeting) }
        try connection.send("a1 CAPABILITY\r\n".utf8)
        var isOffered = false
        while true {
            let line = try connection.line()
            if line.starts(with: "a1 ".utf8) { break }
            guard line.starts(with: "* ".utf8) else { throw StartTLS.foreign(line) }
            let words = String(decoding: line, as: UTF8.self).uppercased().split(separator: " ")
            if words.dropFirst().first == "CAPABILITY", words.contains("STARTTLS") {
                isOffered = true
            }
        }
        guard isOffered else { throw StartTLS.notOffered }
        try connection.send("a2 STARTTLS\r\n".utf8)
        let answer = try connection.line()
        guard answer.starts(with: "a2 OK".utf8) else { throw StartTLS.refused(answer) }
    }
}
