package import CanonicalJSON

/// Whether the sites that a step asks for see one fact of a check alike.
package struct ParityAssessment: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable {
        /// Each site saw it, and all saw the same.
        case same
        /// Two sites saw it, and not the same.
        case differs
        /// A site has not looked, or what it saw has no such fact: that is never the same.
        case unknown
    }

    /// What one site saw.
    package struct Sight: Hashable, Sendable {
        package let site: SiteID
        /// Nil where the site has not looked, or could not, or saw no such fact.
        package let fact: ComparedFact?
        /// The entry of its newest outcome that can be compared; nil where there is none.
        package let entry: Int?

        package init(site: SiteID, fact: ComparedFact?, entry: Int?) {
            self.site = site
            self.fact = fact
            self.entry = entry
        }

        /// The site looked, and what it saw has no such fact.
        package var isUnseen: Bool { fact == nil && entry != nil }
    }

    /// The name of the fact.
    package let name: String
    package let reference: SiteID?
    /// In the order of the step.
    package let sights: [Sight]
    package let standing: Standing

    package init(name: String, reference: SiteID? = nil, sights: [Sight]) {
        self.name = name
        self.reference = reference
        self.sights = sights
        let facts = sights.compactMap(\.fact)
        standing =
            if Set(facts).count > 1 { .differs } else {
                facts.count == sights.count && facts.count > 1 ? .same : .unknown
            }
    }

    /// The sites by what they saw, that of the reference first, then the most frequent; those that saw
    /// nothing are left out.
    package var groups: [(fact: ComparedFact, sites: [SiteID])] {
        var groups: [(fact: ComparedFact, sites: [SiteID])] = []
        for sight in sights {
            guard let fact = sight.fact else { continue }
            if let place = groups.firstIndex(where: { $0.fact == fact }) {
                groups[place].sites.append(sight.site)
            } else {
                groups.append((fact, [sight.site]))
            }
        }
        let ranks = groups.enumerated().sorted { left, right in
            let (one, other) = (rank(left.element.sites), rank(right.element.sites))
            return one == other ? left.offset < right.offset : one > other
        }
        return ranks.map(\.element)
    }

    private func rank(_ sites: [SiteID]) -> Int {
        reference.map(sites.contains) ?? false ? .max : sites.count
    }

    /// As reasons and programs are told.
    package var json: JSONValue {
        [
            "fact": .string(name), "standing": .string(standing.rawValue),
            "reference": .name(reference),
            "sites": .array(
                sights.map { sight in
                    [
                        "site": .name(sight.site), "value": sight.fact?.value ?? .null,
                        "entry": sight.entry.map { .number($0) } ?? .null,
                    ]
                }),
        ]
    }
}
