import Testing

@Suite("What waits to be sent to a server", .timeLimit(.minutes(10)))
struct ServerOutboxTests {
    /// A server that passes on what is read, and says of each statement that it is the entry of a number,
    /// without recording it; or answers it with a status and some words.
    private static let liar = #"""
        cat > liar.py <<'end'
        import http.server, sys, urllib.request, urllib.error
        class Liar(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_): pass
            def answer(self, status, body):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def do_GET(self):
                request = urllib.request.Request(sys.argv[2] + self.path, headers={"Authorization": self.headers["Authorization"]})
                try:
                    with urllib.request.urlopen(request) as reply: self.answer(reply.status, reply.read())
                except urllib.error.HTTPError as error: self.answer(error.code, error.read())
            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                if len(sys.argv) > 4: return self.answer(int(sys.argv[3]), sys.argv[4].encode())
                self.answer(201, b'{"entries":[{"sequence":%s,"isNew":true,"receipt":""}]}' % sys.argv[3].encode())
        server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Liar)
        print("ready", flush=True)
        server.serve_forever()
        end
        lie() {
            : > lying
            /usr/bin/python3 liar.py $KNOWN $URL "$@" > lying 9>&- &
            LYING=$!
            trap 'kill $SERVING $LYING 2> /dev/null || true' EXIT
            for tick in $(seq 600); do
                ! grep -q ready lying || break
                sleep 0.1
            done
        }

        """#

    @Test("It is kept until the ledger shows it, whatever the server says; and is told meanwhile")
    func verified() async throws {
        try await ServerWalk.walk(
            Self.liar + #"""
                sign reviewed bob
                "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note n --statement-out statement 2> told
                ssh-keygen -q -Y sign -f bob -n "$(sed -n 's/.*-n \([^ ]*\).*/\1/p' told)" statement
                waiting=$(find state -name ledger.sqlite).outbox
                mkdir -p $waiting
                { cat statement; echo; cat statement.sig; } > $waiting/1
                stop
                KNOWN=$PORT
                PORT=0
                serve
                # The number of another entry, and one that there is not.
                for number in 3 99; do
                    lie $number
                    refused 65 "$READINESS" outbox --send
                    cat said
                    test -e $waiting/1
                    kill $LYING
                    wait $LYING || true
                done > lies
                stop
                PORT=$KNOWN
                serve
                "$READINESS" status checklists/sample.yaml > status 2> noted || test $? -le 2
                sign approved ann --evidence allowed_signers 2> acted
                "$READINESS" outbox --send > sent
                test ! -e $waiting/1
                "$READINESS" status checklists/sample.yaml > status 2> quiet || test $? -le 2
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let lies = try workspace.read("lies")
            #expect(lies.contains("entry 3 is of another statement"), "\(lies)")
            #expect(lies.contains("it shows no entry 99"), "\(lies)")
            let words = "1 file of signed statements waits to be sent to http://127.0.0.1:"
            #expect(try workspace.read("noted").contains(words))
            #expect(try workspace.read("acted").contains(words))
            #expect(try workspace.read("sent").contains("(entry 5)"))
            #expect(try !workspace.read("quiet").contains("to be sent"))
        }
    }

    @Test("Whatever the answer is, what was signed is kept; what is refused for good is put aside")
    func answered() async throws {
        try await ServerWalk.walk(
            Self.liar + #"""
                sign reviewed ann
                waiting=$(find state -name ledger.sqlite).outbox
                aside=$(find state -name ledger.sqlite).refused
                stop
                KNOWN=$PORT
                PORT=0
                serve
                end() { kill $LYING; wait $LYING || true; }
                try() {
                    exit=$1
                    shift
                    lie "$@"
                    refused $exit "$READINESS" sign checklists/sample.yaml reviewed --as bob@example.com --note "n $1" --key bob
                    cat said >> said.all
                    end
                }
                count() { ls "$1" 2> /dev/null | wc -l | tr -d '\n'; echo -n ' '; }
                {
                    for status in 302 401 403 404 500; do try 69 $status 'no'; count $waiting; done
                    try 69 201 'no JSON at all'; count $waiting
                    try 69 201 '{"entries":"none"}'; count $waiting
                    try 69 422 '{"code":"content","message":"Bring the file first."}'; count $waiting
                    try 69 422 '{"code":"unlisted","message":"There is no list yet."}'; count $waiting
                    count $aside
                    try 65 422 '{"code":"rules","message":"Nobody may say that."}'; count $waiting; count $aside
                    try 65 413 '{"code":"form","message":"It is too large."}'; count $waiting; count $aside
                } > counts
                # What is refused for good is not sent again, and the rest is there once it is taken.
                lie 422 '{"code":"signature","message":"Whose key is that?"}'
                cp -r $waiting before
                refused 65 "$READINESS" outbox --send
                end
                { count $waiting; count $aside; } >> counts
                cp -r before/. $waiting
                stop
                PORT=$KNOWN
                serve
                "$READINESS" outbox --send > sent
                { count $waiting; count $aside; } >> counts
                "$READINESS" outbox > shown
                "$READINESS" log --format jsonl | grep -c '"note":"n [0-9]' > noted
                "$READINESS" audit
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let counts = try workspace.read("counts")
            #expect(counts == "1 2 3 4 5 6 7 8 9 0 9 1 9 2 0 11 0 11 ", "\(counts)")
            let said = try workspace.read("said.all")
            #expect(
                said.contains("Nobody may say that. Nothing was recorded. What was signed is kept"))
            #expect(said.contains("What was said is signed and kept in"))
            #expect(try workspace.read("noted") == "9\n")
            #expect(try workspace.read("sent").contains("sent: "))
            let shown = try workspace.read("shown")
            #expect(shown.hasPrefix("Nothing waits to be sent.\nrefused: "))
        }
    }
}
