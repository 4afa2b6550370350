import XML

/// The cases of a JUnit file in which words stand beside their elements, as some writers tell a
/// failure, and whether some stand between the cases, which may be of any.
struct JUnitWords {
    /// Cases of one name share what became of them.
    private struct Name: Hashable {
        let name: String?
        let owner: String?

        init(_ attributes: [String: String]) {
            name = attributes["name"]
            owner = attributes["classname"]
        }
    }

    private let cases: Set<Name>
    /// Words stand in a suite itself.
    let areBetweenCases: Bool

    /// Nil where there is no memory for it; what is no XML is read as far as it is.
    init?(_ bytes: [UInt8]) {
        var open: [(element: String, attributes: [String: String])] = []
        var cases: Set<Name> = []
        var areBetweenCases = false
        let events = XMLEvents { event in
            switch event {
            case .start(let name, let attributes): open.append((name, attributes))
            case .end: _ = open.popLast()
            case .text(let text):
                guard let last = open.last, Self.says(text) else { return true }
                switch last.element {
                case "testcase": cases.insert(Name(last.attributes))
                case "testsuite", "testsuites": areBetweenCases = true
                default: break
                }
            }
            return true
        }
        guard let events else { return nil }
        _ = bytes.withUnsafeBytes { events.feed($0, isLast: true) }
        self.cases = cases
        self.areBetweenCases = areBetweenCases
    }

    private static func says(_ text: String) -> Bool {
        !text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// Whether words stand in a case of these attributes.
    func stand(in attributes: [String: String]) -> Bool { cases.contains(Name(attributes)) }
}
