/// What a text says can be reached, or is to be allowed.
enum NetworkTarget: Hashable {
    case host(String)
    /// An IP address.
    case address(String)
    /// Many addresses, such as `203.0.113.0/24`.
    case range(String)
    /// Many hosts, such as `*.example.com`.
    case pattern(String)

    var text: String {
        switch self {
        case .host(let text), .address(let text), .range(let text), .pattern(let text): text
        }
    }

    /// Whether there is one machine to ask.
    var isSingle: Bool {
        switch self {
        case .host, .address: true
        case .range, .pattern: false
        }
    }
}
