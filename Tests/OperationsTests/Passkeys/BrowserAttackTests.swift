import CanonicalJSON
import Operations
import Rollout
import Testing

@Suite("What a browser sends counts in one form, whatever it is for")
struct BrowserAttackTests {
    private static let act: [String: JSONValue] = [
        "rollout": "sample", "act": "sign", "step": "firm", "choice": "approve", "note": "n",
    ]

    @Test(
        "Each attack is refused, and what it was made of is not",
        arguments: BrowserAttack.Use.allCases)
    func refused(_ use: BrowserAttack.Use) async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let passkey = SoftwarePasskey()
            switch use {
            case .enrolment:
                let shown = try await place.enrolment(passkey, place.link("ann@example.com"))
                try await attack(place, use) { way in _ = try await place.enrol(passkey, shown, way)
                }
            case .signIn:
                try await place.confirmed("ann@example.com", passkey)
                try await attack(place, use) { way in
                    _ = try await place.signIn(passkey, place.signInText(), way)
                }
            case .statement:
                try await place.confirmed("ann@example.com", passkey)
                let session = try await place.signedIn(passkey)
                let shown = try await place.show(Self.act, session)
                try await attack(place, use) { way in
                    _ = try await place.record(Self.act, shown, passkey, session, way)
                }
            }
        }
    }

    private func attack(
        _ place: BrowserPlace, _ use: BrowserAttack.Use,
        _ send: (SoftwarePasskey.Way) async throws -> Void
    ) async throws {
        let count = try await place.count()
        for attack in BrowserAttack.all {
            do {
                try await send(attack.way(use))
                Issue.record("\(use.rawValue): \(attack.name) was taken")
            } catch let refusal as StatementRefusal {
                #expect(
                    [.signature, .form].contains(refusal.code), "\(attack.name): \(refusal.words)")
            }
        }
        #expect(try await place.count() == count)
        try await send(SoftwarePasskey.Way())
        #expect(try await place.count() == (use == .signIn ? count : count + 1))
    }

    @Test("There are enough of them, and no two have one name")
    func many() {
        #expect(BrowserAttack.all.count >= 40)
        #expect(Set(BrowserAttack.all.map(\.name)).count == BrowserAttack.all.count)
    }
}
