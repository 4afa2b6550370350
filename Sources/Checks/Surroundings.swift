package import Rollout

/// What a check may know of the world beside its own options.
package struct Surroundings: Sendable {
    /// Whether a program may be started on behalf of the checklist.
    package enum CommandPermission: Hashable, Sendable {
        case granted
        /// A sentence that says why not, and what grants it.
        case refused(String)
    }

    /// The folder that relative paths count from: the checklist's own.
    package let folder: String
    /// How long one observation may take.
    package let timeout: Duration
    package let commands: CommandPermission
    /// The environment variables that a command is given.
    package let variables: [String: String]
    /// Tells the time of an observation.
    package let clock: @Sendable () -> Instant

    package init(
        folder: String, timeout: Duration, commands: CommandPermission, variables: [String: String],
        clock: @escaping @Sendable () -> Instant
    ) {
        self.folder = folder
        self.timeout = timeout
        self.commands = commands
        self.variables = variables
        self.clock = clock
    }

    /// A path of the checklist as the system takes it.
    package func path(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    /// The same with another time limit.
    package func with(timeout: Duration) -> Surroundings {
        Surroundings(
            folder: folder, timeout: timeout, commands: commands, variables: variables, clock: clock
        )
    }
}
