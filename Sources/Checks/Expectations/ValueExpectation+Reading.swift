package import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

extension ValueType where Value == ValueExpectation {
    /// An expectation of a value: the short form of its subject, or a mapping of words.
    ///
    /// A text is a part that it must contain, a duration the greatest that it may be, bounds of a
    /// version what it must keep; any other value is what it must be as a whole.
    package static func expectation(of subject: ExpectationSubject) -> ValueType {
        let type = forms(of: subject)
        guard case .content = subject else { return type }
        return ValueType(
            words: type.words, schema: ["$ref": "#/$defs/text"], shape: type.shape, read: type.read)
    }

    /// The schema of an expectation of a text, which stands once beside the fields that refer to it.
    package static var contentSchema: JSONValue { forms(of: .content).schema }

    private static func forms(of subject: ExpectationSubject) -> ValueType {
        let long = ValueType.options("an expectation of \(subject.words)") { options in
            options.expectation(of: subject)
        }
        return short(subject).map { .shorthand($0, or: long) } ?? long
    }

    private static func short(_ subject: ExpectationSubject) -> ValueType? {
        func term<Given>(
            _ type: ValueType<Given>, _ make: @escaping @Sendable (Given) -> ExpectationTerm
        ) -> ValueType {
            type.map { given, _, _ in ValueExpectation([make(given)]) }
        }
        switch subject {
        case .content, .text, .record: return term(.text) { .contains(.text($0)) }
        case .duration: return term(.duration) { .bounds(minimum: nil, maximum: .duration($0)) }
        case .version(let rules): return term(.constraint(rules)) { .constraint($0) }
        case .number, .size, .mode, .address, .json:
            return term(.operand(of: subject)) { .equals($0) }
        case .parameter: return term(.operand(of: .text)) { .equals($0) }
        case .list: return nil
        }
    }
}

extension CheckOptions {
    /// The words of an expectation as options of their own.
    ///
    /// - Parameters:
    ///   - subject: What is expected something of.
    ///   - isNeeded: It is a mistake to expect nothing.
    /// - Returns: What was read; only good where the options are whole.
    package func expectation(
        of subject: ExpectationSubject, isNeeded: Bool = true
    ) -> ValueExpectation {
        let words = ExpectationWord.all(for: subject)
        let terms: [ExpectationTerm] = words.flatMap { self.terms($0, subject) }
        var encoding: TextEncoding?
        if case .content = subject {
            encoding = optional(
                "encoding", .choice, without: "utf-8",
                "How its bytes stand for characters; bytes that do not leave it undetermined.")
        }
        let given = words.filter { has($0.rawValue) }
        refuse(
            where: isNeeded && given.isEmpty && isWhole && !hasUnknown,
            "the expectation expects nothing",
            fix: "add \(Self.list(words.map(\.rawValue)))", at: words[0].rawValue)
        refuseContradictions(given, terms, subject)
        return ValueExpectation(terms.merged, encoding: encoding)
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return "\(words.dropLast().joined(separator: ", ")) or \(last)"
    }

    private func refuseContradictions(
        _ given: [ExpectationWord], _ terms: [ExpectationTerm], _ subject: ExpectationSubject
    ) {
        var isJSON = false
        if case .json = subject { isJSON = true }
        for other in [ExpectationWord.oneOf, .minimum, .maximum, .atMost] {
            refuse(
                where: given.contains(.equals) && given.contains(other),
                "equals and \(other.rawValue) exclude each other", code: "contradiction",
                fix: "keep one of them", at: other.rawValue)
        }
        var types: Set<String>?
        for word in given where isJSON {
            guard let own = word.jsonTypes else { continue }
            refuse(
                where: types.map { $0.isDisjoint(with: own) } ?? false,
                "\(word.rawValue) is about \(own.sorted().joined(separator: " or ")),"
                    + " but the other words are not", code: "contradiction",
                fix: "keep the words for one type of value", at: word.rawValue)
            types = types.map { $0.intersection(own) } ?? own
        }
        let bounds = terms.bounds
        if let least = bounds.minimum, let most = bounds.maximum {
            refuse(
                where: least.order(to: most) == .greater,
                "the minimum is greater than the maximum", fix: "swap them", at: "minimum")
        }
    }

