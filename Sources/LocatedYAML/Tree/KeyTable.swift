import Glibc

/// The keys of one mapping, to find those that stand twice.
///
/// Few keys are compared one by one; many are hashed with the standard library's seeded hash, so
/// that no choice of keys makes a mapping slow to read.
struct KeyTable {
    /// Up to this many keys are compared one by one.
    private static let few = 16

    private let source: UnsafeRawBufferPointer
    private var keys: [UInt32] = []
    /// Positions in `keys`, from 1; a power of two of them, at most half of them in use.
    private var slots: [UInt32] = []

    /// An empty table for keys whose text may stand in `source`.
    init(source: UnsafeRawBufferPointer) {
        self.source = source
    }

    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
    }

    /// Adds a key; where an equal one was added before, returns that one and adds nothing.
    mutating func insert(_ key: UInt32, of tree: borrowing NodeTree) -> UInt32? {
        guard keys.count >= KeyTable.few else {
            for known in keys where isEqual(known, key, in: tree) { return known }
            keys.append(key)
            return nil
        }
        if slots.count < (keys.count + 1) * 2 { rebuild(of: tree) }
        var slot = hash(of: key, in: tree) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = keys[Int(slots[slot]) - 1]
            if isEqual(known, key, in: tree) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        keys.append(key)
        slots[slot] = UInt32(keys.count)
        return nil
    }

    private mutating func rebuild(of tree: borrowing NodeTree) {
        let size = max(64, slots.count * 2)
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: size))
        for position in keys.indices {
            var slot = hash(of: keys[position], in: tree) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(position + 1)
        }
    }

    private func hash(of key: UInt32, in tree: borrowing NodeTree) -> Int {
        tree.withText(of: key, in: source) { text in
            var hasher = Hasher()
            hasher.combine(bytes: text)
            return hasher.finalize()
        }
    }

    private func isEqual(_ left: UInt32, _ right: UInt32, in tree: borrowing NodeTree) -> Bool {
        let left = tree.records[Int(tree.resolved(left))]
        let right = tree.records[Int(tree.resolved(right))]
        guard left.extra == right.extra else { return false }
        return tree.withText(of: left, in: source) { first in
            tree.withText(of: right, in: source) { second in
                guard let one = first.baseAddress, let other = second.baseAddress else {
                    return true
                }
                return memcmp(one, other, first.count) == 0
            }
        }
    }
}
