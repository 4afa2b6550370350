extension HTTPHead {
    /// Why it cannot be told where the body ends, so that two readers may take it for two different
    /// answers (RFC 9112 section 6); nil where it can.
    var ambiguity: String? {
        let lengths = values(of: "content-length")
        if let codings = values(of: "transfer-encoding") {
            guard version == "1.1" else { return "a transfer encoding of HTTP/\(version)" }
            // Nothing but chunks is ever asked for.
            guard codings == ["chunked"] else { return "a transfer encoding that is not chunked" }
            return lengths == nil ? nil : "chunks beside a length of the body"
        }
        guard let lengths else { return nil }
        let numbers = Set(lengths.map { $0.drop { $0 == "0" } })
        guard lengths.allSatisfy(Self.isNumber) else { return "a length of the body that is none" }
        return numbers.count == 1 ? nil : "several lengths of the body"
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// The content codings (RFC 9110 section 8.4), without those that change nothing.
    var contentCodings: [String] {
        (values(of: "content-encoding") ?? []).filter { !["", "identity"].contains($0) }
    }

    /// The members of all fields of a name; nil where there is none.
    private func values(of name: String) -> [String]? {
        let found = fields.filter { $0.isNamed(name) }
        return found.isEmpty
            ? nil
            : found.flatMap { field in
                String(decoding: field.bytes, as: UTF8.self)
                    .split(separator: ",", omittingEmptySubsequences: false).map {
                        $0.lowercased().split { $0 == " " || $0 == "\t" }.joined(separator: " ")
                    }
            }
    }
}
