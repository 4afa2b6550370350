package import Fields
package import Rollout

/// What a check has to see alike from several sites, with the nodes that it stands at.
package struct ParityTerms: Sendable {
    package let facts: [Located<String>]
    package let reference: Located<SiteID>?

    var parity: Parity {
        Parity(facts: facts.map(\.value), reference: reference?.value)
    }

    /// The options that every kind has; nil where nothing is compared or something is wrong.
    ///
    /// `known` are the names of what the kind may see.
    static func read(_ options: CheckOptions, known: [String]) -> ParityTerms? {
        let facts = options.optional(
            "parity", .list(of: ValueType<String>.fact(of: known).located, atLeast: 1),
            without: "nothing is compared",
            "The facts that each site of the step must see alike.")
        let reference = options.optional(
            "same-as", ValueType<SiteID>.site.located,
            without: "the sites are held against each other",
            "The site that the others are held against; needs `parity`.")
        let names = (facts ?? []).map(\.value)
        options.refuse(
            where: Set(names).count < names.count, "a fact stands twice", code: "duplicate-id",
            fix: "remove one of them", at: "parity")
        options.refuse(
            where: reference != nil && !options.has("parity"),
            "nothing is compared with that site", code: "nothing-to-compare",
            fix: "add \"parity:\" with the facts to compare, or remove \"same-as:\"",
            at: "same-as")
        return facts.map { ParityTerms(facts: $0, reference: reference) }
    }
}

extension ValueType where Value == SiteID {
    /// A reference to a site; whether it is there is looked at where all are known.
    package static var site: ValueType {
        ValueType<String>.text(words: "the id of a site").map { text, _, _ in SiteID(text) }
    }
}

extension ValueType where Value == String {
    /// The name of something that a kind of check may see.
    fileprivate static func fact(of known: [String]) -> ValueType {
        text(words: "the name of a fact, or FACT/MEMBER").map { path, node, context in
            let names = path.split(separator: "/", omittingEmptySubsequences: false)
            let name = String(names[0])
            if let time = names.first(where: { Parity.isTime(String($0)) }) {
                context.report(
                    "wrong-value", "\(time) is a measured time, which is another one each time",
                    fix: "compare another fact", at: node)
                return nil
            }
            if known.contains(name), !names.contains("") { return path }
            context.report(
                "unknown-fact", "a check of this kind has no fact \"\(name)\"",
                fix: NearestName.suggestion(for: name, among: known)
                    ?? (known.isEmpty ? "" : "write one of \(known.joined(separator: ", "))"),
                at: node)
            return nil
        }
    }
}
