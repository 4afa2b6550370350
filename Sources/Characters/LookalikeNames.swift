/// Names that were seen, by how they look: whoever reads takes two that look the same for one.
package struct LookalikeNames {
    /// The name that was first seen for each skeleton.
    private var seen: [String: String] = [:]

    package init() {}

    /// Notes a name; returns another one, of other bytes, that was seen before and looks the same.
    package mutating func other(than name: String) -> String? {
        // A capital letter looks like other ones than its small form does.
        let small = name.lowercased()
        let skeletons = (small == name ? [name] : [name, small]).map(Skeleton.of)
        let known = skeletons.compactMap { seen[$0] }.first
        for skeleton in skeletons where seen[skeleton] == nil { seen[skeleton] = name }
        return known.flatMap { $0.utf8.elementsEqual(name.utf8) ? nil : $0 }
    }
}
