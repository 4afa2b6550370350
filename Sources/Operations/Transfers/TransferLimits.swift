/// How long and how often something is tried.
package struct TransferLimits: Hashable, Sendable {
    /// At least 1.
    package var attempts = 5
    /// The wait before the second attempt; each further one is twice as long.
    package var firstWait = Duration.seconds(1)
    /// One request, from the lookup of the name to the last byte.
    package var request = Duration.seconds(30)
    /// All attempts with the waits between them.
    package var whole = Duration.seconds(120)

    package init() {}
}
