import Glibc
package import Rollout

extension CommandCheck {
    package func judge(
        _ observation: CommandObservation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        switch observation.ending {
        case .notStarted(let obstacle), .ended(let obstacle):
            return Judgement([], obstacle: obstacle)
        case .signalled(let number):
            return Judgement(.killedBySignal, ["signal": Self.name(of: number)])
        case .exited(let code): return exited(code, observation, deadline)
        }
    }

    private func exited(
        _ code: Int, _ observation: CommandObservation, _ deadline: Deadline
    ) -> Judgement {
        let wanted = expected.exit.map(String.init).joined(separator: " or ")
        var findings = [
            Finding(
                "exit status \(wanted)", actual: "exit status \(code)\(hint(for: code))",
                met: expected.exit.contains(code))
        ]
        if let stdout = expected.stdout {
            findings += stdout.findings(
                of: observation.stdout, named: "the standard output", until: deadline)
        }
        if let stderr = expected.stderr {
            findings += stderr.findings(
                of: observation.stderr, named: "the error output", until: deadline)
        }
        if let duration = expected.duration {
            findings += duration.changing(
                .duration(.milliseconds(observation.milliseconds)), named: "a run of", deadline)
        }
        return Judgement(findings)
    }

    /// What the shell means by two of its exit statuses (POSIX, Shell and Utilities, 2.8.2).
    private func hint(for code: Int) -> String {
        guard shell else { return "" }
        switch code {
        case 126: return ", which a shell has for a program that it may not execute"
        case 127: return ", which a shell has for a program that it did not find"
        default: return ""
        }
    }

    /// A signal by its number and, where it is a usual one, its name.
    static func name(of signal: Int) -> String {
        let names: [Int32: String] = [
            SIGHUP: "HUP", SIGINT: "INT", SIGQUIT: "QUIT", SIGILL: "ILL", SIGABRT: "ABRT",
            SIGBUS: "BUS", SIGFPE: "FPE", SIGKILL: "KILL", SIGSEGV: "SEGV", SIGPIPE: "PIPE",
            SIGALRM: "ALRM", SIGTERM: "TERM", SIGXCPU: "XCPU", SIGSYS: "SYS",
        ]
        return names[Int32(signal)].map { "\(signal) (\($0))" } ?? "\(signal)"
    }
}
