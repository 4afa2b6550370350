import Checks
import Fuzzing

// Heads of answers, and what they lead to: bounded and clean, and a redirect is an address that is
// read as the same one again.
fuzz { bytes in
    var head = HTTPHead()
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
        if case .refused(let words) = head.read(line + [10]) {
            requireClean(words)
            return
        }
    }
    precondition(head.fields.count <= 1000)
    precondition(head.status == 0 || (100...599).contains(head.status))
    for field in head.fields {
        requireClean(field.name)
        requireClean(field.value, atMost: 256 << 10)
        guard let base = HTTPAddress("https://mail.example.test/a/b?c"),
            let next = base.following(field.value)
        else { continue }
        precondition(next.target.hasPrefix("/") && !next.target.contains("\\"))
        precondition(!next.origin.dropFirst(8).contains { "/@?#\\".contains($0) })
        precondition(HTTPAddress(next.description) == next, next.description)
    }
    let response = HTTPResponse(
        version: head.version, status: head.status, fields: head.fields)
    for sign in [HTTPRedirects.Sign.location, .activeSync] {
        var redirects = HTTPRedirects()
        redirects.sign = sign
        for reference in redirects.references(in: response) {
            precondition([301, 302, 303, 307, 308, 451].contains(head.status))
            precondition(head.fields.contains { $0.value == reference })
        }
    }
}
