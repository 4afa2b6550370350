import Checks
import Fields
import Testing

@Suite("What is asked of TLS is a mistake where there is none")
struct PlainSessionTests {
    private static let ofTLS = [
        "server-name: a.test", "minimum-version: 1.3", "maximum-version: 1.2", "alpn: smtp",
        "ca-file: a.pem", "verify: true", "expires: {fail: 9d}", "issuer: A",
        "public-key: \(String(repeating: "0", count: 64))", "key-type: EC",
        "key-bits: {minimum: 256}", "client-certificate: requested", "client-authorities: A",
    ]

    @Test("of a mail server", arguments: ofTLS)
    func smtp(_ option: String) throws {
        let key = option.prefix { $0 != ":" }
        let (check, mistakes) = try CheckKind.smtp.reading(
            "{host: a.test, security: none, \(option)}")
        #expect(check == nil)
        #expect(mistakes == ["\(key) is about TLS, and security: none asks for no TLS"])
    }

    @Test("and the list of what is asked of it is whole")
    func whole() {
        let keys = Set(Self.ofTLS.map { String($0.prefix { $0 != ":" }) })
        let all = CheckKind.tls.shape.fields.map(\.key)
        #expect(keys.isSubset(of: all))
        let shared = Set(CheckKind.smtp.shape.fields.map(\.key)).intersection(all)
        #expect(
            shared.subtracting(keys).isSubset(of: CheckKind.udp.shape.fields.map(\.key)),
            "\(shared)")
    }
}
