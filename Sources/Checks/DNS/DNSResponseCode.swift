/// What a name server says about a question as a whole (IANA, DNS parameters).
package struct DNSResponseCode: Hashable, Sendable, CustomStringConvertible {
    package let number: UInt16

    package static let noError = DNSResponseCode(number: 0)
    package static let serverFailure = DNSResponseCode(number: 2)
    package static let noSuchName = DNSResponseCode(number: 3)
    package static let refused = DNSResponseCode(number: 5)

    /// The codes that can be asked for by their names.
    package static let named: [String: DNSResponseCode] = Dictionary(
        uniqueKeysWithValues: (1...5).map(DNSResponseCode.init(number:)).map {
            ($0.description, $0)
        })

    package init(number: UInt16) {
        self.number = number
    }

    package var description: String {
        let names = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"]
        if number == 16 { return "BADVERS" }
        return Int(number) < names.count ? names[Int(number)] : "RCODE\(number)"
    }
}
