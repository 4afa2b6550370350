/// Gives the phases of a draft the ids that they had in an earlier draft, also where their publisher renamed
/// them.
///
/// A phase with its title is the same one, whatever its dates. One under another title is the same where it
/// reaches the same audience, or starts and ends on the same days and none of the two says that it reaches
/// others; of several the first that is ahead, as what was due before them all is due before that one.
struct KeptPhases {
    /// A phase as the draft will have it.
    struct Wanted {
        let title: String
        /// Whom its name says that it reaches.
        let audience: String
        let starts: String
        let ends: String?
        /// The day that it starts on, to compare; nil where nobody knows.
        let start: Int?
        /// Whether it is neither over nor cancelled.
        let isAhead: Bool
    }

    let ids: [String]

    init(_ wanted: [Wanted], _ items: [FormerDraft.Item]) {
        var matching = Matching(wanted: wanted, rest: items)
        matching.match()
        var slug = Slug()
        slug.reserve(items.map(\.id))
        ids = zip(wanted, matching.ids).map { phase, id in
            id ?? slug.make(phase.title, otherwise: "phase")
        }
    }

    private struct Matching {
        let wanted: [Wanted]
        var rest: [FormerDraft.Item]
        var ids: [String?]

        init(wanted: [Wanted], rest: [FormerDraft.Item]) {
            self.wanted = wanted
            self.rest = rest
            ids = Array(repeating: nil, count: wanted.count)
        }

        mutating func match() {
            let isOnlyOne = wanted.count == 1 && rest.count == 1
            take { new, old in Self.hasTitle(of: new, old) && Self.hasDates(of: new, old) }
            take(Self.hasTitle)
            take { new, old in
                let words = Slug.words(of: new.title)
                return !words.isEmpty && words == Slug.words(of: Self.title(old))
            }
            take { new, old in
                new.start != nil && Self.hasDates(of: new, old)
                    && Reach(of: new).overlaps(Reach(of: old))
            }
            take { new, old in Reach(of: new).overlaps(Reach(of: old)) }
            take { new, old in new.start != nil && Self.hasDates(of: new, old) }
            if isOnlyOne { take { _, _ in true } }
            // Where no phase had been read before, the first one is what the steps waited for.
            take { _, old in Self.title(old) == TimelineDraft.unreadTitle }
        }

        /// Gives what is left of the earlier phases to the first of the new ones that it fits, and that
        /// does not reach others.
        private mutating func take(_ fits: (Wanted, FormerDraft.Item) -> Bool) {
            var left: [FormerDraft.Item] = []
            for old in rest {
                let reach = Reach(of: old)
                let places = wanted.indices.filter { place in
                    ids[place] == nil && fits(wanted[place], old)
                        && Reach(of: wanted[place]).admits(reach)
                }
                let first = places.min { Self.rank(wanted[$0]) < Self.rank(wanted[$1]) }
                if let first { ids[first] = old.id } else { left.append(old) }
            }
            rest = left
        }

        private static func rank(_ phase: Wanted) -> (Int, Int) {
            (phase.isAhead ? 0 : 1, phase.start ?? .max)
        }

        private static func title(_ old: FormerDraft.Item) -> String { old["title"] ?? "" }

        private static func hasTitle(of new: Wanted, _ old: FormerDraft.Item) -> Bool {
            title(old) == YAMLQuoting.scalar(new.title)
        }

        private static func hasDates(of new: Wanted, _ old: FormerDraft.Item) -> Bool {
            old["starts"] == new.starts && old["ends"] == new.ends
        }
    }

    /// Whom a phase says that it reaches.
    private struct Reach: Hashable {
        private let clouds: Set<Audience>
        private let rings: Set<Audience>

        init(of phase: Wanted) { self.init("\(phase.title) \(phase.audience)") }

        init(of phase: FormerDraft.Item) {
            self.init("\(phase["title"] ?? "") \(phase["audience"] ?? "")")
        }

        private init(_ title: String) {
            let all = Audience.named(in: title)
            clouds = Set(all.filter(\.isCloud))
            rings = Set(all.filter { !$0.isCloud })
        }

        /// Whether both may reach the same people.
        func admits(_ other: Reach) -> Bool {
            Self.admit(clouds, other.clouds) && Self.admit(rings, other.rings)
        }

        /// Whether both say that they reach the same people.
        func overlaps(_ other: Reach) -> Bool {
            !(clouds.isDisjoint(with: other.clouds) && rings.isDisjoint(with: other.rings))
        }

        private static func admit(_ one: Set<Audience>, _ other: Set<Audience>) -> Bool {
            one.isEmpty || other.isEmpty || !one.isDisjoint(with: other)
        }
    }
}
