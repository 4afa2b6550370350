import Checks
import Foundation
import Rollout

extension Surroundings {
    /// The instant that the certificates of the tests are judged at.
    static let testInstant = Instant(milliseconds: 1_760_000_000_000)

    /// Surroundings in the folder of the certificates, with a clock that stands still.
    static func test(
        timeout: Duration = .seconds(10), at instant: Instant = testInstant
    ) -> Surroundings {
        Surroundings(
            folder: TestPKI.folder, timeout: timeout, commands: .refused("not in tests"),
            variables: [:], clock: { instant })
    }
}
