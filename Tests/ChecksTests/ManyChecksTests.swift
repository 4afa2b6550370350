import CanonicalJSON
import Checks
import Foundation
import Rollout
import Synchronization
import Testing

/// What many checks leave behind, and how long they take where some of them hang.
///
/// One after the other: each holds up a thread of the pool, of which there may be two.
@Suite(.serialized)
struct ManyChecksTests {
    /// A process of its own, since other tests open files and start programs all the time.
    private enum OwnProcess {
        static var descriptors: Int {
            get throws {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            }
        }

        /// Lets other tests go first, some of which look at the time.
        static func giveWay() { _ = nice(19) }

        /// Processes that have this one as their parent, ended ones that nobody asked for too.
        static var children: [String] {
            get throws {
                let own = String(ProcessInfo.processInfo.processIdentifier)
                return try FileManager.default.contentsOfDirectory(atPath: "/proc").filter {
                    guard Int($0) != nil,
                        let stat = try? String(contentsOfFile: "/proc/\($0)/stat", encoding: .utf8),
                        let end = stat.lastIndex(of: ")")
                    else { return false }
                    let words = stat[end...].split(separator: " ")
                    return words.count > 2 && words[2] == own
                }
            }
        }

        /// Processes that sleep for a time, whoever their parent is.
        static func sleepers(_ time: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: "/proc").filter {
                guard Int($0) != nil,
                    let line = FileManager.default.contents(
                        atPath: "/proc/\($0)/cmdline")
                else { return false }
                return line == Data("sleep\0\(time)\0".utf8)
            }
        }

        /// What it holds in memory, in KiB.
        static var memory: Int {
            get throws {
                let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
                let line = try #require(
                    status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
                return try #require(Int(line.filter(\.isNumber)))
            }
        }
    }

    private static let (jobs, hanging, all) = (64, 200, 2000)
    private static let limit = Duration.milliseconds(500)

    /// Checks of several kinds, of which every tenth may hang: half of those in connecting, half
    /// waiting for an answer.
    private static func plan(deaf: Int, mute: Int, hang: Bool) throws -> [PlannedCheck] {
        // What does not hang has all the time that it needs on a busy machine.
        let (short, long) = (
            CheckEnvironment.fixture(timeout: limit),
            CheckEnvironment.fixture(timeout: .seconds(60))
        )
        let texts: [(CheckKind, String)] = [
            (.file, "{path: /etc/passwd, content: root}"),
            (.tcp, "{host: 127.0.0.1, port: \(mute)}"),
            (.command, "{run: [/bin/sh, -c, 'echo a; sleep 0 & exit 0']}"),
        ]
        let quick = try texts.map { kind, text in
            try #require(try kind.reading(text).check)
        }
        let slow = try [
            "{host: 127.0.0.1, port: \(deaf)}",
            "{host: 127.0.0.1, port: \(mute), dialogue: [{expect: hello}]}",
        ].map { try #require(try CheckKind.tcp.reading($0).check) }
        // Programs are the dearest, so that there are fewer of them.
        return (0..<all).map { place in
            let kind = place % 20 == 1 ? 2 : place % 2
            let hangs = hang && place % 10 == 0
            return PlannedCheck(
                position: 0, check: hangs ? slow[place / 10 % 2] : quick[kind],
                environment: hangs ? short : long)
        }
    }

    /// A port that takes connections, and says nothing on them.
    private static func mutePort() throws -> (descriptor: Int32, port: Int) {
        let (datagram, stream, port) = try LoopbackSocket.pair()
        close(datagram)
        guard listen(stream, 4096) == 0 else { throw POSIXError(.EADDRINUSE) }
        return (stream, port)
    }

    @Test("200 of 2,000 checks hang: the others do not wait, and nothing is left behind")
    func hanging() async {
        await #expect(processExitsWith: .success) {
            OwnProcess.giveWay()
            let deaf = try DeafListener()
            func run(hang: Bool, mute port: Int) async throws -> (
                met: Int, open: Int, seconds: Double
            ) {
                let plan = try Self.plan(deaf: deaf.port, mute: port, hang: hang)
                let begin = ContinuousClock().now
                let results = try await Evaluator(jobs: Self.jobs).run(plan) { _, _ in }
                let spent = begin.duration(to: ContinuousClock().now)
                return (
                    results.count { $0 == .met }, results.count { $0 == .undetermined },
                    Double(spent / .milliseconds(1)) / 1000
                )
            }
            let rounds = Double((Self.hanging + Self.jobs - 1) / Self.jobs)
            let hanging = rounds * Double(Self.limit / .milliseconds(1)) / 1000
            // Other tests may slow down one of two runs, but hardly three times the same one.
            var isInTime = false
            for _ in 0..<3 where !isInTime {
                // A new one each time: nobody takes the connections, and its queue would be full.
                let (mute, port) = try Self.mutePort()
                defer { close(mute) }
                // This run starts the threads, and opens what libraries keep for good.
                let quick = try await run(hang: false, mute: port)
                #expect(quick.met == Self.all)
                let (descriptors, memory) = (try OwnProcess.descriptors, try OwnProcess.memory)
                let slow = try await run(hang: true, mute: port)
                #expect(slow.open == Self.hanging && slow.met == Self.all - Self.hanging)
                isInTime = slow.seconds <= 1.1 * (hanging + quick.seconds)
                #expect(try OwnProcess.children == [])
                #expect(try OwnProcess.descriptors <= descriptors)
                #expect(try OwnProcess.memory - memory < 16 << 10, "KiB")
            }
            #expect(isInTime)
            deaf.stop()
        }
    }

    @Test("Commands that ignore TERM and leave others behind are gone with all of theirs")
    func stubborn() async {
        await #expect(processExitsWith: .success) {
            OwnProcess.giveWay()
            // A number that no other process has tells those that it started.
            let nap = "600.\(ProcessInfo.processInfo.processIdentifier)"
            // The first run opens what libraries keep for good.
            try await Self.runStubborn("exit 3", nap, isFirst: true)
            // What ends at TERM, or by itself, may leave those behind that do not.
            let others = "(trap '' TERM; sleep \(nap) & sleep \(nap)) &"
            for script in [
                "trap '' TERM HUP; \(others) sleep \(nap)", "\(others) sleep \(nap)",
                "\(others) exit 3",
            ] {
                try await Self.runStubborn(script, nap)
            }
        }
    }

    private static func runStubborn(
        _ script: String, _ nap: String, isFirst: Bool = false
    ) async throws {
        let environment = CheckEnvironment.fixture(timeout: .milliseconds(100))
        let check = try #require(
            try CheckKind.command.reading("{run: [\"\(script)\"], shell: true}").check)
        let plan = Array(
            repeating: PlannedCheck(position: 0, check: check, environment: environment), count: 10)
        let descriptors = try OwnProcess.descriptors
        let results = try await Evaluator(jobs: plan.count).run(plan) { _, _ in }
        #expect(results.allSatisfy { $0 != .met })
        #expect(try OwnProcess.children == [])
        #expect(try isFirst || OwnProcess.descriptors <= descriptors)
        // Grandchildren have another parent by now.
        var left = try OwnProcess.sleepers(nap)
        let latest = ContinuousClock().now.advanced(by: .seconds(5))
        while !left.isEmpty, ContinuousClock().now < latest {
            left = try OwnProcess.sleepers(nap)
        }
        #expect(left == [], "\(script)")
    }
}
