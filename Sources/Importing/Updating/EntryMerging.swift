/// Decides entry by entry what becomes of a text that both a person and a program changed.
struct EntryMerging {
    let base: EntryIndex
    let edited: EntryIndex
    let new: EntryIndex
    private let ending: String
    /// What becomes of each entry of the edited text; nil for one that goes.
    private var kept: [DraftEntry?]
    /// The entries of the new text that the edited one gets.
    private var inserted: Set<[String]> = []
    /// What is in conflict: values, and items and sections as a whole.
    private var open: [[String]: DraftMerge.Conflict] = [:]
    private var order: [[String]] = []
    private(set) var offeredComments: [String] = []

    init(base: [DraftEntry], edited: [DraftEntry], new: [DraftEntry], ending: String) {
        self.base = EntryIndex(base)
        self.edited = EntryIndex(edited)
        self.new = EntryIndex(new)
        self.ending = ending
        kept = edited
    }

    var conflicts: [DraftMerge.Conflict] { order.compactMap { open[$0] } }

    mutating func merge() {
        for (index, entry) in edited.entries.enumerated() where entry.kind == .value {
            mergeValue(entry, index)
        }
        for entry in new.entries where entry.kind == .value && edited[entry.path] == nil {
            offer(entry)
        }
        for (index, entry) in edited.entries.enumerated() where entry.kind != .value {
            mergeComment(entry, index)
        }
        for entry in new.entries where entry.kind != .value && edited[entry.path] == nil {
            offerComment(entry)
        }
    }

    /// The edited text with what it gets.
    var merged: [DraftEntry] {
        var weave = EntryWeave(edited.entries)
        var last: DraftEntry?
        let margins = Margins(of: edited, in: new)
        for entry in new.entries {
            if inserted.contains(entry.path) {
                weave.insert(margins.fitting(entry).ended(by: ending), behind: last)
            }
            if weave.holds(entry) { last = entry }
        }
        return weave.woven { kept[$0] }
    }

    /// The new text, with the base where something is in conflict.
    var openBase: [DraftEntry] {
        let settled = new.entries.filter { isOpen($0) == nil }
        var weave = EntryWeave(settled)
        var last: DraftEntry?
        for entry in base.entries {
            if isOpen(entry) != nil { weave.insert(entry, behind: last) }
            if weave.holds(entry) { last = entry }
        }
        return weave.woven { settled[$0] }
    }

    // MARK: Values

    private mutating func mergeValue(_ entry: DraftEntry, _ index: Int) {
        let old = base[entry.path]
        guard let theirs = new[entry.path] else {
            if old != nil { remove(entry, index) }
            return
        }
        guard let old else {
            if !entry.says(theirs) { conflict(at: entry.path, [entry], [theirs]) }
            return
        }
        let isSame = entry.hasValue(of: theirs)
        if !isSame, !entry.hasValue(of: old), !theirs.hasValue(of: old) {
            conflict(at: entry.path, [entry], [theirs])
        } else if isSame || entry.hasValue(of: old) {
            kept[index] = entry.taking(
                theirs, remark: Self.remark(old.remark, entry.remark, theirs.remark))
        }
    }

    /// What becomes of a comment that three texts have in their ways: what a person added to it
    /// stays, also where the program's own words in it change.
    private static func remark(_ old: String, _ mine: String, _ theirs: String) -> String {
        if mine.utf8.elementsEqual(old.utf8) { return theirs }
        if old.isEmpty || theirs.utf8.elementsEqual(old.utf8) { return mine }
        return mine.replacing(old, with: theirs, maxReplacements: 1)
    }

    /// Takes an entry out that the new text does not have; an item or a section goes as a whole, or
    /// stays as a whole where a person changed something of it.
    private mutating func remove(_ entry: DraftEntry, _ index: Int) {
        let group = new.missing(on: entry.path)
        guard !isUntouched(group) else { return kept[index] = nil }
        conflict(at: group, edited.values(below: group), [])
    }

    private func isUntouched(_ group: [String]) -> Bool {
        let mine = edited.entries(below: group)
        return mine.allSatisfy { entry in
            base[entry.path].map { entry.says($0) } ?? (entry.kind == .blank)
        }
            && base.values(below: group).allSatisfy { edited[$0.path] != nil }
    }

    /// Takes in an entry that only the new text has, or that a person took out.
    private mutating func offer(_ entry: DraftEntry) {
        let group = edited.missing(on: entry.path)
        guard base.leads(to: group) else {
            inserted.insert(entry.path)
            return
        }
        let isNews = base[entry.path].map { !entry.says($0) } ?? true
        if isNews { conflict(at: group, [], new.values(below: group)) }
    }

    private mutating func conflict(
        at path: [String], _ mine: [DraftEntry], _ theirs: [DraftEntry]
    ) {
        guard open[path] == nil else { return }
        order.append(path)
        open[path] = DraftMerge.Conflict(
            kept: mine.flatMap(\.shown), offered: theirs.flatMap(\.shown))
    }

    /// What is in conflict of which an entry is a part; nil where nothing is.
    private func isOpen(_ entry: DraftEntry) -> [String]? {
        if let path = entry.provenance, open[path] != nil { return path }
        guard !open.isEmpty else { return nil }
        for length in 1...entry.owner.count {
            let path = Array(entry.owner.prefix(length))
            if open[path] != nil { return path }
        }
        return nil
    }

    // MARK: Comments and empty lines

    private mutating func mergeComment(_ entry: DraftEntry, _ index: Int) {
        guard let old = base[entry.path] else { return }
        if let path = isOpen(entry) {
            if let theirs = new[entry.path], !theirs.says(entry), entry.kind == .comment {
                open[path]?.precede(kept: entry.shown, offered: theirs.shown)
            }
            return
        }
        guard let theirs = new[entry.path] else {
            if entry.says(old) { kept[index] = nil }
            return
        }
        let words = Self.remark(old.words, entry.words, theirs.words)
        kept[index] = entry.saying(words)
        if entry.kind == .comment, !theirs.says(old), words.utf8.elementsEqual(entry.words.utf8),
            !entry.says(theirs)
        {
            offeredComments += theirs.shown
        }
    }

    private mutating func offerComment(_ entry: DraftEntry) {
        if let path = isOpen(entry) {
            if entry.kind == .comment { open[path]?.precede(kept: [], offered: entry.shown) }
            return
        }
        if let old = base[entry.path] {
            if !entry.says(old) { offeredComments += entry.shown }
        } else if edited.leads(to: entry.owner) || !base.leads(to: entry.owner) {
            inserted.insert(entry.path)
        } else if entry.kind == .comment {
            offeredComments += entry.shown
        }
    }
}
