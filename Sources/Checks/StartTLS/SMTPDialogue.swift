/// Says commands of SMTP and reads the replies (RFC 5321).
struct SMTPDialogue {
    /// A reply of one or more lines.
    struct Reply: Hashable {
        let code: Int
        /// Without the code, as they came.
        let texts: [[UInt8]]

        /// The same for people; nothing of them is cut, as what is behind a cut would be judged as if
        /// it were not there.
        var lines: [String] { texts.map { ForeignText.clean($0, limit: $0.count) } }

        /// All lines as one, with blanks between.
        var whole: [UInt8] { Array(texts.joined(separator: [UInt8(ascii: " ")])) }

        /// The code with the beginning of the first line.
        var words: String { "\(code) \(ForeignText.clean(texts.first ?? [], limit: 80))" }
    }

    let connection: Connection

    /// More lines than any server has capabilities.
    private static let lineLimit = 100

    /// The next reply; `refused` where what comes is none.
    func reply() throws(ExchangeFailure) -> Reply {
        var texts: [[UInt8]] = []
        var code: Int?
        while texts.count < Self.lineLimit {
            let line = try connection.line()
            let number = line.prefix(3)
            guard number.count == 3, number.allSatisfy({ (48...57).contains($0) }),
                let read = Int(String(decoding: number, as: UTF8.self)), code ?? read == read
            else { throw StartTLS.foreign(line) }
            code = read
            texts.append(Array(line.dropFirst(4)))
            let mark = line.dropFirst(3).first
            if mark == nil || mark == UInt8(ascii: " ") { return Reply(code: read, texts: texts) }
            guard mark == UInt8(ascii: "-") else { throw StartTLS.foreign(line) }
        }
        throw .refused("a reply without end")
    }

    func say(_ command: String) throws(ExchangeFailure) -> Reply {
        try connection.send(Array((command + "\r\n").utf8))
        return try reply()
    }

    /// The first word of the server, which it says unasked.
    func greeting() throws(ExchangeFailure) -> Reply {
        let greeting = try reply()
        guard greeting.code == 220 else {
            throw .refused("no welcome: \(greeting.words)")
        }
        return greeting
    }

    /// What the server offers, in capital letters, each with its parameters; nil where it knows no
    /// extensions.
    func capabilities() throws(ExchangeFailure) -> [String] {
        let reply = try say("EHLO readiness.invalid")
        guard reply.code == 250 else { throw .refused("no capabilities: \(reply.words)") }
        return reply.lines.dropFirst().map { $0.uppercased() }
    }

    /// Asks for TLS; what follows is the handshake.
    func startTLS() throws(ExchangeFailure) {
        let reply = try say("STARTTLS")
        guard reply.code == 220 else { throw StartTLS.refused(Array(reply.words.utf8)) }
    }
}
