import Checks
import Rollout

extension CheckEnvironment {
    /// The instant that the certificates of the tests are judged at.
    static let testInstant = Instant(milliseconds: 1_760_000_000_000)

    /// An environment with a clock that stands still.
    static func fixture(
        folder: String = "/", timeout: Duration = .seconds(60),
        commands: CommandPermission = .granted, variables: [String: String] = [:],
        now: Instant = testInstant
    ) -> CheckEnvironment {
        CheckEnvironment(
            folder: folder, timeout: timeout, commands: commands, variables: variables,
            clock: { now })
    }

    /// The same in the folder of the certificates, without trust.
    static func test(
        timeout: Duration = .seconds(60), at instant: Instant = testInstant,
        _ permission: CommandPermission = .refused
    ) -> CheckEnvironment {
        fixture(folder: TestPKI.folder, timeout: timeout, commands: permission, now: instant)
    }
}
