import Rollout

extension ExpectationJudge {
    /// Nil for a term about values of another type.
    func verdict(_ term: ExpectationTerm, _ items: [TypedValue]) -> Verdict? {
        let list = described(.list(items))
        switch term {
        case .equals(.list(let wanted)): return equals(wanted, items, list)
        case .contains(let value):
            let isThere = items.contains { $0.isSame(as: value) }
            let hint = isThere ? "" : partHint(value, items)
            return Verdict(met: isThere, list + hint)
        case .lacks(let value):
            if items.contains(where: { $0.isSame(as: value) }) { return Verdict(.unmet, list) }
            return items.allSatisfy { value.isComparable(with: $0) }
                ? Verdict(.met, list) : Verdict(.unknown, "\(list), with entries of another type")
        case .within:
            // A list without an address has none outside, and shows nothing.
            let outside = items.filter { standing(ValueExpectation([term]), of: $0) != .met }
            return outside.isEmpty && !items.isEmpty
                ? Verdict(.met, words(term))
                : Verdict(
                    .unmet, items.isEmpty ? list : "outside: \(TypedValue.list(outside, style))")
        case .all(let wanted):
            let others = items.filter { standing(wanted, of: $0) != .met }
            guard !others.isEmpty, medium != .privateText else {
                return verdict(wanted, items, list, met: { $0 == items.count && $0 > 0 })
            }
            return verdict(
                wanted, items, "not so: \(TypedValue.list(others, style))", met: { _ in false })
        case .any(let wanted):
            return verdict(wanted, items, list, met: { $0 > 0 }, oneIsEnough: true)
        case .none(let wanted): return none(wanted, items, list)
        default: return nil
        }
    }

    private func equals(_ wanted: [TypedValue], _ items: [TypedValue], _ list: String) -> Verdict {
        let missing = wanted.filter { value in !items.contains { $0.isSame(as: value) } }
        let extra = items.filter { value in !wanted.contains { $0.isSame(as: value) } }
        guard missing.isEmpty, extra.isEmpty else {
            guard medium != .privateText else { return Verdict(.unmet, list) }
            let parts = [("missing", missing), ("extra", extra)].filter { !$0.1.isEmpty }
            let words = parts.map { "\($0): \(TypedValue.list($1, style))" }
            return Verdict(.unmet, ([list] + words).joined(separator: "; "))
        }
        let isSame = style == .plain || TypedValue.list(wanted).isSame(as: .list(items))
        return Verdict(met: isSame, isSame ? list : "\(list), which has another order or count")
    }

    /// What to do where an entry has the wanted text as a part only.
    private func partHint(_ value: TypedValue, _ items: [TypedValue]) -> String {
        guard let part = value.string,
            items.contains(where: { $0.string?.utf8Contains(part) ?? false })
        else { return "" }
        return "; as a part of an entry only, which any: {contains: …} looks for"
    }

    /// How many entries fit, where that can be told of all that matter.
    private func verdict(
        _ wanted: ValueExpectation, _ items: [TypedValue], _ actual: String, met: (Int) -> Bool,
        oneIsEnough: Bool = false
    ) -> Verdict {
        let standings = items.map { standing(wanted, of: $0) }
        let fitting = standings.count { $0 == .met }
        if oneIsEnough ? fitting == 0 : !standings.contains(.unmet), standings.contains(.unknown) {
            return Verdict(.unknown, "entries that could not be looked through")
        }
        return Verdict(met: met(fitting), actual)
    }

    private func none(_ wanted: ValueExpectation, _ items: [TypedValue], _ list: String) -> Verdict
    {
        let standings = items.map { standing(wanted, of: $0) }
        if let place = standings.firstIndex(of: .met) {
            return Verdict(.unmet, medium == .privateText ? list : items[place].words(style))
        }
        // What is of another type than the expectation is about was not looked at.
        let isSeen = items.allSatisfy { item in wanted.terms.allSatisfy { fits($0, item) } }
        return standings.contains(.unknown) || !isSeen
            ? Verdict(.unknown, "entries that could not be looked through")
            : Verdict(.met, list)
    }
}

extension String {
    /// The bytes of another text are a part of this one's.
    fileprivate func utf8Contains(_ part: String) -> Bool {
        Array(utf8).contains(Array(part.utf8))
    }
}
