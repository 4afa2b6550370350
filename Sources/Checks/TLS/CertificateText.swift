/// Makes text that a stranger chose safe to keep: UTF-8 without control characters, of bounded
/// length.
package enum CertificateText {
    /// The bytes as text; what is no UTF-8 becomes U+FFFD, what would steer a terminal or the
    /// direction of writing its number.
    package static func clean(_ bytes: some Collection<UInt8>, limit: Int = 300) -> String {
        var result = ""
        var count = 0
        // Four bytes for a character at most, so that a text of megabytes is not decoded to be cut.
        for scalar in String(decoding: bytes.prefix(limit * 4 + 4), as: UTF8.self).unicodeScalars {
            if count == limit { return result + "…" }
            count += 1
            if steers(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
