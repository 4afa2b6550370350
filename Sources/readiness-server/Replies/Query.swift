import HTTPTypes
import Hummingbird

/// The parameters of a request: each once, and none that its path does not know.
struct Query {
    private let values: [String: String]

    static let none = Query(values: [:])

    private init(values: [String: String]) { self.values = values }

    /// Throws a problem that names the parameters that there are.
    init(_ request: Request, taking names: [String]) throws(Problem) {
        var values: [String: String] = [:]
        for part in (request.uri.query ?? "").split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentDecoding.form(pair[0]),
                let value = PercentDecoding.form(pair.count == 2 ? pair[1] : "")
            else { throw Self.problem("It is not UTF-8 in percent-encoding.") }
            guard names.contains(name) else {
                throw Self.problem(
                    names.isEmpty
                        ? "This path takes no parameters."
                        : "This path takes \(names.joined(separator: ", ")).")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw Self.problem("\(name) is given twice.")
            }
        }
        self.values = values
    }

    subscript(_ name: String) -> String? { values[name] }

    /// A whole number within a range, in digits alone; nil where it is not given.
    func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = values[name] else { return nil }
        guard let number = Digits.number(text), range.contains(number) else {
            throw Self.problem(
                "\(name) is a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    static func problem(_ words: String) -> Problem {
        Problem("parameter", "The parameters cannot be read. \(words)", .badRequest)
    }
}

/// Numbers as they stand in addresses.
enum Digits {
    /// Nil for a sign, a leading zero, and what does not fit.
    static func number(_ text: some StringProtocol) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.count == 1 || text.utf8.first != 48,
            text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}
