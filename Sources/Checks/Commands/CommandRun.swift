import Files
import Glibc
import Rollout
import Subprocess
import Synchronization
import SystemPackage

/// Runs one program in a session of its own and leaves nothing of it behind.
struct CommandRun: Sendable {
    let program: String
    /// Without the program itself.
    let arguments: [String]
    let directory: String
    let variables: [String: String]

    /// The time that a command has to end by itself once it was asked to.
    static let grace = Duration.milliseconds(500)

    private enum Event: Sendable {
        case ended(CommandObservation)
        case timeIsUp
        case timerStopped
    }

    /// Runs the program to its end, to the time limit or until the task is cancelled.
    func run(timeout: Duration) async -> CommandObservation {
        let began = ContinuousClock().now
        let (observed, isTimedOut) = await withTaskGroup(
            of: Event.self, returning: (CommandObservation, Bool).self
        ) { group in
            group.addTask { .ended(await start()) }
            group.addTask {
                (try? await Task.sleep(for: timeout)) == nil ? .timerStopped : .timeIsUp
            }
            var observed = CommandObservation(.ended(Obstacle(.nothingObserved)))
            var isTimedOut = false
            // Cancelling the group ends the processes, and the command is waited for all the same.
            while let event = await group.next() {
                switch event {
                case .ended(let observation): observed = observation
                case .timeIsUp: isTimedOut = true
                case .timerStopped: break
                }
                group.cancelAll()
            }
            return (observed, isTimedOut)
        }
        return CommandObservation(
            ending(of: observed, timedOut: isTimedOut ? timeout : nil), stdout: observed.stdout,
            stderr: observed.stderr,
            milliseconds: Int(began.duration(to: ContinuousClock().now) / .milliseconds(1)))
    }

    /// What the end means: a signal that was sent from here is not the command's own doing.
    private func ending(
        of observed: CommandObservation, timedOut: Duration?
    ) -> CommandObservation.Ending {
        if case .notStarted = observed.ending { return observed.ending }
        if Task.isCancelled { return .ended(Obstacle(.stopped)) }
        return timedOut.map { .ended(Obstacle(.commandTimedOut, ["limit": $0.language])) }
            ?? observed.ending
    }

    private func start() async -> CommandObservation {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: Self.grace)
        ]
        let leader = Mutex<pid_t?>(nil)
        // A program that the command started may outlive it, or may not heed the request to end.
        // The group has the number of its leader as long as one of its processes is there, so that
        // the signal reaches those and nothing else.
        defer { if let group = leader.withLock({ $0 }) { kill(-group, SIGKILL) } }
        let outputs: CommandOutputs
        do throws(SystemError) {
            outputs = try CommandOutputs()
        } catch {
            return CommandObservation(.notStarted(obstacle(.programNotStarted, error.description)))
        }
        async let captured = CheckThreads.run(.zero) { _ in
            outputs.capture(limit: CommandObservation.limit)
        }
        let ending: CommandObservation.Ending
        do {
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: Arguments(arguments),
                environment: .custom(environment), workingDirectory: FilePath(directory),
                platformOptions: options, input: .none,
                output: .fileDescriptor(outputs.stdout.writing, closeAfterSpawningProcess: false),
                error: .fileDescriptor(outputs.stderr.writing, closeAfterSpawningProcess: false)
            ) { execution in
                leader.withLock { $0 = execution.processIdentifier.value }
                outputs.hasStarted()
            }
            ending = Self.ending(result.terminationStatus)
        } catch {
            let hasStarted = leader.withLock { $0 != nil }
            ending =
                hasStarted
                ? .ended(obstacle(.commandLost, Self.words(error)))
                : .notStarted(obstacle(.programNotStarted, Self.words(error)))
        }
        outputs.hasEnded()
        let (stdout, stderr) = await captured
        return CommandObservation(ending, stdout: stdout, stderr: stderr)
    }

    private func obstacle(_ code: Obstacle.Code, _ detail: String) -> Obstacle {
        Obstacle(code, ["program": program, "detail": detail])
    }

    private var environment: [Environment.Key: String] {
        var environment: [Environment.Key: String] = [:]
        for (name, value) in variables {
            if let key = Environment.Key(rawValue: name) { environment[key] = value }
        }
        return environment
    }

    private static func ending(_ status: TerminationStatus) -> CommandObservation.Ending {
        switch status {
        case .exited(let code): return .exited(Int(code))
        case .signaled(let number): return .signalled(Int(number))
        }
    }

    /// What went wrong in a few words, without what only programmers understand.
    private static func words(_ error: any Error) -> String {
        guard let failure = error as? SubprocessError, let system = failure.underlyingError else {
            return "\(error)"
        }
        switch system.rawValue {
        case ENOEXEC: return "neither a binary of this machine nor a script that begins with #!"
        case E2BIG: return "its arguments are too long"
        case ENOENT: return "it, or what runs it, does not exist"
        case let code: return SystemError(code).description
        }
    }
}
