import Foundation
import Testing

/// What is acknowledged is there afterwards, once and where it was said to be, whatever is broken.
///
/// READINESS_KILLS sets how many times the server is killed: 100 take some minutes.
@Suite("A server that is broken", .timeLimit(.minutes(30)))
struct ServerBreakTests {
    private static let kills =
        ProcessInfo.processInfo.environment["READINESS_KILLS"].flatMap { Int($0) } ?? 30

    @Test("kill -9 under load, many times: nothing acknowledged is lost, nothing counts twice")
    func killed() async throws {
        try await ServerWalk.walk(
            ServerLoad.functions + #"""
                kills=\#(Self.kills)
                prepare $((kills * 6))
                number=0
                known=0
                for kill in $(seq $kills); do
                    posting=''
                    for one in 1 2 3 4 5 6; do
                        number=$((number + 1))
                        bring $number &
                        posting="$posting $!"
                    done
                    # Before the first answer, or behind some of them; the others are under way.
                    for tick in $(seq 500); do
                        test "$(ls many | grep -c acknowledged)" -lt $((known + kill % 4)) || break
                        sleep 0.01
                    done
                    stop KILL
                    wait $posting
                    known=$(ls many | grep -c acknowledged || true)
                    serve
                done
                counted $number > after
                for one in $(seq $number); do
                    test -e many/$one.acknowledged || bring $one
                done
                counted $number > finally
                "$READINESS" audit
                "$READINESS" status checklists/sample.yaml > status || true
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let all = Self.kills * 6
            let after = try workspace.read("after").split(separator: " ").compactMap {
                Int($0.filter(\.isNumber))
            }
            #expect(after.count == 2 && after[0] > 0 && after[0] <= after[1], "\(after)")
            #expect(after[0] < all, "nothing was ever interrupted")
            #expect(try workspace.read("finally") == "\(all) \(all)\n")
            print("\(Self.kills) kills: \(after[0]) of \(all) acknowledged, \(after[1]) recorded")
        }
    }

    @Test("SIGTERM under load: what was recorded was acknowledged too")
    func stopped() async throws {
        try await ServerWalk.walk(
            ServerLoad.functions + #"""
                prepare 48
                number=0
                for round in 1 2 3 4 5 6 7 8; do
                    posting=''
                    for one in 1 2 3 4 5 6; do
                        number=$((number + 1))
                        bring $number &
                        posting="$posting $!"
                    done
                    sleep 0.$round
                    stop TERM
                    wait $posting
                    serve
                done
                counted 48
                "$READINESS" audit > audited
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            let counts = outcome.stdout.split(separator: "\n").last.map {
                $0.split(separator: " ").compactMap { Int($0) }
            }
            let both = try #require(counts)
            #expect(both.count == 2 && both[0] == both[1] && both[0] > 0, "\(both)")
        }
    }

    @Test("Connections that are cut at every place of a request and of its answer")
    func cut() async throws {
        try await ServerWalk.walk(
            ServerLoad.functions + #"""
                prepare 24
                python3 - "${URL##*:}" <<'PYTHON'
                import socket, sys
                for number in range(1, 25):
                    body = open(f"many/{number}.body", "rb").read()
                    head = (f"POST /api/statements HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
                            "Content-Type: application/vnd.readiness.statements\r\n\r\n").encode()
                    whole = head + body
                    peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
                    # Up to 16 within the request; behind that all of it is sent and the answer is not waited for.
                    peer.sendall(whole[: len(whole) * number // 17] if number < 17 else whole)
                    if number % 2:
                        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                    peer.close()
                PYTHON
                test "$(curl -s $URL/health)" = ok
                for one in $(seq 24); do bring $one; done
                counted 24
                "$READINESS" audit > audited
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.hasSuffix("24 24\n"), "\(outcome)")
        }
    }

    @Test("A disk that is full: nothing is acknowledged, health says so, and it goes on afterwards")
    func full() async throws {
        try await Workspace.withSample { workspace in
            let kind = getuid() == 0 ? "-m" : "-rm"
            let mount = "mkdir -p data && mount -t tmpfs -o size=3m tmpfs data"
            let can = try await workspace.shell("unshare \(kind) sh -c '\(mount)'")
            if can.status != 0 {
                #expect(ProcessInfo.processInfo.environment["CI"] != "true" || getuid() != 0)
                print("Skipped: no file system may be mounted here: \(can.stderr)")
                return
            }
            try workspace.write(
                "script",
                "\(mount) || exit 99\n" + ServerWalk.beginning() + ServerLoad.functions + #"""
                    prepare 12
                    for one in 1 2 3; do bring $one; done
                    cat /dev/zero > data/filler 2> /dev/null || true
                    for one in 4 5 6; do bring $one; done
                    cat many/[456].code > codes
                    for tick in $(seq 600); do
                        test "$(curl -s -o said -w '%{http_code}' $URL/health)" != 503 || break
                        sleep 0.1
                    done
                    grep -q 'cannot be written' said
                    rm data/filler
                    for one in $(seq 4 9); do bring $one; done
                    for tick in $(seq 600); do
                        test "$(curl -s $URL/health)" != ok || break
                        sleep 0.1
                    done
                    test "$(curl -s $URL/health)" = ok
                    # Full while it starts anew.
                    cat /dev/zero > data/filler 2> /dev/null || true
                    stop KILL
                    rm data/filler
                    serve
                    for one in $(seq 12); do test -e many/$one.acknowledged || bring $one; done
                    counted 12
                    "$READINESS" audit > audited
                    """#)
            let outcome = try await workspace.shell("unshare \(kind) sh script")
            #expect(outcome.status == 0, "\(outcome)")
            #expect(try workspace.read("codes") == "503503503", "\(outcome)")
            #expect(outcome.stdout.hasSuffix("12 12\n"), "\(outcome)")
        }
    }

    @Test("A clock that jumps back: nothing is recorded by it, and nothing is lost")
    func clock() async throws {
        try await ServerWalk.walk(
            ServerLoad.functions + #"""
                prepare 4
                bring 1
                stop
                # faketime reads the file while the server runs; what it is started through keeps its own place
                # of the time out of the way, and says which process is the server.
                cat > clocked <<SCRIPT
                #!/bin/sh
                export FAKETIME_TIMESTAMP_FILE=$PWD/clock FAKETIME_NO_CACHE=1 DONT_FAKE_MONOTONIC=1
                exec faketime -f +0 sh -c 'echo \$\$ > pid; unset FAKETIME; exec "\$@"' sh "$SERVER" "\$@"
                SCRIPT
                echo +0 > clock
                chmod +x clocked
                SERVER=$PWD/clocked
                serve
                SERVING=$(cat pid)
                trap 'kill $SERVING 2> /dev/null || true' EXIT
                echo -2h > clock
                bring 2
                cat many/2.code
                # Within the five minutes that two clocks may differ by.
                echo -2m > clock
                bring 3
                echo +0 > clock
                bring 2
                bring 4
                counted 4
                "$READINESS" audit > audited
                """#
        ) { workspace, outcome in
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.stdout.contains("5034 4\n"), "\(outcome)")
        }
    }
}
