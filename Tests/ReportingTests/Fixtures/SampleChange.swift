import Rollout
import Testing

/// The announcement and the effects of the sample.
enum SampleChange {
    static func change() throws -> Change {
        Change(
            message: "MC1169566", product: "Exchange", workload: "Exchange Online",
            platforms: ["Online", "World tenant"], types: ["Feature update", "Admin impact"],
            labels: [.init(name: "category", value: "stay informed")],
            created: CivilDate("2025-09-12"),
            updated: CivilDate("2025-09-19"),
            summary:
                "Certificate-based authentication for *Exchange ActiveSync* moves to hosts that speak TLS 1.3.",
            plainSummary:
                "Phones that log in to mail with a certificate will talk to a new address.",
            affects: "Gateways that filter by name must allow the new name.",
            preparation: "1. Allow the name.\n2. Test one phone.\n3. Tell the service desk.",
            links: [
                Link(title: "Announcement", url: "https://example.com/messages?id=1169566&lang=en"),
                Link(title: "Old tracker", url: "ftp://files.example.com/tracker"),
            ],
            documents: [Link(title: "Gateway handbook", url: "https://wiki.example.com/gateway")])
    }

    static let effects = [
        Effect(
            id: "firewall", kind: .risk, title: "Firewall configuration issues",
            text: "A gateway that does not know the new name **drops** the connection.",
            likelihood: .medium, impact: .high, roles: ["network-engineer"],
            references: ["https://example.com/endpoints"]),
        Effect(
            id: "tickets", kind: .effect, title: "More tickets on the first day",
            roles: ["service-desk"]),
        Effect(id: "phones", kind: .opportunity, title: "Old phones are found", likelihood: .low),
    ]
}
