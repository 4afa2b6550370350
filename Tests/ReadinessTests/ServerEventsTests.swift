import Foundation
import Testing

@Suite("Pages are told that the ledger grew", .timeLimit(.minutes(10)))
struct ServerEventsTests {
    private static let begin = #"""
        events() {
            file=$1
            shift
            curl -sN -H "Authorization: Bearer $READINESS_TOKEN" "$@" $URL/events > $file 2> /dev/null &
            LISTENING="${LISTENING:-} $!"
            trap 'kill $SERVING $LISTENING 2> /dev/null || true' EXIT
        }
        # Waits until a file has a line.
        has() {
            for tick in $(seq 600); do ! grep -q "$2" $1 || return 0; sleep 0.1; done
            cat $1
            exit 98
        }

        """#

    @Test(
        "Each is told the number of entries, at once and when there are more, and goes on where it was"
    )
    func told() async throws {
        try await ServerWalk.walk(
            Self.begin + #"""
                events first
                has first '^id: 1$'
                events behind -H 'Last-Event-ID: 1'
                has behind '^: 1 entries$'
                sign reviewed ann
                has first '^id: 3$'
                has first '^event: entries$'
                has behind '^id: 3$'
                events forged -H 'Last-Event-ID: 3%0aevent: x'
                has forged '^id: 3$'
                cat first forged > all
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            // Nothing but numbers is told.
            let lines = try workspace.read("all").split(separator: "\n")
            let known = /id: [0-9]+|event: entries|data: [0-9]+|: [0-9]+ entries/
            #expect(lines.allSatisfy { $0.wholeMatch(of: known) != nil }, "\(lines)")
        }
    }

    @Test("They keep no server from stopping, and are as many as there are places")
    func bounded() async throws {
        try await ServerWalk.walk(
            Self.begin + #"""
                for number in $(seq 64); do events open$number; done
                for number in $(seq 64); do has open$number '^id: 1$'; done
                curl -s -o said -w '%{http_code} %header{retry-after}\n' -H "Authorization: Bearer $READINESS_TOKEN" $URL/events > full
                # Other readers are not kept out, and neither are statements.
                other=$("$SERVER" token --data data others)
                curl -sN -m 2 -H "Authorization: Bearer $other" $URL/events > others || true
                grep -q '^id: 1$' others
                sign reviewed ann
                # A page that is closed leaves its place, long before the next comment.
                kill ${LISTENING##* }
                sleep 3
                curl -sN -m 2 -H "Authorization: Bearer $READINESS_TOKEN" $URL/events > instead || true
                grep -q '^id: 3$' instead
                begun=$(date +%s)
                kill -TERM $SERVING
                wait $SERVING
                echo $(($(date +%s) - begun)) > took
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let full = try workspace.read("full")
            #expect(full == "503 60\n")
            #expect(try workspace.read("said").contains(#""code":"busy""#))
            let took = try workspace.read("took").trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(Int(took).map { $0 < 15 } ?? false, "\(took) s")
        }
    }
}
