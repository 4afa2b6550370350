/// Measures how long something takes, on a clock that is never set.
struct Stopwatch {
    private let begin = ContinuousClock().now

    /// Whole milliseconds since it was made.
    var milliseconds: Int {
        Int(begin.duration(to: ContinuousClock().now) / .milliseconds(1))
    }
}
