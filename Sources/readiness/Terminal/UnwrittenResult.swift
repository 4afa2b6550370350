import Files
import Foundation

/// The result could not be written to standard output, so that a cut one is never taken for whole.
struct UnwrittenResult: Error, CustomStringConvertible {
    let failure: SystemError

    /// The reader of a pipe has seen enough, such as `head -1`, and nobody is left to tell.
    var isClosedPipe: Bool { failure == SystemError(EPIPE) }

    var description: String {
        "The result could not be written to standard output: \(failure)."
    }
}
