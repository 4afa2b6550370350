import Testing

/// `readiness notify` and `readiness import --graph` as programs call them.
@Suite(.timeLimit(.minutes(10)))
struct NotifyTests {
    private static let checklist = """
        readiness: 1
        id: sample
        title: A sample
        owner: boss
        timeline: [{id: first, title: First, starts: 2100-01-01}]
        roles: {boss: {title: Bosses, members: [bea@example.com]}}
        steps:
          - {id: told, title: Everybody was told, role: boss, due: first, sign-off: {}}
          - {id: begun, title: It is begun, role: boss, due: first, level: advisory, sign-off: {}}

        """

    private static func with(_ body: (Workspace) async throws -> Void) async throws {
        try await Workspace.with { workspace in
            try workspace.write("checklists/sample.yaml", checklist)
            let begun = try await workspace.readiness(
                "sign", "checklists/sample.yaml", "begun", "--note", "n", "--as", "bea@example.com")
            #expect(begun.status == 0, "\(begun)")
            try await body(workspace)
        }
    }

    @Test("A dry run prints the card, shows the host alone and posts nothing")
    func dryRun() async throws {
        try await Self.with { workspace in
            let outcome = try await workspace.readiness(
                "notify", "--dry-run", "--webhook-env", "HOOK",
                environment: ["HOOK": "https://hooks.example.test/secret-part?sig=other-secret"])
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.contains("NO-GO: "), "\(outcome)")
            #expect(outcome.stdout.contains("AdaptiveCard"))
            #expect(outcome.stderr.contains("It would be posted to hooks.example.test."))
            #expect(!outcome.stderr.contains("secret-part"), "\(outcome)")
        }
    }

    @Test("A receiver whose issuer is unknown is told nothing; its own authority makes it known")
    func unknownIssuer() async throws {
        try await Self.with { workspace in
            try await TLSServer.with(workspace, pem: "server.pem") { port in
                let outcome = try await workspace.readiness(
                    "notify", "--webhook-env", "HOOK", "--within", "5s",
                    environment: ["HOOK": "https://127.0.0.1:\(port)/secret-part"])
                #expect(outcome.status == 69, "\(outcome)")
                #expect(outcome.stderr.contains("was told nothing"), "\(outcome)")
                #expect(!"\(outcome)".contains("secret-part"), "\(outcome)")
            }
        }
    }

    @Test("Nothing is told of what is not known")
    func unknown() async throws {
        try await Self.with { workspace in
            let hook = ["HOOK": "http://127.0.0.1:9/x"]
            let missing = try await workspace.readiness(
                "notify", "--webhook-env", "HOOK", "--ledger", "none.sqlite", environment: hook)
            #expect(missing.status == 74, "\(missing)")
            // A ledger that nobody named, and that is not beside the checklist either.
            try workspace.write("other/checklists/sample.yaml", Self.checklist)
            for option in ["--webhook-env=HOOK", "--dry-run"] {
                let absent = try await workspace.readiness(
                    "notify", "other/checklists", option, environment: hook)
                #expect(absent.status == 74, "\(absent)")
                #expect(absent.stderr.contains("other/.readiness/ledger.sqlite"), "\(absent)")
                #expect(absent.stdout.isEmpty)
            }
            try workspace.write(".readiness/ledger.sqlite", "no ledger")
            let damaged = try await workspace.readiness(
                "notify", "--webhook-env", "HOOK", environment: hook)
            #expect(damaged.status == 74, "\(damaged)")
            #expect(damaged.stdout.isEmpty && missing.stdout.isEmpty)
        }
    }

    @Test("What is missing or wrong on the command line is said")
    func usage() async throws {
        try await Self.with { workspace in
            for (arguments, status, words) in [
                ("notify", 64, "--webhook-env or --webhook-file"),
                ("notify --webhook-env A --webhook-file B", 64, "not both"),
                ("notify --webhook-env NOT_THERE", 64, "$NOT_THERE"),
                (
                    "notify --webhook-env https://h.example.test/secret-part", 64,
                    "name of a variable"
                ),
                ("notify --webhook-env 1A", 64, "name of a variable"),
                ("notify --webhook-file https://h.example.test/secret-part", 64, "takes a path"),
                ("notify --webhook-env A --within 2d", 64, "1s to 1h"),
                ("import", 64, "Name files with posts, or give --graph."),
                ("import --graph", 64, "$READINESS_GRAPH_TOKEN"),
                ("import --graph x.json", 64, "named by their ids"),
                ("import --since 2025-10-01 x.json", 64, "go with --graph"),
            ] {
                let outcome = try await workspace.shell("\"$READINESS\" \(arguments)")
                #expect(outcome.status == status, "\(arguments): \(outcome)")
                #expect(outcome.stderr.contains(words), "\(arguments): \(outcome)")
                #expect(!"\(outcome)".contains("secret-part"), "\(arguments): \(outcome)")
            }
        }
    }

    /// Runs a script with a server of HTTP beside it, whose port is `$PORT`.
    ///
    /// What is posted goes to the file `posted`, a line for each; what is asked for is a page with
    /// one post.
    private static func serving(_ place: Workspace, _ script: String) async throws -> Outcome {
        try place.write(
            "server.py",
            """
            import http.server, json, os
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_POST(self):
                    body = self.rfile.read(int(self.headers["Content-Length"]))
                    with open("posted", "a") as file:
                        file.write(self.path + " " + json.dumps(json.loads(body)) + "\\n")
                    self.answer(b"1", 400 if b"Refuse me" in body else 200)
                def do_GET(self):
                    assert self.headers["Authorization"] == "Bearer token-of-the-test"
                    posts = [{"id": "MC900001", "title": "A gateway",
                        "lastModifiedDateTime": "2025-10-02T00:00:00Z",
                        "body": {"contentType": "html", "content": "<p>Mail.</p>"}}]
                    if "2025-11-01" in self.path or os.path.exists("none"): posts = []
                    if "2025-09-01" in self.path: posts.append({"title": "Without an id"})
                    self.answer(json.dumps({"value": posts}).encode())
                def answer(self, body, status=200):
                    self.send_response(status)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                def log_message(self, *words): pass
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
            print(server.server_port, flush=True)
            server.serve_forever()
            """)
        return try await place.shell(
            """
            mkfifo port
            /usr/bin/python3 server.py > port 2> server.log &
            server=$!
            trap 'kill "$server"' EXIT
            read -r PORT < port
            export PORT READINESS_GRAPH_TOKEN=token-of-the-test
            export HOOK="http://127.0.0.1:$PORT/hook/secret-part"
            \(script)
            """)
    }

    @Test("A card is posted, once for each standing where that is wanted")
    func posted() async throws {
        try await Self.with { place in
            let outcome = try await Self.serving(
                place,
                """
                set -e
                "$READINESS" notify --webhook-env HOOK --if-changed told.json
                "$READINESS" notify --webhook-env HOOK --if-changed told.json
                "$READINESS" sign checklists/sample.yaml told --note done --as bea@example.com
                "$READINESS" notify --webhook-env HOOK --if-changed told.json
                "$READINESS" notify --webhook-env HOOK --format json
                """)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.contains("sample: NO-GO, posted\nsigned"), "\(outcome)")
            #expect(outcome.stdout.hasSuffix("sample: GO, posted\nsample: GO, posted\n"))
            #expect(outcome.stderr.contains("sample: nothing new since it was told."))
            #expect(!"\(outcome)".contains("secret-part"), "\(outcome)")
            let posted = try place.read("posted").split(separator: "\n")
            #expect(posted.count == 3)
            #expect(posted[0].hasPrefix("/hook/secret-part {"))
            #expect(posted[0].contains("NO-GO: ") && posted[0].contains("AdaptiveCard"))
            #expect(posted[1].contains("\"GO: \""))
            #expect(posted[2].contains("\"asOf\""))
        }
    }

    @Test("Posts are fetched and imported as those of files")
    func fetched() async throws {
        try await Self.with { place in
            let outcome = try await Self.serving(
                place,
                """
                set -e
                "$READINESS" import --graph --since 2025-10-01 --graph-base "http://127.0.0.1:$PORT" --output checklists
                "$READINESS" lint checklists
                """)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.hasPrefix("new  checklists/mc900001.yaml"), "\(outcome)")
            #expect(!"\(outcome)".contains("token-of-the-test"), "\(outcome)")
        }
    }

    @Test("A message that is refused keeps no later rollout from being told")
    func refused() async throws {
        try await Self.with { place in
            try place.write(
                "checklists/a.yaml",
                Self.checklist.replacing("id: sample", with: "id: a")
                    .replacing("A sample", with: "Refuse me"))
            let outcome = try await Self.serving(
                place, "\"$READINESS\" notify --webhook-env HOOK --if-changed told.json")
            #expect(outcome.status == 65, "\(outcome)")
            #expect(outcome.stdout == "sample: NO-GO, posted\n", "\(outcome)")
            #expect(outcome.stderr.contains("a: The webhook in $HOOK"), "\(outcome)")
            #expect(try place.read("posted").split(separator: "\n").count == 2)
            // What was refused was not told.
            #expect(try !place.read("told.json").contains(#"[\"a\""#))
        }
    }

    @Test("Where it cannot be kept that something was told, nothing is")
    func unkept() async throws {
        try await Self.with { place in
            let outcome = try await Self.serving(
                place, "\"$READINESS\" notify --webhook-env HOOK --if-changed none/told.json")
            #expect(outcome.status == 74, "\(outcome)")
            #expect(outcome.stdout.isEmpty, "\(outcome)")
            #expect(!place.exists("posted"))
        }
    }

    @Test(
        "Where a post that was fetched cannot be read nothing is imported; no posts are no mistake")
    func partlyFetched() async throws {
        try await Self.with { place in
            let command = "\"$READINESS\" import --graph --graph-base \"http://127.0.0.1:$PORT\""
            let partly = try await Self.serving(
                place, "\(command) --since 2025-09-01 --output checklists --write")
            #expect(partly.status == 65, "\(partly)")
            #expect(partly.stderr.contains("Nothing was imported"), "\(partly)")
            #expect(!place.exists("checklists/mc900001.yaml"))
        }
        try await Self.with { place in
            let command = "\"$READINESS\" import --graph --graph-base \"http://127.0.0.1:$PORT\""
            let none = try await Self.serving(
                place, "\(command) --since 2025-11-01 --output checklists")
            #expect(none.status == 0, "\(none)")
            #expect(none.stderr.contains("No posts."), "\(none)")
        }
        // Of all posts of a tenant, none is as empty as a folder without any.
        for output in ["", " --output checklists"] {
            try await Self.with { place in
                try place.write("none", "")
                let empty = try await Self.serving(
                    place,
                    "\"$READINESS\" import --graph --graph-base \"http://127.0.0.1:$PORT\"\(output)"
                )
                #expect(empty.status == 65, "\(empty)")
                #expect(
                    empty.stderr.contains("Microsoft Graph: There is no post in it."), "\(empty)")
            }
        }
    }
}
