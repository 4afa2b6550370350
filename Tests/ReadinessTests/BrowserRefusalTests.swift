import Testing

@Suite("What a server refuses a browser", .timeLimit(.minutes(10)))
struct BrowserRefusalTests {
    /// A request, and the status that it is answered with.
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        /// The arguments of curl, without the address.
        let arguments: String
        let path: String
        let status: Int

        var testDescription: String { name }

        init(_ name: String, _ path: String, _ arguments: String, _ status: Int) {
            self.name = name
            self.path = path
            self.arguments = arguments
            self.status = status
        }
    }

    private static let own = "-H 'Sec-Fetch-Site: same-origin' -H \"Origin: $PAGES\""
    private static let type = "-H 'Content-Type: application/vnd.readiness.browser+json'"
    private static let asked = "-X POST \(own) \(type)"

    static let rows: [Row] = [
        Row("shown without a session", "browser/show", "\(asked) -d {}", 401),
        Row("recorded without a session", "browser/record", "\(asked) -d {}", 401),
        Row(
            "a session that there is not", "browser/record",
            "\(asked) -b __Host-readiness=rs_AAAA -d {}", 401),
        Row(
            "a token that may read signs nothing", "browser/show",
            "\(asked) -b __Host-readiness=$READINESS_TOKEN -d {}", 401),
        Row(
            "the same as a bearer", "browser/record",
            "\(asked) -H \"Authorization: Bearer $READINESS_TOKEN\" -d {}", 401),
        Row("a page to sign on without a session", "rollouts/sample/sign", "", 401),
        Row(
            "a rollout that is not there, for a reader", "rollouts/sample/sign",
            "-b __Host-readiness=$READINESS_TOKEN", 404),
        Row(
            "reading records nothing", "browser/record", "-b __Host-readiness=$READINESS_TOKEN", 405
        ),
        Row("reading shows nothing to sign", "browser/show", "", 405),
        Row("an act in an address", "browser/show?act=sign", "\(asked) -d {}", 400),
        Row("reading signs nobody in", "browser/sign-in", "", 405),
        Row("reading signs nobody out", "browser/sign-out", "", 405),
        Row("reading enrols nobody", "browser/enrolment/record", "", 405),
        Row("another method", "browser/sign-in/text", "-X PUT \(own) \(type) -d {}", 405),
        Row("no word of where it comes from", "browser/sign-in/text", "-X POST \(type) -d {}", 403),
        Row(
            "another site", "browser/sign-in/text",
            "-X POST \(type) -H 'Sec-Fetch-Site: cross-site' -H \"Origin: $PAGES\" -d {}", 403),
        Row(
            "another port of this host", "browser/sign-in/text",
            "-X POST \(type) -H 'Sec-Fetch-Site: same-site' -H \"Origin: $PAGES\" -d {}", 403),
        Row(
            "an address that somebody typed", "browser/sign-in/text",
            "-X POST \(type) -H 'Sec-Fetch-Site: none' -H \"Origin: $PAGES\" -d {}", 403),
        Row(
            "no origin", "browser/sign-in/text",
            "-X POST \(type) -H 'Sec-Fetch-Site: same-origin' -d {}", 403),
        Row(
            "an origin that the owner does not name", "browser/sign-in/text",
            "-X POST \(type) -H 'Sec-Fetch-Site: same-origin' -H 'Origin: https://evil.example' -d {}",
            422),
        Row(
            "the origin of a sandbox", "browser/sign-in/text",
            "-X POST \(type) -H 'Sec-Fetch-Site: same-origin' -H 'Origin: null' -d {}", 422),
        Row(
            "the origin with a path", "browser/sign-in/text",
            "-X POST \(type) -H 'Sec-Fetch-Site: same-origin' -H \"Origin: $PAGES/\" -d {}", 422),
        Row("what a form sends", "browser/sign-in", "-X POST \(own) -d x=y", 415),
        Row(
            "what a form of another type sends", "browser/sign-in",
            "-X POST \(own) -H 'Content-Type: text/plain' -d {}", 415),
        Row(
            "JSON of everybody", "browser/sign-in",
            "-X POST \(own) -H 'Content-Type: application/json' -d {}", 415),
        Row("no JSON", "browser/sign-in", "\(asked) -d x", 422),
        Row("nothing", "browser/sign-in", "\(asked) -d ''", 422),
        Row("a list", "browser/sign-in", "\(asked) -d '[]'", 422),
        Row("a key twice", "browser/sign-in", "\(asked) -d '{\"text\":\"a\",\"text\":\"b\"}'", 422),
        Row("no assertion", "browser/sign-in", "\(asked) -d '{\"text\":\"a\"}'", 422),
        Row(
            "an assertion that is a text", "browser/sign-in",
            "\(asked) -d '{\"text\":\"a\",\"assertion\":\"b\"}'", 422),
        Row("more than there can be", "browser/sign-in", "\(asked) --data-binary @large", 413),
        Row(
            "a link that nobody made", "browser/enrolment/link",
            "\(asked) -d '{\"token\":\"AAAA\"}'", 422),
        Row("no link", "browser/enrolment/link", "\(asked) -d {}", 422),
        Row(
            "a number for a link", "browser/enrolment/link", "\(asked) -d '{\"token\":1}'", 422),
        Row(
            "a passkey by no link", "browser/enrolment/show",
            "\(asked) -d '{\"token\":\"AAAA\",\"credential\":\"c\",\"key\":\"k\"}'", 422),
        Row(
            "a key that is none", "browser/enrolment/show",
            "\(asked) -d \"{\\\"token\\\":\\\"$LINK\\\",\\\"credential\\\":\\\"c\\\",\\\"key\\\":\\\"AAAA\\\"}\"",
            422),
        Row(
            "what is no statement", "browser/enrolment/record",
            "\(asked) -d '{\"statement\":\"{}\",\"assertion\":{}}'", 422),
        Row(
            "evidence of another site", "api/evidence/sha256/00",
            "-X PUT -b __Host-readiness=$READINESS_TOKEN -H 'Sec-Fetch-Site: same-site' -d x", 401),
        Row("a token of another site", "sign-in", "-X POST -d token=$READINESS_TOKEN", 403),
    ]

    @Test("Each request is answered as it should be, and nothing is recorded")
    func requests() async throws {
        let lines = Self.rows.map { row in
            "curl -s -o /dev/null -w '%{http_code}\\n' --path-as-is \(row.arguments) \"$URL/\(row.path)\""
        }
        try await ServerWalk.walk(
            #"""
            PAGES=http://localhost:$PORT
            "$READINESS" signers --update --as bea@example.com --key bea --origin $PAGES
            LINK=$("$READINESS" enrol ann@example.com --as bea@example.com --key bea)
            LINK=${LINK#*#}
            head -c 70000 /dev/zero | tr '\0' ' ' > large
            "$READINESS" log --format jsonl > before

            """# + lines.map { "\($0) >> codes\n" }.joined() + #"""
                "$READINESS" log --format jsonl > after
                cmp before after
                for path in sign-in enrol browser.js ''; do curl -s -i $URL/$path; done > answers
                curl -s -i -X POST $URL/browser/sign-in >> answers
                if grep -q "$LINK" requests; then exit 98; fi
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let codes = try workspace.read("codes").split(separator: "\n").map { Int($0) }
            #expect(codes.count == Self.rows.count)
            for (row, code) in zip(Self.rows, codes) { #expect(code == row.status, "\(row.name)") }
            let answers = try workspace.read("answers").lowercased()
            for field in [
                "x-frame-options: deny", "frame-ancestors 'none'",
                "x-content-type-options: nosniff", "referrer-policy: no-referrer",
                "cross-origin-opener-policy: same-origin",
            ] {
                #expect(answers.split(separator: field).count == 6, "\(field)")
            }
            #expect(answers.contains("require-trusted-types-for 'script'"))
            #expect(!answers.contains("script-src 'unsafe-inline'"))
            #expect(!answers.contains("<script>"))
        }
    }

    @Test("There are enough of them")
    func many() { #expect(Self.rows.count >= 35) }
}
