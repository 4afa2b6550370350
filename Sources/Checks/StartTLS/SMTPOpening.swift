import Synchronization

/// TLS over SMTP, noting what is said before it.
final class SMTPOpening: Preamble {
    /// What a server says of itself.
    struct Notes: Hashable {
        /// As it came, of several lines with blanks between.
        var greeting: [UInt8]?
        /// In plain bytes; nil where they were not asked for.
        var capabilities: [String]?
    }

    private let state = Mutex(Notes())

    var notes: Notes { state.withLock { $0 } }

    func speak(over connection: Connection) throws(ExchangeFailure) {
        let dialogue = SMTPDialogue(connection: connection)
        let greeting = try dialogue.greeting()
        state.withLock { $0.greeting = greeting.whole }
        let capabilities = try dialogue.capabilities()
        state.withLock { $0.capabilities = capabilities }
        guard capabilities.contains("STARTTLS") else { throw StartTLS.notOffered }
        try dialogue.startTLS()
    }
}
