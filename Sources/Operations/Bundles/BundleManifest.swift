import CanonicalJSON
import Reporting
import Rollout

/// What a bundle is about: all that a judgement depends on beside the entries.
package struct BundleManifest: Hashable, Sendable {
    let rollout: RolloutReference
    let checklist: ContentDigest
    let target: TargetID?
    /// The values that were chosen for parameters, by name.
    let chosen: [String: String]
    let asOf: Instant
    let ledger: LedgerExtent
    let tool: ReportInput.Tool
    /// The version of the rules that the report was made by.
    let rules: Int

    package static let name = "bundle.json"
    private static let version: Int64 = 1

    package var bytes: [UInt8] {
        var members: [String: JSONValue] = [
            "bundle": .integer(Self.version),
            "checklist": [
                "id": .string(rollout.id), "place": .string(rollout.place),
                "digest": .string(checklist.description),
            ],
            "parameters": .object(chosen.mapValues(JSONValue.string)),
            "asOf": .string(asOf.rfc3339),
            "ledger": [
                "size": .integer(Int64(ledger.size)), "root": .string(ledger.root.description),
            ],
            "tool": ["name": .string(tool.name), "version": .string(tool.version)],
            "rules": .integer(Int64(rules)),
        ]
        if let target { members["target"] = .string(target.text) }
        return Array("\(JSONValue.object(members).prettyText)\n".utf8)
    }
}

extension BundleManifest {
    /// Reads what `bytes` writes; nil for anything else.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= 1 << 20, let value = try? JSONValue(jsonBytes: bytes),
            value["bundle"]?.integer == Self.version,
            let id = value["checklist"]?["id"]?.text,
            let place = value["checklist"]?["place"]?.text,
            let checklist = value["checklist"]?["digest"]?.text.flatMap({ ContentDigest($0) }),
            let chosen = value["parameters"]?.members,
            let asOf = value["asOf"]?.text.flatMap({ Instant(rfc3339: $0) }),
            let size = value["ledger"]?["size"]?.integer, size >= 0,
            let root = value["ledger"]?["root"]?.text.flatMap({ ContentDigest($0) }),
            let tool = value["tool"]?["name"]?.text, let version = value["tool"]?["version"]?.text,
            let rules = value["rules"]?.integer
        else { return nil }
        self.init(
            rollout: RolloutReference(id: id, place: place), checklist: checklist,
            target: value["target"]?.text.map { TargetID($0) },
            chosen: chosen.compactMapValues(\.text), asOf: asOf,
            ledger: LedgerExtent(size: Int(size), root: root),
            tool: ReportInput.Tool(name: tool, version: version), rules: Int(rules))
        guard self.bytes == bytes else { return nil }
    }
}
