/// An answer to a request.
package struct HTTPResponse: Hashable, Sendable {
    /// Such as `1.1` or `2`.
    package let version: String
    package let status: Int
    /// In their order; those of trailers are not among them.
    package let fields: [HTTPField]
    /// After decompression.
    package let body: CapturedText
    /// More than the limit came, so that the rest was not waited for.
    package let isStopped: Bool
    /// The body is encoded, and not a byte of it came.
    package let lacksStream: Bool

    package init(
        version: String = "1.1", status: Int, fields: [HTTPField] = [],
        body: CapturedText = CapturedText(limit: 0), isStopped: Bool = false,
        lacksStream: Bool = false
    ) {
        self.version = version
        self.status = status
        self.fields = fields
        self.body = body
        self.isStopped = isStopped
        self.lacksStream = lacksStream
    }

    /// Statuses whose answers have no body, whatever their heads say (RFC 9110 section 6.4.1).
    static let bodilessStatuses = [204, 304]

    /// Why there is no body to be judged, in a few words; nil where there is one, be it empty.
    package var bodyMissing: String? {
        if Self.bodilessStatuses.contains(status) {
            return "no body: the status \(status) has none"
        }
        return lacksStream ? "no body: not a byte of what its encoding announces came" : nil
    }

    /// The values of all fields of a name as one, as recipients take them (RFC 9110 section 5.2);
    /// nil where there is none.
    package func bytes(of name: String) -> [UInt8]? {
        let values = fields.filter { $0.isNamed(name) }.map(\.bytes)
        return values.isEmpty ? nil : Array(values.joined(separator: Array(", ".utf8)))
    }

    /// The same for people: on one line, with what cannot be seen shown.
    package func value(of name: String) -> String? {
        bytes(of: name).map { ForeignText.clean($0, limit: $0.count) }
    }
}
