import CanonicalJSON
import Rollout

/// The certificates that checks saw, each once.
package struct SeenCertificate: Sendable {
    package let subject: String
    package let issuer: String
    package let names: [String]
    package let notBefore: String
    package let notAfter: String
    package let sha256: String
    /// The steps whose checks saw it, by their places.
    package let steps: [Int]

    /// In the order in which steps and chains have them.
    static func all(in assessment: Assessment) -> [SeenCertificate] {
        var found: [String: (JSONValue, [Int])] = [:]
        var order: [String] = []
        for (place, step) in assessment.steps.enumerated() {
            for report in step.checks.flatMap(\.reports) {
                for value in report.facts.content?.value["certificates"]?.items ?? [] {
                    guard let digest = value["sha256"]?.text else { continue }
                    if found[digest] == nil { order.append(digest) }
                    var steps = found[digest]?.1 ?? []
                    if steps.last != place { steps.append(place) }
                    found[digest] = (value, steps)
                }
            }
        }
        return order.compactMap { digest in
            found[digest].map { value, steps in
                func text(_ key: String) -> String { value[key]?.text ?? "" }
                return SeenCertificate(
                    subject: text("subject"), issuer: text("issuer"),
                    names: (value["names"]?.items ?? []).compactMap(\.text),
                    notBefore: text("not-before"), notAfter: text("not-after"), sha256: digest,
                    steps: steps)
            }
        }
    }
}
