import Rollout

/// Holds what was seen against single terms.
struct ExpectationJudge {
    /// What was looked at.
    enum Seen {
        case text(SeenText)
        case value(TypedValue)
    }

    /// How a term stands, and what was seen instead.
    struct Verdict {
        let standing: Finding.Standing
        let actual: String

        init(_ standing: Finding.Standing, _ actual: String) {
            self.standing = standing
            self.actual = actual
        }

        init(met: Bool, _ actual: String) { self.init(met ? .met : .unmet, actual) }
    }

    /// What is judged, such as "the standard output" or "a size of".
    let name: String
    /// What follows a value in words.
    var suffix = ""
    let medium: ValueExpectation.Medium
    let style: TypedValue.Style
    /// What is judged is a list of records, of which `contains` names whole ones.
    var isList = false
    /// When to give up searching.
    let deadline: Deadline

    func finding(_ term: ExpectationTerm, of seen: Seen) -> Finding {
        let verdict = verdict(term, seen)
        return Finding(words(term), actual: verdict.actual, verdict.standing)
    }

    /// What all terms of an expectation come to for one value.
    func standing(_ expectation: ValueExpectation, of value: TypedValue) -> Finding.Standing {
        var standing = expectation.terms.isEmpty ? Finding.Standing.unknown : .met
        for term in expectation.terms {
            switch verdict(term, .value(value)).standing {
            case .met, .warned: continue
            case .unmet: return .unmet
            case .unknown: standing = .unknown
            }
        }
        return standing
    }

    /// Whether a term is about values of such a type: what it says of another one, nobody looked at.
    func fits(_ term: ExpectationTerm, _ value: TypedValue) -> Bool {
        switch (term, value) {
        case (.equals(let wanted), _): return wanted.isComparable(with: value)
        case (.oneOf(let wanted), _): return wanted.contains { $0.isComparable(with: value) }
        case (.length, .text), (.length, .list), (.length, .object): return true
        case (.length, _): return false
        case (.json(let json), _): return json.places.allSatisfy { fits($0, in: value) }
        case (_, .text(let text)): return verdict(term, SeenText(text)) != nil
        case (_, .list(let items)): return verdict(term, items) != nil
        default: return verdict(term, value) != nil
        }
    }

    /// Whether what is expected at a place is about what is there; a value without places has none.
    private func fits(_ place: JSONExpectation.Place, in whole: TypedValue) -> Bool {
        guard whole.hasPlaces || place.pointer.isWhole else { return false }
        guard case .fitting(let wanted) = place.presence,
            let value = place.pointer.value(in: whole)
        else { return true }
        return wanted.terms.allSatisfy { fits($0, value) }
    }

    private func verdict(_ term: ExpectationTerm, _ seen: Seen) -> Verdict {
        switch (term, seen) {
        case (.length(let length), _): return self.length(length, term, seen)
        case (.json(let json), .value(let value)):
            return value.hasPlaces || json.places.contains { $0.pointer.isWhole }
                ? self.json(json, value) : mismatch(term, seen)
        case (_, .text(let text)): return verdict(term, text) ?? mismatch(term, seen)
        case (_, .value(.text(let text))):
            return verdict(term, SeenText(text)) ?? mismatch(term, seen)
        case (_, .value(.list(let items))): return verdict(term, items) ?? mismatch(term, seen)
        case (_, .value(let value)): return verdict(term, value) ?? mismatch(term, seen)
        }
    }

    /// A value of a type that the term says nothing about.
    private func mismatch(_ term: ExpectationTerm, _ seen: Seen) -> Verdict {
        let actual: String
        switch seen {
        case .text(let text): actual = text.excerpt(medium)
        case .value(let value): actual = described(value)
        }
        // A version of a form that the rules do not know may be any.
        if case .constraint = term {
            return Verdict(.unknown, "\(actual), which is no such version")
        }
        return Verdict(.unmet, actual)
    }

    /// A value in the words of a finding.
    func described(_ value: TypedValue) -> String {
        if medium == .privateText { return value.typeWords }
        if style == .quoted { return value.words(style) }
        switch value {
        case .list, .text: return value.words(style)
        default: return "\(name) \(value.words(style))\(suffix)"
        }
    }

    /// Nil for a term about values of another type.
    private func verdict(_ term: ExpectationTerm, _ value: TypedValue) -> Verdict? {
        let actual = described(value)
        switch term {
        case .equals(let wanted): return Verdict(met: wanted.isSame(as: value), actual)
        case .oneOf(let wanted):
            return Verdict(met: wanted.contains { $0.isSame(as: value) }, actual)
        case .bounds(let minimum, let maximum):
            return bounds(minimum, maximum, value).map { Verdict(met: $0, actual) }
        case .constraint(let constraint):
            guard case .version(let version) = value else { return nil }
            return constraint.allows(version).map { Verdict(met: $0, actual) }
        case .atMost(let most):
            guard case .mode(let bits) = value else { return nil }
            return Verdict(met: bits & ~most == 0, actual)
        case .has(let key):
            guard case .object(let object) = value else { return nil }
            return Verdict(met: object[key] != nil, actual)
        default: return nil
        }
    }

    /// Whether a value is between two others; nil where it is of another type.
    private func bounds(
        _ minimum: TypedValue?, _ maximum: TypedValue?, _ value: TypedValue
    ) -> Bool? {
        var isWithin = true
        if let minimum {
            guard let order = value.order(to: minimum) else { return nil }
            isWithin = order != .less
        }
        if let maximum {
            guard let order = value.order(to: maximum) else { return nil }
            isWithin = isWithin && order != .greater
        }
        return isWithin
    }

    private func length(_ wanted: ValueExpectation, _ term: ExpectationTerm, _ seen: Seen)
        -> Verdict
    {
        let count: Int
        switch seen {
        case .text(let text) where text.isCut: return Verdict(.unknown, text.cut)
        case .text(let text): count = Self.characters(text.bytes)
        case .value(.text(let text)): count = text.unicodeScalars.count
        case .value(.list(let items)): count = items.count
        case .value(.object(let object)): count = object.count
        case .value: return mismatch(term, seen)
        }
        return Verdict(standing(wanted, of: .number(count)), "a length of \(count)")
    }

    /// Scalars of UTF-8; of other bytes each is one.
    private static func characters(_ bytes: [UInt8]) -> Int {
        String(validating: bytes, as: UTF8.self)?.unicodeScalars.count ?? bytes.count
    }

    private func json(_ wanted: JSONExpectation, _ value: TypedValue) -> Verdict {
        let findings = wanted.findings(in: value, medium, until: deadline)
        let first = findings.first { $0.standing == .unmet } ?? findings.first { !$0.isMet }
        return Verdict(first?.standing ?? .met, first?.actual ?? described(value))
    }
}
