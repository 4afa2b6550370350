/// The approvals of a role by when they lapse, each person once, by the place of the person's first
/// sign-off.
struct RecentApprovals {
    private struct Approval {
        let person: Int
        let lapses: Instant
        let number: Int
    }

    /// By when they lapse, with those that were replaced or taken back since.
    private var order: [Approval] = []
    /// The approvals that count.
    private var live: [Int: (number: Int, lapses: Instant)] = [:]
    /// The approvals of people who are excluded for now.
    private var suspended: [Int: Instant] = [:]
    private var last = 0

    mutating func add(_ person: Int, _ lapses: Instant, isSuspended: Bool) {
        guard !isSuspended else {
            suspended[person] = lapses
            return
        }
        last += 1
        live[person] = (last, lapses)
        let approval = Approval(person: person, lapses: lapses, number: last)
        // Later ones lapse later, but for those of people who were excluded meanwhile.
        order.insert(approval, at: order.partitioningIndex { $0.lapses > lapses })
        if order.count > 2 * live.count + 8 {
            order.removeAll { live[$0.person]?.number != $0.number }
        }
    }

    mutating func remove(_ person: Int) {
        live[person] = nil
        suspended[person] = nil
    }

    mutating func suspend(_ person: Int) {
        guard let approval = live.removeValue(forKey: person) else { return }
        suspended[person] = approval.lapses
    }

    mutating func resume(_ person: Int) {
        guard let lapses = suspended.removeValue(forKey: person) else { return }
        add(person, lapses, isSuspended: false)
    }

    /// When fewer than so many are left if no more come; nil where there are too few already.
    func lapse(ofNewest wanted: Int) -> Instant? {
        guard live.count >= wanted else { return nil }
        var found = 0
        for approval in order.reversed() where live[approval.person]?.number == approval.number {
            found += 1
            if found == wanted { return approval.lapses }
        }
        return nil
    }
}
