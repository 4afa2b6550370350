import Foundation
import Testing

/// Two servers with one database, under load, and what kills one of them.
@Suite(
    "Two servers and one ledger", .enabled(if: ServerStore.available.contains(.postgres)),
    .timeLimit(.minutes(10)))
struct TwoServersTests {
    /// Makes requests, and starts a second server with a folder of its own.
    private static let load = #"""
        WRITER=$(dirname "$READINESS")/ledger-writer
        POST=\#(PostgresCluster.program.replacing("postgres-cluster", with: "post-statements"))
        # The command line does without the library.
        test "$(ldd "$SERVER" | grep -c libpq)" = 1
        test "$(ldd "$READINESS" | grep -c libpq)" = 0
        members=$(seq -s , -f 'person-%g@example.com' 20)
        sed -i "s/^waivers:/  crowd: {title: Crowd, members: [$members]}\nwaivers:/" checklists/sample.yaml
        cat >> checklists/sample.yaml << 'END'
          - id: seen
            title: Everybody has seen it
            role: crowd
            due: first
            sign-off: {by: [crowd], count: 20}
        END
        sign reviewed ann
        digests=$("$READINESS" status checklists/sample.yaml --format json | python3 -c '
        import json, sys
        status = json.load(sys.stdin)
        (step,) = [step for step in status["steps"] if step["id"] == "seen"]
        print(step["digest"], status["checklist"]["digest"])')
        requests() {
            # shellcheck disable=SC2086 # digests without blanks
            "$WRITER" requests sample checklists/sample.yaml seen $digests "$1" 20 > requests.$1
        }
        FIRST=$SERVING
        FIRST_URL=$URL
        FIRST_PORT=$PORT
        # A second one needs the key of the log, and says so.
        mkdir -m 700 second
        cp data/allowed_signers second
        refused 1 env READINESS_DATABASE=$(database data) "$SERVER" --data second --listen 127.0.0.1:0
        grep -q 'Copy the file log.key' said
        cp data/log.key second
        second

        """#

    /// What must hold of everything that was acknowledged.
    private static let after = #"""
        "$READINESS" log --format jsonl > log
        "$READINESS" audit > audited
        # The same by the other server, into another copy of another account.
        (mkdir -p other/state && cp -r checklists other && cd other &&
            export XDG_STATE_HOME=$PWD/state &&
            "$READINESS" init . --server $URL_TWO &&
            "$READINESS" log --format jsonl > ../log.second)
        cmp log log.second

        """#

    private func expect(_ count: Int, in workspace: Workspace) throws {
        let log = try workspace.read("log").split(separator: "\n")
        let notes = log.compactMap { line -> Substring? in
            guard let start = line.range(of: "Seen, number ") else { return nil }
            return line[start.upperBound...].prefix { $0.isNumber }
        }
        #expect(notes.count == count && Set(notes).count == count, "each is there once")
        let sequences = log.indices.allSatisfy { log[$0].contains("\"sequence\":\($0 + 1),") }
        #expect(sequences, "there are no gaps")
        let posted = try workspace.read("posted").split(separator: "\n").dropFirst()
        for (number, sequence) in posted.enumerated() {
            let entry = log[try #require(Int(sequence)) - 1]
            #expect(entry.contains("Seen, number \(number + 1).\""))
        }
        #expect(try workspace.read("audited").contains("Everything is as it was recorded"))
    }

    private func walk(
        _ script: String, _ check: (Workspace, Outcome) async throws -> Void
    ) async throws {
        try await ServerWalk.walk(
            on: .postgres, people: 20, Self.load + script + Self.after, check)
    }

    @Test(
        "Twenty-four clients post to both: no gap, no double, and each server shows what the other took"
    )
    func load() async throws {
        try await walk(
            #"""
            requests 1200
            "$POST" requests.1200 24 $URL $URL_TWO > posted
            # Everything again, by the other one: nothing is recorded twice.
            "$POST" requests.1200 24 $URL_TWO $URL > again
            tail -n +2 posted > one
            tail -n +2 again > two
            cmp one two

            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            try expect(1200, in: workspace)
        }
    }

    @Test("A server is killed twenty times under load, now the one and now the other")
    func killed() async throws {
        try await walk(
            #"""
            requests 2500
            "$POST" requests.2500 24 $URL $URL_TWO > posted &
            POSTING=$!
            kills=0
            while kill -0 $POSTING 2> /dev/null && [ $kills -lt 20 ]; do
                sleep 0.3
                kills=$((kills + 1))
                if [ $((kills % 2)) = 0 ]; then
                    kill -KILL $SERVING
                    wait $SERVING || true
                    serve
                    trap 'kill $SERVING $SECOND 2> /dev/null || true' EXIT
                else
                    kill -KILL $SECOND
                    wait $SECOND || true
                    second
                fi
            done
            echo $kills > kills
            wait $POSTING

            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try workspace.read("kills") == "20\n")
            try expect(2500, in: workspace)
        }
    }

    @Test("A server whose clock is behind records nothing, and the other one goes on")
    func clock() async throws {
        try await walk(
            #"""
            requests 40
            "$POST" requests.40 4 $URL > posted
            kill $SECOND
            wait $SECOND || true
            : > listening.second
            # Not by the program faketime, which would stand between it and the signals; env is what
            # the library starts again.
            READINESS_DATABASE=$(database data) FAKETIME=-1h FAKETIME_DONT_FAKE_MONOTONIC=1 \
                LD_PRELOAD=$(ls /usr/lib/*/faketime/libfaketime.so.1) \
                env "$SERVER" --data second --listen "127.0.0.1:$PORT_TWO" > listening.second 2> behind 9>&- &
            SECOND=$!
            trap 'kill $SERVING $SECOND 2> /dev/null || true' EXIT
            listens listening.second
            requests 41
            tail -n "+$(grep -n '^{' requests.41 | tail -n 1 | cut -d : -f 1)" requests.41 > one
            curl -s -o answer -w '%{http_code}\n' -X POST --data-binary @one \
                -H 'Content-Type: application/vnd.readiness.statements' $URL_TWO/api/statements > code
            grep -q 503 code
            grep -q 'one of the two clocks is wrong' behind
            kill $SECOND
            wait $SECOND || true
            second

            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            try expect(40, in: workspace)
        }
    }

    @Test("PostgreSQL is killed five times under load")
    func crashed() async throws {
        try await walk(
            #"""
            requests 2500
            "$POST" requests.2500 24 $URL $URL_TWO > posted &
            POSTING=$!
            for crash in 1 2 3 4 5; do
                sleep 0.5
                echo crash >&9
            done
            kill -0 $POSTING
            wait $POSTING

            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            try expect(2500, in: workspace)
        }
    }
}
