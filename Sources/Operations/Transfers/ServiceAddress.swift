package import Checks

/// Addresses of services that the program sends something to, or fetches from.
package enum ServiceAddress {
    /// Why a text is no such address.
    package enum Mistake: Error, Hashable, Sendable {
        /// It is no URL of http or https, or has a user name or characters beside ASCII.
        case unreadable
        /// Everybody on the way could read what is said there.
        case insecure
        /// It has a path or a query, where the address of a server alone is wanted.
        case notABase
    }

    /// Reads a URL of https, or of http on an address of loopback; blanks around it do not count.
    package static func read(_ text: String) throws(Mistake) -> HTTPAddress {
        let bytes = Array(text.utf8.drop { $0 <= 32 })
        let end = bytes.lastIndex { $0 > 32 }.map { $0 + 1 } ?? 0
        guard let address = HTTPAddress(String(decoding: bytes[..<end], as: UTF8.self)) else {
            throw .unreadable
        }
        guard address.isSecure || address.isLoopback else { throw .insecure }
        return address
    }
}
