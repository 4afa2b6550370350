/// How far a text is about networks.
struct NetworkTopic: Hashable {
    /// Whether it speaks of hosts, addresses and the like.
    var isNetwork = false
    /// Whether it says that machines reach something.
    var isDemanded = false
    /// Whether it says that something is let through.
    var isPermitted = false

    /// Whether it has a word that may send its reader to a page.
    var maySend = false

    /// Of a row of a table of endpoints.
    static let row = NetworkTopic(isNetwork: true, isDemanded: true)

    var isAny: Bool { isNetwork || isDemanded || isPermitted }

    func joined(with other: NetworkTopic) -> NetworkTopic {
        NetworkTopic(
            isNetwork: isNetwork || other.isNetwork, isDemanded: isDemanded || other.isDemanded,
            isPermitted: isPermitted || other.isPermitted)
    }
}
