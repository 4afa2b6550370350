/// The result could not be written to standard output, so that a cut one is never taken for whole.
struct UnwrittenResult: Error, CustomStringConvertible {
    /// The system's words.
    let reason: String

    var description: String {
        "The result could not be written to standard output: \(reason)."
    }
}
