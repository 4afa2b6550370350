import CanonicalJSON
import Rollout

/// How much of a ledger was judged, as JSON.
enum LedgerJSON {
    static func value(_ extent: LedgerExtent) -> JSONValue { .object(members(extent)) }

    /// With the damage that was seen outside of the rollout.
    static func value(_ extent: LedgerExtent, _ warnings: [LedgerWarning]) -> JSONValue {
        var members = members(extent)
        members["warnings"] = .array(
            warnings.map { warning in
                [
                    "kind": .string(warning.kind.rawValue),
                    "entry": warning.entry.map { .number($0) } ?? .null,
                    "detail": .string(warning.detail),
                    "text": .string(LedgerWording.sentence(warning)),
                ]
            })
        return .object(members)
    }

    private static func members(_ extent: LedgerExtent) -> [String: JSONValue] {
        ["size": .number(extent.size), "root": .string(extent.root.description)]
    }
}
