import Foundation
import Testing

@Suite("Watching a server", .timeLimit(.minutes(10)))
struct ServerWatchTests {
    /// Waits until the health of the server has a status; what it says is in `said`.
    private static let untilHealth = #"""
        until_health() {
            for tick in $(seq 600); do
                test "$(curl -s -o said -w '%{http_code}' $URL/health)" != $1 || return 0
                sleep 0.1
            done
            return 1
        }

        """#

    @Test("Metrics have what happened, for readers alone, in a form that promtool takes")
    func metrics() async throws {
        try await ServerWalk.walk(
            #"""
            echo proof > evidence.txt
            sign approved ann --evidence evidence.txt
            curl -s -o /dev/null "$URL/no/such/$(seq -s / 50)"
            test "$(curl -s -o /dev/null -w '%{http_code}' $URL/metrics)" = 401
            read() { curl -s -H "Authorization: Bearer $READINESS_TOKEN" $URL/metrics; }
            read > first
            read > metrics
            promtool=$(command -v promtool || ls \#(DocsTree.root.path)/.tools/promtool/usr/bin/promtool 2> /dev/null || true)
            if test -n "$promtool"; then "$promtool" check metrics < metrics; fi
            """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let lines = try workspace.read("metrics").split(separator: "\n").map(String.init)
            for line in [
                "readiness_server_entries 3", "readiness_server_waiting_requests 0",
                "readiness_server_evidence_bytes 6", "readiness_server_writable 1",
                #"readiness_server_rollouts{verdict="NO-GO"} 1"#,
                #"readiness_server_requests_total{method="GET",route="/metrics",status="401"} 1"#,
                #"readiness_server_requests_total{method="GET",route="NotFound",status="404"} 1"#,
                #"readiness_server_requests_total{method="POST",route="/api/statements",status="201"} 2"#,
            ] {
                #expect(lines.contains(line), "\(line) in \(lines)")
            }
            #expect(
                lines.contains {
                    $0.wholeMatch(of: /readiness_server_checkpoint_timestamp_seconds \d{10}/) != nil
                }, "\(lines)")
        }
    }

    @Test("A file in place of a folder is no health, and one folder has one server")
    func places() async throws {
        try await ServerWalk.walk(
            Self.untilHealth + #"""
                until_health 200
                refused 64 "$SERVER" --data data --listen 127.0.0.1:0
                grep -q 'Another server serves data' said
                mv data/evidence hidden
                echo file > data/evidence
                until_health 503
                rm data/evidence
                mv hidden data/evidence
                until_health 200
                mv data hidden
                echo file > data
                until_health 503
                rm data
                mv hidden data
                until_health 200
                stop KILL
                serve
                until_health 200
                """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test(
        "Health tries a write of the database: of a right that is gone, a lock and a full disk it says so",
        .enabled(if: ServerStore.available.contains(.postgres)))
    func database() async throws {
        try await ServerWalk.walk(
            on: .postgres,
            Self.untilHealth + #"""
                log() { psql -d data -qtAc 'SELECT * FROM readiness.log'; }
                log > before
                until_health 200
                psql -d data -qc 'REVOKE UPDATE ON readiness.log FROM readiness_server'
                until_health 503
                psql -d data -qc 'GRANT UPDATE ON readiness.log TO readiness_server'
                until_health 200
                # Somebody keeps the row of the log for himself.
                psql -d data -qc 'BEGIN; SELECT 1 FROM readiness.log FOR UPDATE; SELECT pg_sleep(30)' > /dev/null 2>&1 &
                until_health 503
                psql -qtAc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()" > /dev/null
                until_health 200
                # A database that takes nothing new, such as a standby.
                psql -qc 'ALTER DATABASE data SET default_transaction_read_only = on' -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'data'" > /dev/null
                until_health 503
                psql -qc 'ALTER DATABASE data RESET default_transaction_read_only'
                until_health 200
                # No room for what is being worked on.
                psql -qc 'ALTER ROLE readiness_server SET temp_file_limit = 0' -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'data'" > /dev/null
                until_health 503
                psql -qc 'ALTER ROLE readiness_server RESET temp_file_limit' -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'data'" > /dev/null
                until_health 200
                log > after
                cmp before after
                """#
        ) { _, outcome in
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test("Health says that the ledger cannot be written, and that it can again")
    func health() async throws {
        try await ServerWalk.walk(
            Self.untilHealth + #"""
                until_health 200
                mv data/ledger.sqlite data/elsewhere
                until_health 503
                ! grep -q "$PWD" said
                mv data/elsewhere data/ledger.sqlite
                until_health 200
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let requests = try workspace.read("requests")
            #expect(requests.contains(#""message":"not well""#))
        }
    }
}
