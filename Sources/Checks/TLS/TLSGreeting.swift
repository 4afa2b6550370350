/// Tells by the first bytes what a server speaks where it does not speak TLS.
enum TLSGreeting {
    private static let greetings: [(start: String, name: String)] = [
        ("HTTP/", "plain HTTP"), ("<!DOCTYPE", "plain HTML"), ("<html", "plain HTML"),
        ("SSH-", "SSH"), ("220", "a mail or FTP greeting"), ("421", "a mail or FTP refusal"),
        ("554", "a mail refusal"), ("* OK", "an IMAP greeting"), ("+OK", "a POP3 greeting"),
        ("-ERR", "a refusal in plain text"), ("RFB ", "VNC"),
    ]

    /// What the bytes look like; nil where they may begin a TLS record, or there are none.
    static func name(of bytes: [UInt8]) -> String? {
        guard let first = bytes.first, !isRecord(first, bytes.dropFirst().first) else { return nil }
        return greetings.first { bytes.starts(with: $0.start.utf8) }?.name ?? "another protocol"
    }

    /// A record has a type of 20 to 23 and the major version 3 (RFC 8446 section 5.1).
    private static func isRecord(_ type: UInt8, _ version: UInt8?) -> Bool {
        (20...23).contains(type) && (version ?? 3) == 3
    }
}
