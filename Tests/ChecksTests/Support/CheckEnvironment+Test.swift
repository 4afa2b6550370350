import Checks
import Foundation
import Rollout

extension CheckEnvironment {
    /// The instant that the certificates of the tests are judged at.
    static let testInstant = Instant(milliseconds: 1_760_000_000_000)

    /// CheckEnvironment in the folder of the certificates, with a clock that stands still.
    static func test(
        timeout: Duration = .seconds(10), at instant: Instant = testInstant
    ) -> CheckEnvironment {
        CheckEnvironment(
            folder: TestPKI.folder, timeout: timeout, commands: .refused,
            variables: [:], clock: { instant })
    }
}
