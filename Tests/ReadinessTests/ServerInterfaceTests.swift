import Foundation
import Testing
import readiness_server

@Suite("The interface of a server is what is written of it", .timeLimit(.minutes(10)))
struct ServerInterfaceTests {
    /// `GET /path` of the description, in order.
    private static func described() throws -> [String] {
        var path = ""
        var found: [String] = []
        for line in try DocsTree.text("docs/openapi.yaml").split(separator: "\n") {
            if line == "components:" { break }
            if let match = line.wholeMatch(of: #/  (/[^ ]*):.*/#) { path = String(match.1) }
            let own = line.matches(of: /(?:^    |\{)(get|put|post|delete|patch):/)
            found += own.map { "\($0.1.uppercased()) \(path)" }
        }
        return found.sorted()
    }

    @Test("Every path of the server is described, and every one that is described is there")
    func paths() throws {
        let described = try Self.described()
        #expect(described.count > 20)
        let there = try RouteList.lines()
        #expect(described == there)
    }

    @Test("The page names every path of the interface for programs")
    func page() throws {
        let page = try DocsTree.text("docs/server.md")
        for path in try Self.described() where path.contains(" /api/") {
            let words = path.split(separator: " ")[1].replacing(/\{[a-z]+\}/, with: "")
            for part in words.split(separator: "/") {
                #expect(page.contains(part), "\(path)")
            }
        }
        #expect(page.contains("openapi.yaml"))
    }

    @Test("Entries come some at a time, each with its signature; texts come by their digest")
    func entries() async throws {
        try await ServerWalk.walk(
            #"""
            "$READINESS" run checklists/sample.yaml --as ann@example.com --key ann || true
            for number in 1 2 3; do sign reviewed bob; done
            ask() { curl -sf -H "Authorization: Bearer $READINESS_TOKEN" "$URL$1"; }
            ask /api/rollouts/sample/entries > all
            since=0
            : > pages
            while test $since != null; do
                ask "/api/rollouts/sample/entries?limit=2&since=$since" > page
                cat page >> pages
                since=$(sed 's/.*"next":\([0-9a-z]*\).*/\1/' page)
            done
            digest=$(sed 's/.*"checklist":"sha256:\([0-9a-f]*\)".*/\1/' all)
            ask /api/checklists/sha256/$digest > text
            cmp text checklists/sample.yaml
            ask /api/entries/2/receipt > receipt
            "$READINESS" receipt 2 --output own
            cmp receipt own
            # The signature is one over the statement, for ssh-keygen.
            /usr/bin/python3 - <<'end'
            import json
            entry = json.load(open("all"))["entries"][-1]
            assert entry["authentication"] == "ssh-key" and entry["signer"]["fingerprint"]
            open("statement", "w").write(json.dumps(entry["statement"], separators=(",", ":"), sort_keys=True, ensure_ascii=False))
            open("signature", "w").write(entry["signature"])
            end
            namespace=$(sed -n '2,$p' signature | grep -v '^-' | base64 -d | grep -aom1 'statement-v1@[a-z.]*')
            ssh-keygen -q -Y verify -f allowed_signers -I bob@example.com -n "$namespace" -s signature < statement
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let pages = try workspace.read("pages")
            let numbers = pages.matches(of: /"sequence":([0-9]+)/).compactMap { Int($0.1) }
            #expect(numbers == Array(2...6), "\(pages)")
            #expect(try workspace.read("all").contains(#""next":null,"size":6"#))
        }
    }

    @Test("Answers are kept as long as they hold; what is not taken is said in one shape")
    func answers() async throws {
        try await ServerWalk.walk(
            #"""
            sign reviewed ann
            seen() {
                path=$1
                shift
                # An answer without a body leaves what is there.
                rm -f body
                curl -s -o body -D head -w "$path %{http_code}" -H "Authorization: Bearer $READINESS_TOKEN" "$@" $URL$path
                echo " $(sed -n 's/^Cache-Control: //pi' head | tr -d '\r')"
            }
            # What changes by itself changes at the full hour at the latest: not between two requests here.
            test $(($(date +%s) % 3600)) -lt 3590 || sleep 12
            {
                for path in /checkpoint /tile/0/000.p/3 /api/rollouts /api/rollouts/sample/report /; do seen $path; done
                for path in /api/rollouts '/api/rollouts/sample/report?format=csv' /api/rollouts/sample/entries; do
                    seen $path > /dev/null
                    tag=$(sed -n 's/^ETag: //pi' head | tr -d '\r')
                    seen $path -H "If-None-Match: $tag"
                    test ! -s body
                    seen $path -H "If-None-Match: \"other\", $tag"
                done
                echo "$tag" > tag
                seen /api/rollouts/sample/report -H 'Accept: text/csv'
                seen '/api/rollouts/sample/report?format=csv' -H 'Accept: text/*;q=0.5, application/json'
                seen '/api/rollouts/sample/report?format=csv' -H 'Accept: text/csv;q=0, */*'
                seen /api/rollouts -X DELETE
                sed -n 's/^Allow: //pi' head
                seen /api/statements
                sed -n 's/^Allow: //pi' head
            } | tr -d '\r' > answers
            curl -sI -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/rollouts > head
            curl -s -D whole -o body -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/rollouts
            sed -i '/^Date/d' head whole
            cmp head whole
            # Somebody says something, and nothing that was kept holds.
            seen /api/rollouts/sample/report > /dev/null
            tag=$(sed -n 's/^ETag: //pi' head | tr -d '\r')
            sign reviewed bob
            seen /api/rollouts/sample/report -H "If-None-Match: $tag" > later
            curl -s -H 'Accept: text/html' -w '%{content_type} %{http_code}\n' -H "Authorization: Bearer $READINESS_TOKEN" $URL/nothing | tail -1 > person
            curl -s -H 'Accept: text/html' -w '%{content_type} %{http_code}\n' -H "Authorization: Bearer $READINESS_TOKEN" $URL/api/nothing | tail -1 > program
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let answers = try workspace.read("answers")
            #expect(
                answers == """
                    /checkpoint 200 private, max-age=2
                    /tile/0/000.p/3 200 private, max-age=31536000, immutable
                    /api/rollouts 200 private, no-cache
                    /api/rollouts/sample/report 200 private, no-cache
                    / 200 no-store
                    /api/rollouts 304 private, no-cache
                    /api/rollouts 304 private, no-cache
                    /api/rollouts/sample/report?format=csv 304 private, no-cache
                    /api/rollouts/sample/report?format=csv 304 private, no-cache
                    /api/rollouts/sample/entries 304 private, no-cache
                    /api/rollouts/sample/entries 304 private, no-cache
                    /api/rollouts/sample/report 406 no-store
                    /api/rollouts/sample/report?format=csv 200 private, no-cache
                    /api/rollouts/sample/report?format=csv 406 no-store
                    /api/rollouts 405 no-store
                    GET, HEAD
                    /api/statements 405 no-store
                    POST

                    """)
            let (later, person, program) = try (
                workspace.read("later"), workspace.read("person"), workspace.read("program")
            )
            #expect(later.contains(" 200 "))
            #expect(person == "text/html; charset=utf-8 404\n")
            #expect(program.hasSuffix("application/json 404\n"))
        }
    }
}
