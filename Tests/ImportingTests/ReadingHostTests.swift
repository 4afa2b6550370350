import Testing

@Suite("Hosts that people read or open")
struct ReadingHostTests {
    @Test(
        "make no checks",
        arguments: [
            "More information is at https://learn.microsoft.com.",
            "Go to https://aka.ms/contoso to connect to the portal.",
            "Read the blog on techcommunity.microsoft.com.",
            "Our page support.contoso.com explains how clients connect to the server.",
            "For help, visit support.contoso.com and allow pop-ups.",
            "Sign in to admin.contoso.com and open Settings &gt; Network.",
            "Sign in at https://admin.contoso.com and open Settings.",
            "Open https://portal.contoso.com to see the firewall settings.",
            "See the list of endpoints at docs.contoso.com.",
            "The list of URLs is on https://learn.contoso.com/urls.",
            "Feedback can be left at feedback.contoso.com.",
            "</p><ul><li>https://learn.contoso.com/a</li><li>https://kb.contoso.com/b</li></ul><p>",
        ])
    func none(_ text: String) throws {
        #expect(try EndpointTests.found("<p>\(text)</p>") == [])
    }

    @Test(
        "are not those that machines must reach",
        arguments: [
            ("Clients must be able to reach login.contoso.com.", "tcp login.contoso.com:443"),
            ("Clients connect to https://mail.contoso.com/sync.", "tls mail.contoso.com:443"),
            ("The endpoint is https://api.contoso.com/v1.", "tls api.contoso.com:443"),
            ("Your proxy allows https://crl.contoso.com/root.crl.", "tls crl.contoso.com:443"),
            ("Add cdn.contoso.com to the allowlist.", "tcp cdn.contoso.com:443"),
            ("To sign in, devices must reach id.contoso.com.", "tcp id.contoso.com:443"),
            ("Allow help.contoso.com through the firewall.", "tcp help.contoso.com:443"),
            (
                "</p><p>Allow these:</p><ul><li>learn.contoso.com</li></ul><p>",
                "tcp learn.contoso.com:443"
            ),
            (
                "</p><table><tr><th>Endpoint</th><th>More</th></tr><tr><td>s.contoso.com</td><td>https://learn.contoso.com/s</td></tr></table><p>",
                "tcp s.contoso.com:443"
            ),
        ])
    func some(_ text: String, _ check: String) throws {
        #expect(try EndpointTests.found("<p>\(text)</p>") == [check])
    }
}
