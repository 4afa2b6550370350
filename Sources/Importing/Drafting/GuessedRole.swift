/// A role that a text seems to ask for.
enum GuessedRole: String, Hashable, CaseIterable {
    case changeManager = "change-manager"
    case itAdmin = "it-admin"
    case networkEngineer = "network-engineer"
    case security = "security"
    case developer = "developer"
    case helpDesk = "help-desk"

    var title: String {
        switch self {
        case .changeManager: "Change Management"
        case .itAdmin: "IT Administrators"
        case .networkEngineer: "Network Engineers"
        case .security: "Security and Compliance"
        case .developer: "Developers"
        case .helpDesk: "Help Desk"
        }
    }

    private static let words: [(words: Set<String>, role: GuessedRole)] = [
        (
            [
                "firewall", "firewalls", "proxy", "proxies", "dns", "network", "networks", "port",
                "ports", "endpoint", "endpoints", "gateway", "gateways", "ip", "vpn",
            ], .networkEngineer
        ),
        (
            ["developer", "developers", "api", "apis", "code", "sdk", "scripts", "powershell"],
            .developer
        ),
        (["compliance", "security", "dlp", "retention", "ediscovery", "audit"], .security),
        (["notify", "inform", "documentation", "training", "educate", "communicate"], .helpDesk),
    ]

    static func of(_ text: String) -> GuessedRole {
        let all = Set(Token.tokens(of: text).map(\.text))
        return words.first { !$0.words.isDisjoint(with: all) }?.role ?? .itAdmin
    }
}
