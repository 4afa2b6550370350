import Subprocess
import Testing

@Suite("An interrupted run", .timeLimit(.minutes(10)))
struct InterruptionTests {
    @Test(
        "It ends at once, exits with 130 and keeps what was observed",
        arguments: ["INT", "TERM", "HUP"], ["text", "json"])
    func interrupted(_ signal: String, _ format: String) async throws {
        try await Workspace.with { workspace in
            try await LoopbackListener.with { port in
                let steps = (1...4).map { number in
                    """
                      - id: slow-\(number)
                        title: T
                        role: boss
                        due: first
                        check: [{tls: {host: 127.0.0.1, port: \(port), timeout: 90s}}]
                    """
                }
                try workspace.write(
                    "slow.yaml",
                    """
                    readiness: 1
                    id: slow
                    title: Slow
                    owner: boss
                    timeline: [{id: first, title: First, starts: 2100-01-10}]
                    roles: {boss: {title: Bosses, members: [bea@example.com]}}
                    steps:
                      - {id: fast, title: T, role: boss, due: first, check: [{file: {path: slow.yaml}}]}
                    \(steps.joined(separator: "\n"))

                    """)
                let (outcome, duration) = try await workspace.readiness(
                    "run", "slow.yaml", "--jobs", "3", "--format", format,
                    interruptedBy: signal == "INT"
                        ? .interrupt : signal == "HUP" ? .terminalClosed : .terminate,
                    once: "[1/5]")
                #expect(outcome.status == 130, "\(outcome)")
                // A second on an idle machine; the checks themselves would take 90.
                #expect(duration < .seconds(20))
                #expect(outcome.stderr.contains("1 of 5 checks were recorded"))
                if format == "text" {
                    #expect(outcome.stdout.contains("met          fast: "))
                    #expect(outcome.stdout.contains("not run      slow-1: "))
                } else {
                    let steps = try outcome.json()["steps"]
                    #expect(steps.first("id", "slow-1")["status"].text == "pending")
                }
                let log = try await workspace.readiness("log", "--format", "json")
                #expect(log.stdout.split(separator: "\n").count == 2, "\(log)")
                #expect(try workspace.names(in: ".readiness") == ["ledger.sqlite"])
            }
        }
    }

    @Test("Impatience leaves nothing behind: a command that heeds no signal is ended all the same")
    func twice() async throws {
        try await Workspace.with { workspace in
            try workspace.write(
                "deaf.yaml",
                """
                readiness: 1
                id: deaf
                title: Deaf
                owner: boss
                timeline: [{id: first, title: First, starts: 2100-01-10}]
                roles: {boss: {title: Bosses, members: [bea@example.com]}}
                steps:
                  - id: deaf
                    title: T
                    role: boss
                    due: first
                    check:
                      - command:
                          run: ["trap '' INT TERM; echo $$ > pid.new; mv pid.new pid; sleep 90"]
                          shell: true
                          timeout: 95s

                """)
            let outcome = try await workspace.shell(
                """
                "$READINESS" run deaf.yaml --allow-commands & run=$!
                until test -s pid; do sleep 0.05; done
                kill -TERM $run; sleep 0.1; kill -TERM $run 2>/dev/null
                wait $run; echo "exit $?"
                # What was ended stays in the list of processes until somebody asks how it ended.
                for _ in $(seq 600); do
                    kill -0 "-$(cat pid)" 2>/dev/null || break
                    sleep 0.05
                done
                kill -0 "-$(cat pid)" 2>/dev/null && echo "left behind"
                kill -KILL "-$(cat pid)" 2>/dev/null
                """)
            #expect(outcome.stdout.hasSuffix("\nexit 130\n"), "\(outcome)")
        }
    }
}
