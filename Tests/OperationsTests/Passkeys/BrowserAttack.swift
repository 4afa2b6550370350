import Crypto
import Rollout
import Testing

/// Something that an attacker makes of what a browser sends; each is refused wherever it is sent.
struct BrowserAttack: Sendable, CustomTestStringConvertible {
    let name: String
    let way: @Sendable (Use) -> SoftwarePasskey.Way

    /// What a passkey is used for.
    enum Use: String, Sendable, CaseIterable, CustomTestStringConvertible {
        case enrolment, signIn, statement

        var testDescription: String { rawValue }

        /// A purpose that it is not.
        var others: [SignatureNamespace] {
            switch self {
            case .enrolment: [.signIn, .statement]
            case .signIn: [.statement, .enrolment]
            case .statement: [.signIn, .enrolment]
            }
        }
    }

    var testDescription: String { name }

    private init(_ name: String, _ change: @escaping @Sendable (inout SoftwarePasskey.Way) -> Void)
    {
        self.name = name
        way = { _ in
            var way = SoftwarePasskey.Way()
            change(&way)
            return way
        }
    }

    private init(purpose place: Int) {
        name = "signed for another purpose (\(place + 1))"
        way = { use in SoftwarePasskey.Way(namespace: use.others[place]) }
    }

    private static func sent(
        _ name: String, _ change: @escaping @Sendable (inout SoftwarePasskey.Parts) -> Void
    ) -> BrowserAttack {
        BrowserAttack(name) { $0.change = change }
    }

    static let all: [BrowserAttack] =
        [
            BrowserAttack("nobody touched it") { $0.flags = 0x04 },
            BrowserAttack("it asked for no PIN") { $0.flags = 0x01 },
            BrowserAttack("neither of both") { $0.flags = 0x00 },
            BrowserAttack("backed up, and not to be") { $0.flags = 0x15 },
            BrowserAttack("a new credential within it") { $0.flags = 0x5D },
            BrowserAttack("extensions that are not there") { $0.flags = 0x9D },
            BrowserAttack("extensions that nothing tells of") { $0.extensions = [0xA0] },
            BrowserAttack("another site") { $0.origin = "https://evil.example" },
            BrowserAttack("another port") { $0.origin = "https://ready.example:8443" },
            BrowserAttack("without TLS") { $0.origin = "http://ready.example" },
            BrowserAttack("a site below") { $0.origin = "https://x.ready.example" },
            BrowserAttack("a site that looks alike") { $0.origin = "https://ready.example." },
            BrowserAttack("the making of a passkey") {
                $0.start = #"{"type":"webauthn.create","challenge":"#
            },
            BrowserAttack("a payment") { $0.start = #"{"type":"payment.get","challenge":"# },
            BrowserAttack("keys in another order") {
                $0.start = #"{"origin":"https://ready.example","type":"webauthn.get","challenge":"#
            },
            BrowserAttack("within a page of others") { $0.rest = #","crossOrigin":true}"# },
            BrowserAttack("crossOrigin as a text") { $0.rest = #","crossOrigin":"false"}"# },
            BrowserAttack("below a page of others") {
                $0.rest = #","crossOrigin":false,"topOrigin":"https://evil.example"}"#
            },
            BrowserAttack("the origin twice") {
                $0.rest = #","crossOrigin":false,"origin":"https://evil.example"}"#
            },
            BrowserAttack("the challenge twice") { $0.rest = #","challenge":"AAAA"}"# },
            BrowserAttack("words that do not end") { $0.rest = "" },
            BrowserAttack("something behind the words") { $0.rest = #","crossOrigin":false}x"# },
            BrowserAttack("the origin in other letters") {
                $0.origin = #"https:\/\/ready.example"#
            },
            BrowserAttack("an origin that writes keys") {
                $0.origin = #"https://evil.example","x":"https://ready.example"#
            },
            BrowserAttack("another text") { $0.text = "I say something else." },
            BrowserAttack("another challenge") { $0.challenge = { _ in [1, 2, 3] } },
            BrowserAttack("no challenge") { $0.challenge = { _ in [] } },
            BrowserAttack("the hash of what is to be signed") {
                $0.challenge = { Array(SHA256.hash(data: $0)) }
            },
            BrowserAttack("more than is to be signed") { $0.challenge = { $0 + [0] } },
            BrowserAttack("another hash of the text") { $0.isSHA512 = false },
            BrowserAttack("a passkey of another host") { $0.host = "evil.example" },
            BrowserAttack("a passkey of the domain") { $0.host = "example" },
            BrowserAttack("another key") { $0.signer = P256.Signing.PrivateKey() },
            sent("a bit of the signature") { $0.signature[$0.signature.count - 1] ^= 1 },
            sent("a signature in another form") { $0.signature.removeFirst() },
            sent("no signature") { $0.signature = [] },
            sent("the counter, changed") { $0.authenticatorData[36] ^= 1 },
            sent("the flags, changed") { $0.authenticatorData[32] ^= 0x08 },
            sent("the host, changed") { $0.authenticatorData[0] ^= 1 },
            sent("data that is cut off") { $0.authenticatorData.removeLast() },
            sent("no data") { $0.authenticatorData = [] },
            sent("words that are no JSON") { $0.clientData = Array("origin".utf8) },
            sent("words with a blank") { $0.clientData.insert(32, at: 1) },
            sent("words in UTF-16") { parts in
                parts.clientData = parts.clientData.flatMap { [$0, 0] }
            },
        ] + [BrowserAttack(purpose: 0), BrowserAttack(purpose: 1)]
}
