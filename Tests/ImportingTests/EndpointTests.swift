import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Hosts, ports and protocols of posts")
struct EndpointTests {
    /// The checks of a draft, and the titles of its steps that nobody asks: `KIND SUBJECT`.
    static func found(
        _ html: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let read = try SamplePost.read(
            body: "<p>[What you need to do to prepare:]</p>\(html)", sourceLocation: sourceLocation)
        return try found(in: ChecklistDraft(read).text, sourceLocation: sourceLocation)
    }

    static func found(
        in draft: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        let checklist = try DraftReading.checklist(draft, sourceLocation: sourceLocation).checklist
        return checklist.steps.filter {
            $0.id.text.hasPrefix("host-") || $0.id.text.hasPrefix("network-")
        }.flatMap { step in
            step.checks.isEmpty
                ? [step.title]
                : step.checks.filter { $0.kind != "dns" }.map { "\($0.kind) \($0.subject)" }
        }
    }

    @Test(
        "are those that the sentence, row or item names together",
        arguments: [
            (
                "<p>Allow a.contoso.com on port 8443 and b.contoso.com on port 587.</p>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:587"]
            ),
            (
                "<p>Open TCP 8443 to a.contoso.com and TCP 587 to b.contoso.com.</p>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:587"]
            ),
            (
                "<p>Allow HTTPS to a.contoso.com, TCP 5061 to b.contoso.com, and UDP 3478-3481 to 203.0.113.0/24.</p>",
                [
                    "tls a.contoso.com:443", "tls b.contoso.com:5061",
                    "203.0.113.0/24 is allowed on UDP ports 3478-3481",
                ]
            ),
            (
                "<p>Allow a.contoso.com on port 8443 and TCP 587 to b.contoso.com.</p>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:587"]
            ),
            (
                "<p>Allow a.contoso.com and b.contoso.com on ports 80 and 8443.</p>",
                [
                    "tcp a.contoso.com:80", "tcp a.contoso.com:8443", "tcp b.contoso.com:80",
                    "tcp b.contoso.com:8443",
                ]
            ),
            (
                "<p>Allow a.contoso.com (port 8443), b.contoso.com (TCP 587).</p>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:587"]
            ),
            (
                "<p>Allow a.contoso.com on port 8443. Allow b.contoso.com.</p>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:443"]
            ),
            (
                "<p>Devices connect to a.contoso.com. The connection uses port 8443.</p>",
                ["tcp a.contoso.com:8443"]
            ),
            (
                "<p>Allow these on TCP port 8443:</p><ul><li>a.contoso.com</li><li>b.contoso.com:9443</li></ul><p>And c.contoso.com.</p>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:9443", "tcp c.contoso.com:443"]
            ),
            (
                "<ul><li>a.contoso.com<ul><li>TCP 8443</li></ul></li><li>b.contoso.com</li></ul>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:443"]
            ),
            (
                "<table><tr><th>Host</th><th>Port</th></tr><tr><td>a.contoso.com</td><td>8443</td></tr><tr><td>b.contoso.com</td><td>443, 587</td></tr></table>",
                ["tcp a.contoso.com:8443", "tcp b.contoso.com:443", "tcp b.contoso.com:587"]
            ),
            (
                "<table><tr><th>FQDN</th><th>Protocol</th><th>Ports</th></tr><tr><td>a.contoso.com</td><td>TCP</td><td>8443</td></tr><tr><td>b.contoso.com</td><td>UDP</td><td>9000</td></tr></table>",
                ["tcp a.contoso.com:8443", "b.contoso.com can be reached on UDP port 9000"]
            ),
            (
                "<p>Clients use https://a.contoso.com:8443/api and smtps to b.contoso.com.</p>",
                ["tls a.contoso.com:8443", "tls b.contoso.com:465"]
            ),
            (
                "<p>Mail goes to a.contoso.com on port 587 with STARTTLS, and to 203.0.113.7 with TLS 1.3.</p>",
                ["tls a.contoso.com:587", "tcp 203.0.113.7:443"]
            ),
            (
                "<p>Allow in the firewall:</p><ul><li>https://a.contoso.com/start</li></ul>",
                ["tls a.contoso.com:443"]
            ),
            (
                "<p>Updates come over HTTPS from a.contoso.com on port 8443.</p>",
                ["tls a.contoso.com:8443"]
            ),
        ])
    func together(_ html: String, _ checks: [String]) throws {
        #expect(try Self.found(html) == checks)
    }

    @Test(
        "over UDP are asked where the request is known, and else signed for",
        arguments: [
            (
                "<p>Allow turn.contoso.com on UDP 3478.</p>", ["udp turn.contoso.com:3478"]
            ),
            ("<p>Time comes from time.contoso.com over NTP.</p>", ["clock time.contoso.com:123"]),
            (
                "<p>Allow turn.contoso.com on 9000/udp.</p>",
                ["turn.contoso.com can be reached on UDP port 9000"]
            ),
            (
                "<p>Allow turn.contoso.com on TCP 443 and UDP 50000–50059.</p>",
                [
                    "tcp turn.contoso.com:443",
                    "turn.contoso.com can be reached on UDP ports 50000-50059",
                ]
            ),
        ])
    func datagrams(_ html: String, _ found: [String]) throws {
        #expect(try Self.found(html) == found)
    }

    @Test(
        "may be addresses, and ranges that nobody can ask",
        arguments: [
            ("<p>Allow 203.0.113.10 on port 8443.</p>", ["tcp 203.0.113.10:8443"]),
            ("<p>Allow 2001:db8::10 on port 8443.</p>", ["tcp [2001:db8::10]:8443"]),
            ("<p>Allow port 8443 to 203.0.113.10.</p>", ["tcp 203.0.113.10:8443"]),
            ("<p>Allow 203.0.113.0/24 on port 443.</p>", ["203.0.113.0/24 is allowed on port 443"]),
            ("<p>Allow 2001:db8::/32.</p>", ["2001:db8::/32 is allowed"]),
            (
                "<p>Allow 203.0.113.1-203.0.113.9.</p>",
                ["203.0.113.1-203.0.113.9 is allowed"]
            ),
            ("<p>Allow *.contoso.com on port 443.</p>", ["*.contoso.com is allowed on port 443"]),
            (
                "<p>Allow &lt;tenant&gt;.contoso.com.</p>", ["<tenant>.contoso.com is allowed"]
            ),
        ])
    func addresses(_ html: String, _ found: [String]) throws {
        #expect(try Self.found(html) == found)
    }

    @Test(
        "may have any public ending",
        arguments: [
            "gate.contoso.de", "gate.contoso.co.uk", "gate.partner.contoso.cn",
            "gate.contoso.cloud",
            "gate.contoso.app", "gate.contoso.pl", "gate-1.eu.contoso.io",
        ])
    func endings(_ host: String) throws {
        #expect(try Self.found("<p>Mail goes through \(host).</p>") == ["tcp \(host):443"])
    }

    @Test("of two labels count among networks or as code, and not as a domain of mail")
    func short() throws {
        #expect(try Self.found("<p>Allow contoso.com in the proxy.</p>") == ["tcp contoso.com:443"])
        #expect(try Self.found("<p>Set <code>contoso.net</code>.</p>") == ["tcp contoso.net:443"])
        #expect(try Self.found("<p>Contoso owns contoso.com.</p>") == [])
    }

    @Test(
        "are not files, products, versions, packages, mailboxes and pages to read",
        arguments: [
            "Run Set-Gateway.v2.ps1 and read notes.v3.md.", "Update ASP.NET and Node.js servers.",
            "Microsoft.Graph.Users is the module for servers.", "Install version 10.0.19.7.",
            "Block com.contoso.mail on the firewall.", "Write to help@gate.contoso.com.",
            "Learn more: https://docs.contoso.com/network/ports",
            "See https://docs.contoso.com/gateway for the endpoints.",
            "Change appsettings.production.json on the server.", "Set 255.255.255.0 and 127.0.0.1.",
            "Run the tool (https://code.contoso.com/tools/ports) on the server.",
            "Go to contoso.com/admin and wait for 3.5 hours, e.g. today.",
        ])
    func others(_ text: String) throws {
        #expect(try Self.found("<p>\(text)</p>") == [])
    }

    @Test("have the version of TLS that stands with them, or that of the whole text")
    func versions() throws {
        let read = try SamplePost.read(
            body: """
                <p>Gateways will need TLS 1.2.</p><p>What you need to do to prepare:</p>\
                <p>Allow a.contoso.com with TLS 1.3.</p><p>Allow b.contoso.com.</p>\
                <p>Allow c.contoso.com on port 587 with TLS 1.2.</p><p>Allow d.contoso.com on port 25.</p>
                """)
        let text = ChecklistDraft(read).text
        #expect(
            try Self.found(in: text) == [
                "tls a.contoso.com:443", "tls b.contoso.com:443", "tls c.contoso.com:587",
                "tcp d.contoso.com:25",
            ])
        #expect(text.contains("{host: \"a.contoso.com\", port: 443, minimum-version: 1.3}"))
        #expect(text.contains("{host: \"b.contoso.com\", port: 443, minimum-version: 1.2}"))
        #expect(text.contains("port: 587, starttls: smtp, minimum-version: 1.2"))
    }

    @Test("that are many are bounded, and the rest is counted")
    func bounded() throws {
        let hosts = (1...60).map { "<li>gate\($0).contoso.com</li>" }.joined()
        let read = try SamplePost.read(
            body: "<p>What you need to do to prepare:</p><p>Allow:</p><ul>\(hosts)</ul>")
        let text = ChecklistDraft(read).text
        #expect(try Self.found(in: text).count == 50)
        #expect(text.contains("review: 10 more hosts and addresses are named"))
    }
}
