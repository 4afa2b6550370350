import Attestation
import Characters
import Rollout

/// A log and a witness with known keys, three entries, and what both sign.
enum Example {
    static let entries = (0..<3).map { Array("entry-\($0)".utf8) }
    static let leaves = entries.map { ContentDigest(ofLeaf: $0) }
    static let time = Instant(milliseconds: 0x6AB1_3B80 * 1000)

    static let logText =
        "ledger.rollout.example/2026+14c75459+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    static let witnessText =
        "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"

    static let note = """
        ledger.rollout.example/2026
        3
        pkvybgkSj2/i/m+LLYyAHhZrV8BHp82bK4Ceepai8cs=

        — ledger.rollout.example/2026 FMdUWYlYAofFZa5sOHG25L7cPr6ICT9VJiNKcC2TdEl2N5gqX/hlz8cQ2XA0+KBACwn3ShYt1XrpGWkPwAtjDbV95gw=
        — witness.example/w1 IDJKvgAAAABqsTuAoO4TcPTIfF4uJimmsr94RvQoAOks+/50wa6vNeu5RqMsh/7St2vtbyPBcIML8spNOiYh2Y10UcB5BgM2xQolCQ==

        """

    static func log() throws -> LogKey {
        try LogKey(
            KeyFile(
                name: "ledger.rollout.example/2026", kind: .ed25519, seed: Array(0x00...0x1F)))
    }

    static func witness() throws -> WitnessKey {
        try WitnessKey(
            KeyFile(name: "witness.example/w1", kind: .cosignature, seed: Array(0x20...0x3F)))
    }

    /// A tree over so many leaves that are all different, and the hashes that it is made of.
    static func tree(_ size: Int) -> (leaves: [ContentDigest], hashes: TreeHashes) {
        var tree = MerkleTree()
        var levels = Array(repeating: [ContentDigest](), count: 40)
        for index in 0..<size {
            let leaf = ContentDigest(ofLeaf: Array("leaf \(index)".utf8))
            levels[0].append(leaf)
            for (below, hash) in tree.append(leaf).enumerated() { levels[below + 1].append(hash) }
        }
        let kept = levels
        return (
            kept[0], TreeHashes(size: size) { leaf, height in kept[height][(leaf >> height) - 1] }
        )
    }
}
