/// TLS over SMTP (RFC 3207).
struct SMTPStart: Preamble {
    func speak(over connection: Connection) throws(ExchangeFailure) {
        let dialogue = SMTPDialogue(connection: connection)
        _ = try dialogue.greeting()
        guard try dialogue.capabilities().contains("STARTTLS") else { throw StartTLS.notOffered }
        try dialogue.startTLS()
    }
}
