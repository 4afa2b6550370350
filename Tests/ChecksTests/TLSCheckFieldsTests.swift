import CanonicalJSON
import Checks
import Fields
import Foundation
import LocatedYAML
import Rollout
import Testing

/// What the language says of the `tcp` and `tls` checks.
struct TLSCheckFieldsTests {
    @Test("Every option is explained in the documentation of its kind")
    func documented() throws {
        for kind in [CheckKind.tcp, .tls] {
            let page = URL(fileURLWithPath: #filePath)
                .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("docs/checks/\(kind.name).md")
            let text = try String(contentsOf: page, encoding: .utf8)
            for field in kind.shape.fields {
                #expect(text.contains("\n| `\(field.key)` | "), "\(kind.name) \(field.key)")
            }
        }
    }

    @Test("A version may be written as a word or as a number, and nothing else is a version")
    func schema() {
        let schema = CheckKind.tls.shape.schema
        #expect(schema["required"] == ["host"])
        #expect(schema["additionalProperties"] == false)
        let version = schema["properties"]?["minimum-version"]?["anyOf"]?.items?.first
        #expect(version?["type"] == ["string", "number"])
    }

    @Test("Both kinds are in the list of kinds, and neither needs a trusted checklist")
    func listed() {
        let kinds = CheckKinds.all
        #expect(Set(kinds.map(\.name)).isSuperset(of: ["tcp", "tls"]))
        #expect(kinds.filter { ["tcp", "tls"].contains($0.name) }.allSatisfy { !$0.needsTrust })
    }
}
