/// Who signed a step: which sign-offs are of one person, and which cannot undo a no.
struct StepPeople {
    /// By the place of a sign-off: the place of the first one of the same person.
    private(set) var persons: [Int: Int] = [:]
    /// Why approvals do not undo a no of the same voice that came first, by their places.
    ///
    /// One was signed before the no: whoever kept it back must not undo the no with it. Or the no is
    /// signed and the approval is not: whoever types a name must not undo what a key proved.
    private(set) var undone: [Int: SignOffReason] = [:]

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
        findUndone(places, entries, takenBack)
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

    /// A sign-off, or the taking back of one.
    private struct Said {
        let place: Int
        let voice: Voice
        /// The place of what it takes back; nil for a sign-off.
        let takesBack: Int?
    }

    /// Goes through what was said in the order of the ledger, and keeps of each voice the no that was
    /// made last, and the signed one that nothing signed undid.
    private mutating func findUndone(
        _ places: [Int], _ entries: [Entry], _ takenBack: [Int: Int]
    ) {
        guard places.contains(where: { entries[$0].authentication.signer != nil }) else { return }
        var said: [Said] = []
        for place in places {
            let statement = entries[place].statement
            let voice = Voice(member: statement.actor.represented, role: statement.role)
            said.append(Said(place: place, voice: voice, takesBack: nil))
            if let taken = takenBack[entries[place].sequence] {
                said.append(Said(place: taken, voice: voice, takesBack: place))
            }
        }
        var noes: [Voice: Int] = [:]
        var signed: [Voice: Int] = [:]
        for one in said.sorted(by: { $0.place < $1.place }) {
            let entry = entries[one.place]
            let isNo = one.takesBack != nil || entry.statement.body.isNo
            let no = noes[one.voice].map { entries[$0] }
            if isNo, no.map({ $0.statement.madeAt < entry.statement.madeAt }) ?? true {
                noes[one.voice] = one.place
            }
            if let target = one.takesBack {
                if signed[one.voice] == target { signed[one.voice] = nil }
            } else if entry.authentication.signer == nil {
                guard !isNo, let no = signed[one.voice] else { continue }
                undone[one.place] = .unsignedOverSigned(entry: entries[no].sequence)
            } else if !isNo, let no, no.statement.madeAt > entry.statement.madeAt {
                undone[one.place] = .madeBefore(entry: no.sequence)
            } else {
                signed[one.voice] = isNo ? one.place : nil
            }
        }
    }
}
