/// The labels of the fields of an announcement page.
package enum PageLabel: String, Hashable, CaseIterable, Sendable {
    case checkBefore = "check before"
    case product = "product"
    case platform = "platform"
    case status = "status"
    case changeType = "change type"
    case links = "links"
    case summary = "summary"
    case details = "details"
    case category = "change category"
    case scope = "scope"
    case releasePhase = "release phase"
    case created = "created"
    case updated = "updated"
    case taskType = "task type"
    case documents = "docu to check"
    case affects = "ms how does it affect me"
    case preparations = "ms preparations"
    case urgency = "ms urgency"
    case workload = "ms workload name"
    case plainSummary = "summary for non-techies"
    case effects = "direct effects for operations"
    case options = "configuration options"
    case opportunities = "opportunities"
    case risks = "potential risks"
    case security = "it security"
    case explanation = "explanation for non-techies"

    /// The label that a line is, or begins with before a colon, and the rest of the line; nil for
    /// other lines.
    static func of(_ line: String) -> (label: PageLabel, rest: String)? {
        let bytes = Array(line.utf8)
        let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
        let name = bytes[..<end].filter { $0 != UInt8(ascii: "*") }
            .map { (65...90).contains($0) ? $0 | 32 : $0 }
        let rest = bytes[min(end + 1, bytes.count)...].drop { $0 == 32 }
        guard let label = closest(to: name) else { return nil }
        return (label, String(decoding: rest, as: UTF8.self))
    }

    /// The label that is spelled like this; longer ones with up to two letters wrong.
    private static func closest(to name: [UInt8]) -> PageLabel? {
        guard name.count <= 40 else { return nil }
        var text = name[...]
        while text.last == 32 { text.removeLast() }
        let spelled = Array(text)
        if let exact = allCases.first(where: { $0.rawValue.utf8.elementsEqual(spelled) }) {
            return exact
        }
        guard spelled.count >= 10 else { return nil }
        return allCases.first {
            $0.rawValue.utf8.count >= 10 && distance(Array($0.rawValue.utf8), spelled) <= 2
        }
    }

    /// How many letters differ, are missing or too many.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard abs(left.count - right.count) <= 2 else { return 3 }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let substituted = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
