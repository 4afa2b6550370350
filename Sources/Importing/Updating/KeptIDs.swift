/// Gives things of a draft their ids: those that they had in an earlier draft, else new ones.
struct KeptIDs {
    /// A thing that needs an id.
    struct Wanted {
        /// What an id is made of.
        let name: String
        /// The id where the name holds no Latin letter and no digit.
        let otherwise: String
        var words = 8
        /// What tells it from others, as a draft has it under these keys.
        let marks: [String: String]
    }

    /// The ids, in the order of the things.
    let ids: [String]
    /// What each of them was; nil for one that is new.
    let former: [FormerDraft.Item?]

    /// Takes first what says the same, then what would have the same id and says something else.
    ///
    /// No new thing gets the id of another one that is gone, as what was signed for that could count
    /// for it.
    init(_ wanted: [Wanted], _ items: [FormerDraft.Item], _ slug: Slug = Slug()) {
        var slug = slug
        var rest = items
        var former: [FormerDraft.Item?] = Array(repeating: nil, count: wanted.count)
        func take(_ place: Int, where isSame: (FormerDraft.Item) -> Bool) {
            guard former[place] == nil, let found = rest.firstIndex(where: isSame) else { return }
            former[place] = rest.remove(at: found)
        }
        for (place, item) in wanted.enumerated() {
            take(place) { old in item.marks.allSatisfy { old[$0.key] ?? "" == $0.value } }
        }
        for (place, item) in wanted.enumerated() {
            let id = Slug.base(item.name, otherwise: item.otherwise, words: item.words)
            take(place) { $0.id == id }
        }
        self.former = former
        slug.reserve(items.map(\.id))
        ids = zip(wanted, former).map { item, old in
            old?.id ?? slug.make(item.name, otherwise: item.otherwise, words: item.words)
        }
    }
}
