package import Rollout

/// What a check may know of the world beside its own options.
package struct CheckEnvironment: Sendable {
    /// Whether something may be executed on behalf of the checklist.
    package enum CommandPermission: Hashable, Sendable {
        case granted, refused
    }

    /// The folder that relative paths count from: the checklist's own.
    package let folder: String
    /// How long one observation may take.
    package let timeout: Duration
    package let commands: CommandPermission
    /// The environment variables that there are; a command is given few of them.
    package let variables: [String: String]
    /// The secrets that the check names; nothing of them may stand in what it says.
    package let secrets: [Secret: String]
    /// The secrets of all checks of the checklist, of which nothing may stand there either.
    let shared: SharedSecrets
    /// The authorities that were read already; one for all checks of a run.
    package let authorities: AuthorityCache
    /// Tells the time of an observation.
    package let clock: @Sendable () -> Instant

    package init(
        folder: String, timeout: Duration, commands: CommandPermission, variables: [String: String],
        secrets: [Secret: String] = [:], shared: SharedSecrets = SharedSecrets(),
        authorities: AuthorityCache = AuthorityCache(),
        clock: @escaping @Sendable () -> Instant
    ) {
        self.folder = folder
        self.timeout = timeout
        self.commands = commands
        self.variables = variables
        self.secrets = secrets
        self.shared = shared
        self.authorities = authorities
        self.clock = clock
    }

    /// The folder that files must lie in whose content a check uses; nil where they may lie anywhere.
    var confinement: String? { commands == .granted ? nil : folder }

    /// A path of the checklist as the system takes it.
    package func path(_ path: String) -> String {
        switch path {
        case ".": folder
        case _ where path.hasPrefix("/"): path
        default: "\(folder)/\(path)"
        }
    }

    /// The same with another time limit, and with the secrets that a check names.
    package func with(
        timeout: Duration, secrets: [Secret: String] = [:]
    ) -> CheckEnvironment {
        CheckEnvironment(
            folder: folder, timeout: timeout, commands: commands, variables: variables,
            secrets: secrets, shared: shared, authorities: authorities, clock: clock)
    }
}
