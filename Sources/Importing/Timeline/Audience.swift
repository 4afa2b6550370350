/// Whom a phase reaches: a ring, a channel or a cloud, by the name that is usual for it.
package enum Audience: String, Hashable, Sendable, CaseIterable {
    case generalAvailability = "General Availability"
    case targetedRelease = "Targeted Release"
    case standardRelease = "Standard Release"
    case publicPreview = "Public Preview"
    case privatePreview = "Private Preview"
    case preview = "Preview"
    case currentChannel = "Current Channel"
    case monthlyEnterpriseChannel = "Monthly Enterprise Channel"
    case betaChannel = "Beta Channel"
    case production = "Production"
    case worldwide = "Worldwide"
    case gcc = "GCC"
    case gccHigh = "GCC High"
    case dod = "DoD"
    case china = "China"
    case usSec = "USSec"
    case usNat = "USNat"
    case airgap = "Airgap"
    /// The clouds of the government, and which of them is not said.
    case government = "Government clouds"

    /// Whether it is a cloud, and neither a ring nor a channel.
    var isCloud: Bool {
        switch self {
        case .worldwide, .gcc, .gccHigh, .dod, .china, .usSec, .usNat, .airgap, .government: true
        default: false
        }
    }

    /// Whether it is one of the clouds of the government.
    var isGovernment: Bool { [.gcc, .gccHigh, .dod, .government].contains(self) }
}

extension Audience {
    /// The audiences that a name speaks of, each once, in the order of the text.
    static func named(in text: String) -> [Audience] { named(in: Token.tokens(of: text)[...]) }

    static func named(in tokens: ArraySlice<Token>) -> [Audience] {
        var found: [Audience] = []
        var index = tokens.startIndex
        while index < tokens.endIndex {
            guard let (audience, end, _) = AudienceWords.audience(at: index, in: tokens) else {
                index += 1
                continue
            }
            if !found.contains(audience) { found.append(audience) }
            index = end
        }
        // "Government clouds (GCC High, DoD)" says which ones.
        let isSaid = found.contains { $0.isGovernment && $0 != .government }
        return isSaid ? found.filter { $0 != .government } : found
    }
}
