import Glibc
package import Rollout

extension CommandCheck {
    package func judge(_ observation: CommandObservation, at instant: Instant) -> Judgement {
        switch observation.ending {
        case .refused(let reason), .notStarted(let reason), .lost(let reason):
            return .undetermined(reason)
        case .timedOut(let limit):
            return .undetermined(
                "The command did not end within \(limit.language) and was ended.")
        case .stopped:
            return .undetermined("The command was ended because the run was.")
        case .signalled(let number):
            return .undetermined(
                "Signal \(Self.name(of: number)) ended the command before it could say anything by"
                    + " its exit status.")
        case .exited(let code):
            return exited(code, observation)
        }
    }

    private func exited(_ code: Int, _ observation: CommandObservation) -> Judgement {
        let wanted = expected.exit.map(String.init).joined(separator: ", ")
        var expectations = [
            Expectation(
                expected.exit.count == 1 ? "exit status \(wanted)" : "an exit status of \(wanted)",
                actual: "exit status \(code)", met: expected.exit.contains(code),
                otherwise: "The command ended with exit status \(code), not \(wanted)."
                    + hint(for: code))
        ]
        if let stdout = expected.stdout {
            expectations += stdout.expectations(
                of: observation.stdout, named: "the standard output", isQuoted: true)
        }
        if let stderr = expected.stderr {
            expectations += stderr.expectations(
                of: observation.stderr, named: "the error output", isQuoted: true)
        }
        return .findings(
            expectations, met: "The command ended with exit status \(code) and as expected.")
    }

    /// What the shell means by two of its exit statuses (POSIX, Shell and Utilities, 2.8.2).
    private func hint(for code: Int) -> String {
        guard shell else { return "" }
        switch code {
        case 126: return " A shell says so of a program that it may not execute."
        case 127: return " A shell says so of a program that it did not find."
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
