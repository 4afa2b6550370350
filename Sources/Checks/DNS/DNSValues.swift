import Rollout

/// The values of records in the form in which they are compared, each once.
///
/// Nothing says the encoding of what is no UTF-8, so that nobody knows what such a value says.
struct DNSValues {
    /// The values that are texts, in the order in which they were given.
    let texts: [String]
    /// How many there are beside them.
    let unreadable: Int

    init(_ values: [[UInt8]], of type: DNSRecordType) {
        var seen: Set<[UInt8]> = []
        var texts: [String] = []
        var unreadable = 0
        for value in values {
            guard let bytes = TextEncoding.utf8.utf8(value, isCut: false) else {
                unreadable += seen.insert(value).inserted ? 1 : 0
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let normal = type.normal(text) ?? type.normalPart(text).normal
            // Two forms of one letter are one for `==`, but not for readers of records.
            if seen.insert(Array(normal.utf8)).inserted { texts.append(normal) }
        }
        (self.texts, self.unreadable) = (texts, unreadable)
    }

    /// All of them in a few words.
    var words: String {
        let others = unreadable == 0 ? "" : "\(unreadable) whose bytes are no text"
        guard !texts.isEmpty else { return others }
        let shown = TypedValue.texts(texts).words(.plain)
        return others.isEmpty ? shown : "\(shown), and \(others)"
    }

    /// One finding for each thing that is asked of the values.
    func findings(_ expected: ValueExpectation, until deadline: Deadline) -> [Finding] {
        expected.terms.flatMap { term -> [Finding] in
            let wanted = ValueExpectation([term])
            if case .length = term {
                let all = texts + [String](repeating: "", count: unreadable)
                return wanted.findings(of: .texts(all), named: Self.name, until: deadline)
            }
            let found = wanted.findings(of: .texts(texts), named: Self.name, until: deadline)
            guard unreadable > 0 else { return found }
            return found.map { isDecided(term, $0) ? $0 : Self.undecided($0) }
        }
    }

    private static let name = "the values"

    /// Whether the values that are texts decide a term, whatever the others say.
    private func isDecided(_ term: ExpectationTerm, _ finding: Finding) -> Bool {
        switch term {
        case .contains, .any: return finding.isMet
        case .lacks, .none, .all: return finding.standing == .unmet && !texts.isEmpty
        default: return false
        }
    }

    private static func undecided(_ finding: Finding) -> Finding {
        Finding(finding.expected, actual: "values whose bytes are no text", .unknown)
    }
}
