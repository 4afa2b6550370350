/// A part of those whom a change reaches: some clouds, rings or platforms, or others by their words.
struct CancelledPart: Hashable {
    var clouds: [Audience] = []
    /// Rings and channels.
    var rings: [Audience] = []
    var platforms: [Platform] = []
    /// Whom words name that are none of these, as they stand: "education tenants".
    var words = ""

    init() {}

    /// What tokens name.
    init(of tokens: ArraySlice<Token>) {
        let audiences = Audience.named(in: tokens)
        clouds = audiences.filter(\.isCloud)
        rings = audiences.filter { !$0.isCloud }
        platforms = Platform.named(in: tokens)
    }

    init(of text: String) { self.init(of: Token.tokens(of: text)[...]) }

    var isEmpty: Bool {
        clouds.isEmpty && rings.isEmpty && platforms.isEmpty && words.isEmpty
    }

    /// Whether all that the other one names is in this one.
    func covers(_ other: CancelledPart) -> Bool {
        func holds<Name: Equatable>(_ own: [Name], _ others: [Name]) -> Bool {
            own.isEmpty || (!others.isEmpty && others.allSatisfy(own.contains))
        }
        let holdsClouds =
            clouds.isEmpty || (!other.clouds.isEmpty && other.clouds.allSatisfy(reaches))
        return words.isEmpty && holdsClouds && holds(rings, other.rings)
            && holds(platforms, other.platforms)
    }

    /// Whether a cloud is one of those that are named; each of the government's is of "government
    /// clouds".
    func reaches(_ cloud: Audience) -> Bool {
        clouds.contains(cloud) || (cloud.isGovernment && clouds.contains(.government))
    }

    /// By the usual names.
    var names: [String] {
        rings.map(\.rawValue) + clouds.map(\.rawValue) + platforms.map(\.rawValue)
            + (words.isEmpty ? [] : [words])
    }
}
