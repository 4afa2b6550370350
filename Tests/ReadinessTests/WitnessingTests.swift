import Foundation
import Testing

/// A witness of another make, which openssl signs for.
@Suite("A server has its log witnessed", .timeLimit(.minutes(10)))
struct WitnessingTests {
    /// Starts a witness, and waits for what it says; `serve_with` is the server that asks it.
    private static let begin = #"""
        witness() {
            rm -f w/address
            /usr/bin/python3 "$WITNESS" w "$(cat data/ledger.sqlite.vkey)" witness.test/1 2>> w.errors &
            WATCHING=$!
            trap 'kill $SERVING $WATCHING 2> /dev/null || true' EXIT
            for tick in $(seq 600); do test -e w/address && break; sleep 0.05; done
            WITNESSED="$(cat w/vkey)=$(cat w/address)"
        }
        serve_with() {
            stop
            : > listening
            "$SERVER" --data data --listen "127.0.0.1:$PORT" "$@" > listening 2>> requests &
            SERVING=$!
            trap 'kill $SERVING $WATCHING 2> /dev/null || true' EXIT
            listens listening > /dev/null
        }
        get() { curl -s -H "Authorization: Bearer $READINESS_TOKEN" "$URL/$1"; }
        # Waits until a page of the server says something.
        says() {
            for tick in $(seq 600); do get "$1" > page; ! grep -q "$2" page || return 0; sleep 0.1; done
            cat page
            exit 98
        }

        """#

    @Test(
        "It signs each checkpoint once it is shown that the log only grew, says where it was, and its signature verifies"
    )
    func witnessed() async throws {
        try await walk(
            #"""
            witness
            serve_with --witness "$WITNESSED"
            says checkpoint '^— witness.test/1 '
            sign reviewed ann
            says checkpoint '^3$'
            says checkpoint '^— witness.test/1 '
            # The server begins anew and does not know what the witness saw: it is told, and proves from there.
            serve_with --witness "$WITNESSED"
            sign reviewed bob
            says checkpoint '^4$'
            says checkpoint '^— witness.test/1 '
            get checkpoint > checkpoint
            get checkpoint.witnessed > kept
            cmp checkpoint kept
            sort -u w/answers > answers
            # With openssl alone, and with our own reader.
            line=$(sed -n 's/^— witness.test\/1 //p' checkpoint)
            echo "$line" | base64 -d | tail -c 64 > signature
            seconds=$((0x$(echo "$line" | base64 -d | head -c 12 | tail -c 8 | od -An -tx1 | tr -d ' ')))
            { printf 'cosignature/v1\ntime %d\n' $seconds; sed '/^$/,$d' checkpoint; } > text
            openssl pkey -in w/key.pem -pubout -out public.pem
            openssl pkeyutl -verify -rawin -pubin -inkey public.pem -in text -sigfile signature
            "$READINESS" status checklists/sample.yaml || true
            says log 'The witness witness.test/1 signed the checkpoint of 4 entries'
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let answers = try workspace.read("answers")
            #expect(answers == "200\n409\n")
        }
    }

    @Test(
        "One that is away, refuses or contradicts keeps no statement waiting, and the page and the log say so"
    )
    func missing() async throws {
        try await walk(
            #"""
            witness
            kill $WATCHING
            wait $WATCHING || true
            serve_with --witness "$WITNESSED"
            sign reviewed ann
            says log 'The witness witness.test/1 was not reached'
            grep -q '"level":"warning"' requests
            get checkpoint.witnessed | grep -q '"code":"not-found"'
            echo 403 > w/refuse
            witness
            serve_with --witness "$WITNESSED"
            says log 'answered with the status 403'
            kill $WATCHING
            wait $WATCHING || true
            # What it saw before was another log of this name, as long, or longer.
            rm w/refuse
            for size in 3 9; do
                printf '%d\n%064d\n' $size 0 > w/seen
                witness
                serve_with --witness "$WITNESSED"
                says log "it knows $size entries that are not the first of these"
                kill $WATCHING
                wait $WATCHING || true
            done
            # It saw less, and not the beginning of this log: the proof does not hold.
            printf '2\n%064d\n' 0 > w/seen
            witness
            serve_with --witness "$WITNESSED"
            says log 'answered with the status 422'
            sign reviewed bob
            test "$("$READINESS" log --format jsonl | wc -l)" = 4
            refused 64 "$SERVER" --data data --witness "$(cat data/ledger.sqlite.vkey)=http://127.0.0.1:1/"
            refused 64 "$SERVER" --data data --witness "$(cat w/vkey)=http://witness.example/"
            grep -q 'of this machine alone' said
            refused 64 "$SERVER" --data data --witness nothing
            """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    private func walk(
        _ script: String, _ check: (Workspace, Outcome) async throws -> Void
    ) async throws {
        let program = DocsTree.root.appendingPathComponent("Tests/Support/witness.py").path
        try await ServerWalk.walk("WITNESS='\(program)'\n\(Self.begin)\(script)", check)
    }
}
