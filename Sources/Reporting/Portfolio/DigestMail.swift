import Characters
package import Rollout

/// A mail (RFC 5322) to one person: what changed, what lapses and what is to be done in every rollout
/// that asks something of them.
package struct DigestMail: Sendable {
    private let person: Principal
    private let sender: String
    private let within: Duration

    package init(to person: Principal, from sender: String, within: Duration) {
        self.person = person
        self.sender = sender
        self.within = within
    }

    /// Whether a mail can be from it, or to it.
    package static func isAddress(_ text: String) -> Bool { MailText.isAddress(text) }

    /// Nil where there is nothing to tell.
    package func bytes(_ reports: [ReportInput]) -> [UInt8]? {
        guard let asOf = reports.map(\.assessment.asOf).max() else { return nil }
        let digest = DigestDocument(person: person, within: within)
        guard let document = digest.document(reports) else { return nil }
        let text = PlainWriter.text(document)
        let html = HTMLPage.text(title: digest.subject(reports), body: HTMLWriter.body(document))
        let id = String(
            ContentDigest(of: Array(text.utf8) + Array(person.text.utf8)).hex.prefix(32))
        var mail = ""
        func header(_ name: String, _ value: String) { mail += "\(name): \(value)\r\n" }
        header("From", "<\(MailText.address(sender))>")
        header("To", "<\(MailText.address(person.text))>")
        header("Subject", MailText.words(digest.subject(reports)))
        header("Date", MailText.date(asOf))
        header("Message-ID", "<\(id)@readiness.invalid>")
        header("MIME-Version", "1.0")
        header("Content-Type", "multipart/alternative; boundary=\"readiness-\(id)\"")
        for (type, body) in [("plain", text), ("html", html)] {
            mail += "\r\n--readiness-\(id)\r\n"
            header("Content-Type", "text/\(type); charset=utf-8")
            header("Content-Transfer-Encoding", "base64")
            mail += "\r\n\(MailText.lines(body))"
        }
        mail += "\r\n--readiness-\(id)--\r\n"
        return Array(mail.utf8)
    }
}
