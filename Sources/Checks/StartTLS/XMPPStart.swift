/// TLS over XMPP (RFC 6120 section 5).
struct XMPPStart: Preamble {
    let host: String

    func speak(over connection: Connection) throws(ExchangeFailure) {
        // The host is a name or an address, so that nothing in it has a meaning in XML.
        let head =
            "<?xml version='1.0'?><stream:stream to='\(host)' version='1.0' xmlns='jabber:client'"
            + " xmlns:stream='http://etherx.jabber.org/streams'>"
        try connection.send(head.utf8)
        let features = try connection.bytes(through: [
            "</stream:features>", "<stream:features/>", "</stream:error>",
        ])
        let text = features.text
        guard features.isFound, text.contains("<stream:stream") else {
            throw StartTLS.foreign(Array(text.utf8))
        }
        guard !text.contains("<stream:error") else {
            throw StartTLS.refused(Array(text.utf8.suffix(80)))
        }
        guard text.contains("urn:ietf:params:xml:ns:xmpp-tls") else { throw StartTLS.notOffered }
        try connection.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>".utf8)
        let answer = try connection.bytes(through: ["/>", "</proceed>"])
        guard answer.isFound, answer.text.contains("<proceed") else {
            throw StartTLS.refused(Array(answer.text.utf8))
        }
    }
}
