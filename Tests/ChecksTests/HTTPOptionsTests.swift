import Checks
import Testing

struct HTTPOptionsTests {
    @Test(
        "What contradicts itself or cannot be sent is found before anything runs",
        arguments: [
            ("url: 'http://a.test', body: x", "a request with the method GET has no body"),
            (
                "url: 'http://a.test', http-version: 2",
                "HTTP/2 is agreed on in TLS, and the URL has none"
            ),
            (
                "url: 'http://a.test', method: HEAD, content: {lacks: x}",
                "an answer to HEAD has no body, so that nothing could be compared"
            ),
            ("url: 'http://a.test', headers: {}", "the expectation expects nothing"),
            (
                "url: 'http://a.test', headers: {x-a: absent, X-A: present}",
                "the header X-A stands twice in one mapping, in other letters"
            ),
            (
                "url: 'http://a.test', request-headers: {Cookie: a=b, X-A: b, cookie: c=d}",
                "the header cookie stands twice in one mapping, in other letters"
            ),
            (
                "url: 'http://a.test', status: [204, 304], size: {maximum: 4}",
                "an answer with such a status has no body, so that nothing could be compared"
            ),
            ("url: 'http://a.test', ca-file: a", "ca-file is for https, and the URL has http"),
            ("url: 'http://a.test', key-type: EC", "key-type is for https, and the URL has http"),
            ("url: 'http://a.test', key-bits: 256", "key-bits is for https, and the URL has http"),
            (
                "url: 'http://a.test', public-key: \(String(repeating: "0", count: 64))",
                "public-key is for https, and the URL has http"
            ),
            (
                "url: 'http://a.test', request-headers: {Host: b}",
                "the header Host is made of the other options"
            ),
            (
                "url: 'http://a.test', connect-to: b, proxy: 'http://c:1'",
                "the proxy dials the host of the URL, so that there is nothing else to dial"
            ),
            (
                "url: 'http://a.test', redirects: {follow: false, hosts: b}",
                "no redirect is followed, so that there is nothing to limit"
            ),
            (
                "url: 'http://a.test', request-headers: {X: \"a\\r\\nY: b\"}",
                "this is not the value of a header, on one line"
            ),
            (
                "url: 'http://a.test', size: {minimum: 17 MiB}",
                "no more than 16 MiB is read where there is no maximum, so that this minimum is never seen"
            ),
            (
                "url: 'http://a.test', status: 99",
                "\"99\" is not a status or a range of them (200, 200-299)"
            ),
        ])
    func refused(_ options: String, _ message: String) throws {
        let (check, mistakes) = try CheckKind.http.reading("{\(options)}")
        #expect(check == nil)
        #expect(mistakes == [message])
    }
}
