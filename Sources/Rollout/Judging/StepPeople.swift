/// Who signed a step: which sign-offs are of one person, and which came out of their order.
struct StepPeople {
    /// By the place of a sign-off: the place of the first one of the same person.
    private(set) var persons: [Int: Int] = [:]
    /// By the place of an approval the sequence of a no that came first.
    ///
    /// It was signed before a no of the same voice that the ledger took earlier: whoever kept it back
    /// must not undo the no with it.
    private(set) var overtaken: [Int: Int] = [:]

    /// Looks at the sign-offs of a step that are authentic, in the order of the ledger; `takenBack`
    /// has by the sequence of a sign-off the place of the revocation that counts.
    init(_ places: [Int], of entries: [Entry], takenBack: [Int: Int]) {
        var first: [PersonMark: Int] = [:]
        for place in places {
            let marks = entries[place].marks
            let known = Set(marks.compactMap { first[$0] }.map { self.root(of: $0) })
            let root = known.min() ?? place
            persons[place] = root
            for other in known where other != root { persons[other] = root }
            for mark in marks { first[mark] = root }
        }
        for place in places { persons[place] = self.root(of: place) }
        findOvertaken(places, entries, takenBack)
    }

    private func root(of place: Int) -> Int {
        var place = place
        while let up = persons[place], up != place { place = up }
        return place
    }

    private struct Voice: Hashable {
        let member: Principal
        let role: RoleID?
    }

    /// Goes through what was said in the order of the ledger, and keeps of each voice the no that was
    /// made last.
    private mutating func findOvertaken(
        _ places: [Int], _ entries: [Entry], _ takenBack: [Int: Int]
    ) {
        guard places.contains(where: { entries[$0].authentication.signer != nil }) else { return }
        var said: [(place: Int, voice: Voice, isNo: Bool)] = []
        for place in places {
            let statement = entries[place].statement
            let voice = Voice(member: statement.actor.represented, role: statement.role)
            said.append((place, voice, statement.body.isNo))
            if let taken = takenBack[entries[place].sequence] { said.append((taken, voice, true)) }
        }
        var noes: [Voice: Int] = [:]
        for (place, voice, isNo) in said.sorted(by: { $0.place < $1.place }) {
            let madeAt = entries[place].statement.madeAt
            let last = noes[voice].map { entries[$0] }
            if isNo {
                if last.map({ $0.statement.madeAt < madeAt }) ?? true { noes[voice] = place }
            } else if let last, last.statement.madeAt > madeAt,
                entries[place].authentication.signer != nil
            {
                overtaken[place] = last.sequence
            }
        }
    }
}
