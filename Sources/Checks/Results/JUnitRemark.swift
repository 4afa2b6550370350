/// What an attribute of JUnit says of a case or suite, by the words in its name: each writer has
/// names of its own.
enum JUnitRemark: Hashable {
    /// Nothing against it.
    case harmless
    /// So many failures.
    case failures(Int)
    /// So many tests that were left out.
    case leftOut(Int)
    /// Something against it that cannot be counted.
    case doubt

    /// Also what speaks of passing as of something that was not so.
    private static let against = [
        "abort", "cancel", "crash", "interrupt", "unsucc", "notsucc", "unpass", "notpass",
        "nonpass", "notrun", "pending", "inconclus", "timedout", "incomplet", "broken", "unstable",
    ]
    private static let outcomes = [
        "outcome", "result", "status", "verdict", "state", "conclusion",
    ]
    private static let passing: Set = [
        "run", "completed", "success", "successful", "succeeded", "passed", "pass", "ok", "true",
    ]
    private static let failing: Set = ["failed", "fail", "failure", "error", "false"]
    private static let no: Set = ["false", "no", "none", "0", ""]

    init(_ attribute: String, _ value: String) {
        let name = attribute.lowercased().filter(\.isLetter)
        let value = value.lowercased()
        func says(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        if says(Self.against) {
            self = Self.no.contains(value) ? .harmless : .doubt
        } else if says(Self.outcomes) {
            self = Self.outcome(value)
        } else if says(["fail", "error"]) {
            self = Self.count(value).map { $0 == 0 ? Self.harmless : .failures($0) } ?? .doubt
        } else if says(["skip", "disabl", "ignor"]) {
            self = Self.count(value).map { $0 == 0 ? Self.harmless : .leftOut($0) } ?? .doubt
        } else if says(["pass", "succe"]) {
            self = Self.success(value)
        } else {
            self = .harmless
        }
    }

    /// It says more than so many cases that failed or were left out explain.
    func isBeyond(failures: Int, leftOut: Int) -> Bool {
        switch self {
        case .harmless: false
        case .failures(let count): count > failures
        case .leftOut(let count): count > leftOut
        case .doubt: true
        }
    }

    private static func outcome(_ value: String) -> JUnitRemark {
        if passing.contains(value) || value == "0" { return .harmless }
        return failing.contains(value) ? .failures(1) : .doubt
    }

    /// Yes, or how many of them or what share passed.
    private static func success(_ value: String) -> JUnitRemark {
        if passing.contains(value) || value == "yes" { return .harmless }
        if let number = Double(value), number > 0 { return .harmless }
        return no.contains(value) && !value.isEmpty ? .failures(1) : .doubt
    }

    /// A number of them, or whether there is one; nil where the value says neither.
    private static func count(_ value: String) -> Int? {
        let share = value.hasSuffix("%") ? value.dropLast() : value[...]
        if no.contains(value) || Double(share) == 0 { return 0 }
        if ["true", "yes"].contains(value) { return 1 }
        return Int(value).flatMap { $0 < 0 ? nil : $0 }
    }
}
