/// What a name server says about a question as a whole (IANA, DNS parameters).
package struct DNSResponseCode: Hashable, Sendable, CustomStringConvertible {
    package let number: UInt16

    package static let noError = DNSResponseCode(number: 0)
    package static let noSuchName = DNSResponseCode(number: 3)
    package static let refused = DNSResponseCode(number: 5)

    package init(number: UInt16) {
        self.number = number
    }

    package var description: String {
        let names = ["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"]
        if number == 16 { return "BADVERS" }
        return Int(number) < names.count ? names[Int(number)] : "RCODE\(number)"
    }
}