    /// The terms of one word; none where it is not there.
    private func terms(
        _ word: ExpectationWord, _ subject: ExpectationSubject
    ) -> [ExpectationTerm] {
        let summary = word.summary(subject)
        func one<Given>(
            _ type: @autoclosure () -> ValueType<Given>, _ make: (Given) -> ExpectationTerm
        ) -> [ExpectationTerm] {
            optional(word.rawValue, type(), summary).map { [make($0)] } ?? []
        }
        func many<Given>(
            _ type: @autoclosure () -> ValueType<Given>, _ make: (Given) -> ExpectationTerm
        ) -> [ExpectationTerm] {
            optional(word.rawValue, .oneOrMany(type()), summary)?.map(make) ?? []
        }
        func nested(_ make: (ValueExpectation) -> ExpectationTerm) -> [ExpectationTerm] {
            guard let entry = subject.entry else { return [] }
            return one(ValueType<ValueExpectation>.expectation(of: entry), make)
        }
        func list(_ make: ([TypedValue]) -> ExpectationTerm) -> [ExpectationTerm] {
            one(.oneOrMany(ValueType<TypedValue>.operand(of: subject.entry ?? subject)), make)
        }
        switch word {
        case .contains: return many(.operand(of: subject.entry ?? subject)) { .contains($0) }
        case .lacks: return many(.operand(of: subject.entry ?? subject)) { .lacks($0) }
        case .equals:
            if case .list = subject { return list { .equals(.list($0)) } }
            return one(.operand(of: subject, mayBeEmpty: true)) { .equals($0) }
        case .oneOf:
            return one(.oneOrMany(ValueType<TypedValue>.operand(of: subject, mayBeEmpty: true))) {
                .oneOf($0)
            }
        case .matches: return many(.pattern) { .matches($0) }
        case .startsWith: return one(.text) { .startsWith($0) }
        case .endsWith: return one(.text) { .endsWith($0) }
        case .minimum:
            return one(.operand(of: subject.measure)) { .bounds(minimum: $0, maximum: nil) }
        case .maximum:
            return one(.operand(of: subject.measure)) { .bounds(minimum: nil, maximum: $0) }
        case .atMost: return one(FileMode.type) { .atMost($0) }
        case .within: return one(.oneOrMany(ValueType<AddressRange>.addressRange)) { .within($0) }
        case .length:
            return one(ValueType<ValueExpectation>.expectation(of: .number)) { .length($0) }
        case .has: return many(ValueType<String>.text) { .has($0) }
        case .all: return nested { .all($0) }
        case .any: return nested { .any($0) }
        case .none: return nested { .none($0) }
        case .json: return one(JSONExpectation.type(depth: 0)) { .json($0) }
        }
    }
}

extension ExpectationSubject {
    /// What a least and a greatest value are read as.
    fileprivate var measure: ExpectationSubject {
        switch self {
        case .json, .parameter: return .number
        default: return self
        }
    }
}

extension [ExpectationTerm] {
    /// The least and the greatest value that are asked for.
    fileprivate var bounds: (minimum: TypedValue?, maximum: TypedValue?) {
        reduce((nil, nil)) { bounds, term in
            guard case .bounds(let minimum, let maximum) = term else { return bounds }
            return (bounds.0 ?? minimum, bounds.1 ?? maximum)
        }
    }

    /// The same with one term for both bounds.
    fileprivate var merged: [ExpectationTerm] {
        let bounds = bounds
        guard bounds.minimum != nil || bounds.maximum != nil else { return self }
        let others = filter {
            guard case .bounds = $0 else { return true }
            return false
        }
        return others + [.bounds(minimum: bounds.minimum, maximum: bounds.maximum)]
    }
}
