extension EvidenceReuse {
    /// The files that several sign-offs show, but for those of several people who sign one wording
    /// of one step with the same file.
    static func found(in index: EvidenceIndex) -> [EvidenceReuse] {
        var shown: [ContentDigest: [Int]] = [:]
        var order: [ContentDigest] = []
        for place in index.entries.indices where index.foreign[place] == nil {
            guard case .signOff(let signOff) = index.entries[place].statement.body else { continue }
            for file in Set(signOff.evidence.map(\.file.digest)) {
                if shown[file] == nil { order.append(file) }
                shown[file, default: []].append(place)
            }
        }
        return order.compactMap { digest in
            let statements = shown[digest, default: []].map { index.entries[$0] }
            let steps = statements.compactMap { $0.statement.step?.id }
            let voices = statements.map { [$0.statement.principal.text, $0.statement.role?.text] }
            guard Set(steps).count > 1 || Set(voices).count < voices.count else { return nil }
            var distinct: [StepID] = []
            for step in steps where !distinct.contains(step) { distinct.append(step) }
            return EvidenceReuse(
                digest: digest, entries: statements.map(\.sequence), steps: distinct)
        }
    }
}
