import Checks
import Testing

struct HTTPAddressTests {
    @Test(
        "What may be read in two ways is no URL",
        arguments: [
            "example.test", "example.test:80", "ftp://a.test/", "http:/a.test", "http://",
            "http://user@a.test/", "http://user:pass@a.test/", "http://a.test:0/",
            "http://a.test:99999/", "http://a.test:/x:y@z", "http://a.test/ b", "http://a.test/é",
            "http://::1/", "http://[::1", "http://[fe80::1%25eth0]/", "http://a.test\\@b.test/",
            "http://a.test/\\b", "http://-a.test/", "http://a..test/", "file:///etc/passwd",
            "https://a.test\r\nX: y", "http://127.1/", "http://0177.0.0.1/", "http://2130706433/",
            "http://0x7f.0.0.1./",
        ])
    func refused(_ text: String) { #expect(HTTPAddress(text) == nil) }

    @Test(
        "A URL is read with its usual port, and written one way",
        arguments: [
            ("HTTP://A.Test", "http://a.test/"), ("https://a.test:443/x#y", "https://a.test/x"),
            ("https://a.test:8443?q=1", "https://a.test:8443/?q=1"),
            ("http://[::1]/", "http://[::1]/"), ("http://[::1]:81/", "http://[::1]:81/"),
            ("HtTpS://10.0.0.1:80/a/../b", "https://10.0.0.1:80/a/../b"),
        ])
    func written(_ text: String, _ wanted: String) {
        #expect(HTTPAddress(text)?.description == wanted)
    }

    @Test(
        "A reference is followed as RFC 3986 says",
        arguments: [
            ("g", "http://a.test/b/c/g"), ("./g", "http://a.test/b/c/g"),
            ("/g", "http://a.test/g"), ("//g.test", "http://g.test/"),
            ("?y", "http://a.test/b/c/d;p?y"), ("g?y/./x", "http://a.test/b/c/g?y/./x"),
            ("..", "http://a.test/b/"), ("../..", "http://a.test/"),
            ("../../../g", "http://a.test/g"), ("", "http://a.test/b/c/d;p?q"),
            ("#s", "http://a.test/b/c/d;p?q"), ("HTTPS://g.test/ x", "https://g.test/%20x"),
        ])
    func followed(_ reference: String, _ wanted: String) {
        let base = HTTPAddress("http://a.test/b/c/d;p?q")
        #expect(base?.following(reference)?.description == wanted)
    }

    @Test(
        "A reference to another scheme or with a user leads nowhere",
        arguments: ["javascript:x", "file:///x", "//u@g.test/", "mailto:a@b"])
    func nowhere(_ reference: String) {
        #expect(HTTPAddress("http://a.test/")?.following(reference) == nil)
    }

    @Test("An address has 8,000 bytes at most, also where a reference leads to it")
    func long() throws {
        let base = try #require(HTTPAddress("https://a.test/"))
        let rest = String(repeating: "p", count: 8_000 - base.description.utf8.count)
        #expect(base.following(rest)?.description.utf8.count == 8_000)
        #expect(base.following("https://a.test/" + rest)?.description.utf8.count == 8_000)
        for longer in [rest + "p", "/\(rest)p", "?\(rest)", "https://a.test/\(rest)p"] {
            #expect(base.following(longer) == nil)
        }
        // The path that was left out counts too.
        #expect(HTTPAddress("https://a.test?" + rest) == nil)
        // Each of these becomes six bytes.
        let letters = String(repeating: "é", count: 1_400)
        #expect(base.following(letters) == nil)
    }
}
