import Checks
import Glibc
import Rollout
let port = Int(CommandLine.arguments[1])!, ca = CommandLine.arguments[2], n = Int(CommandLine.arguments[3])!
var expected = TLSExpectations(serverName: "good.example.test")
expected.certificate.authorities = ca
expected.minimumVersion = .tls13
let check = ConfiguredCheck(.tls, TLSCheck(Endpoint(host: "good.example.test", port: 443, connectTo: DialTarget(host: "127.0.0.1", port: port)), expected))
let env = CheckEnvironment(folder: "/", timeout: .seconds(10), commands: .refused, variables: [:], clock: { Instant(milliseconds: 1_760_000_000_000) })
func usage() -> Double { var r = rusage(); getrusage(0, &r); return Double(r.ru_utime.tv_sec + r.ru_stime.tv_sec) + Double(r.ru_utime.tv_usec + r.ru_stime.tv_usec)/1e6 }
_ = await check.carryOut(in: env)
let c = ContinuousClock(); let t = c.now; let u = usage()
nonisolated(unsafe) var met = 0
let plan = (0..<n).map { PlannedCheck(position: $0, check: check, environment: env) }
_ = try await Evaluator(jobs: Int(CommandLine.arguments[4])!).run(plan) { _, r in if r.outcome == .met { met += 1 } }
let s = t.duration(to: c.now) / .seconds(1)
var r = rusage(); getrusage(0, &r)
print("met \(met) of \(n): \(s) s, cpu \((usage()-u)/Double(n)*1e6) us/check, peak \(r.ru_maxrss) kB")
