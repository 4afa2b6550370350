import Checks

/// The dialogue before TLS of a made-up protocol: a greeting, `STARTTLS`, and an answer.
struct FakePreamble: Preamble {
    func speak(over connection: Connection) throws(ExchangeFailure) {
        let greeting = try connection.line()
        guard greeting.starts(with: "220".utf8) else { throw .refused("no greeting") }
        try connection.send("STARTTLS\r\n".utf8)
        let answer = try connection.line()
        guard answer.starts(with: "220".utf8) else {
            throw .refused("answers " + String(decoding: answer, as: UTF8.self))
        }
    }
}
