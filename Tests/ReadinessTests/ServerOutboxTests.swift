import Testing

@Suite("What waits to be sent to a server", .timeLimit(.minutes(10)))
struct ServerOutboxTests {
    /// A server that passes on what is read, and says of each statement that it is the entry of a number,
    /// without recording it.
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
                self.answer(201, b'{"entries":[{"sequence":%s,"isNew":true,"receipt":""}]}' % sys.argv[3].encode())
        server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Liar)
        print("ready", flush=True)
        server.serve_forever()
        end
        lie() {
            : > lying
            /usr/bin/python3 liar.py $KNOWN $URL $1 > lying 9>&- &
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
}
