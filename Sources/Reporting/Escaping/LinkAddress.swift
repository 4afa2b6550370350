import Characters

/// Addresses of outside that a report may link to.
enum LinkAddress {
    /// The address with what could end it encoded; nil unless it is http, https or mailto.
    static func encoded(_ url: String) -> String? {
        let schemes = ["http://", "https://", "mailto:"]
        let lower = url.lowercased()
        guard schemes.contains(where: { lower.utf8.starts(with: $0.utf8) }) else { return nil }
        var address = ""
        for scalar in url.unicodeScalars {
            switch scalar {
            case "<", ">", "\\", "|", "`", " ", "\"": address += percentEncoded(scalar)
            case _ where !scalar.isASCII || VisibleText.isHidden(scalar):
                address += percentEncoded(scalar)
            default: address.unicodeScalars.append(scalar)
            }
        }
        return address
    }

    private static func percentEncoded(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
