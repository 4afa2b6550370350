/// What a change runs on.
package enum Platform: String, Hashable, Sendable, CaseIterable {
    case windows = "Windows"
    case mac = "Mac"
    case ios = "iOS"
    case android = "Android"
    case linux = "Linux"
    case web = "Web"
    case desktop = "Desktop"
    case mobile = "Mobile"

    /// The platforms that words speak of, each once, in their order.
    static func named(in tokens: ArraySlice<Token>) -> [Platform] {
        var found: [Platform] = []
        for token in tokens {
            if let platform = PlatformWords.platform(token), !found.contains(platform) {
                found.append(platform)
            }
        }
        return found
    }
}
