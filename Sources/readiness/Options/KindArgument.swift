import ArgumentParser
import Fields
import Rollout

/// A kind of entries, as `log --kind` takes it.
enum KindArgument {
    static let names = StatementBody.Kind.allCases.map(\.rawValue)

    /// What people write where they mean a kind.
    private static let verbs: [String: StatementBody.Kind] = [
        "checked": .check, "signed": .signOff, "waived": .waiver, "revoked": .revocation,
        "decided": .decision, "corrected": .correction, "polled": .poll, "requested": .request,
        "approved": .approval,
    ]

    static func read(_ text: String) throws -> StatementBody.Kind {
        if let kind = StatementBody.Kind(rawValue: text) { return kind }
        let known = names + verbs.keys
        let meant = NearestName.nearest(to: text, among: known).map { verbs[$0]?.rawValue ?? $0 }
        throw ValidationError(
            "--kind is one of \(names.joined(separator: ", ")), not \"\(text)\""
                + (meant.map { "; did you mean \"\($0)\"?" } ?? "."))
    }
}
