import Checks
import Rollout

extension CheckEnvironment {
    /// CheckEnvironment with a clock that stands still.
    static func fixture(
        folder: String = "/", timeout: Duration = .seconds(10),
        commands: CommandPermission = .granted, variables: [String: String] = [:],
        now: Instant = Instant(milliseconds: 1_760_000_000_000)
    ) -> CheckEnvironment {
        CheckEnvironment(
            folder: folder, timeout: timeout, commands: commands, variables: variables,
            clock: { now })
    }
}
