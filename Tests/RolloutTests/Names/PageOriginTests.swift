import Rollout
import Testing

@Suite("Pages are named as a browser names them, and in no other way")
struct PageOriginTests {
    @Test(
        "These can ask for passkeys",
        arguments: [
            ("https://ledger.example.com", "ledger.example.com"),
            ("https://ledger.example.com:8443", "ledger.example.com"),
            ("http://localhost:8080", "localhost"), ("http://localhost", "localhost"),
            ("http://a.localhost:1", "a.localhost"),
            ("https://xn--bcher-kva.example", "xn--bcher-kva.example"),
        ])
    func taken(_ text: String, _ host: String) {
        #expect(PageOrigin(text)?.host == host)
        #expect(PageOrigin(text)?.text == text)
    }

    @Test(
        "These cannot, or no browser writes them so",
        arguments: [
            "", "https://", "https:", "ledger.example.com", "https://ledger.example.com/",
            "https://ledger.example.com/path", "https://LEDGER.example.com",
            "http://ledger.example.com",
            "http://127.0.0.1:8080", "https://ledger.example.com:443", "http://localhost:80",
            "https://ledger.example.com:", "https://ledger.example.com:0",
            "https://ledger.example.com:65536", "https://ledger.example.com:08443",
            "https://ledger.example.com:+1", "https://a@ledger.example.com",
            "https://ledger example",
            "https://bücher.example", "ftp://ledger.example.com", "null", "https:///x",
            "http://localhost.example", "http://notlocalhost", " https://a.example",
            "https://a.example\n", "https://a.example?x", "https://a.example#x", "https://[::1]",
        ])
    func refused(_ text: String) { #expect(PageOrigin(text) == nil) }
}
