/// The approvals of a role by when they lapse, each person once.
struct RecentApprovals {
    private struct Approval {
        let principal: Principal
        let lapses: Instant
        let number: Int
    }

    /// By when they lapse, with those that were replaced or taken back since.
    private var order: [Approval] = []
    /// The approvals that count.
    private var live: [Principal: (number: Int, lapses: Instant)] = [:]
    /// The approvals of people who are excluded for now.
    private var suspended: [Principal: Instant] = [:]
    private var last = 0

    mutating func add(_ principal: Principal, _ lapses: Instant, isSuspended: Bool) {
        guard !isSuspended else {
            suspended[principal] = lapses
            return
        }
        last += 1
        live[principal] = (last, lapses)
        let approval = Approval(principal: principal, lapses: lapses, number: last)
        // Later ones lapse later, but for those of people who were excluded meanwhile.
        order.insert(approval, at: order.partitioningIndex { $0.lapses > lapses })
        if order.count > 2 * live.count + 8 {
            order.removeAll { live[$0.principal]?.number != $0.number }
        }
    }

    mutating func remove(_ principal: Principal) {
        live[principal] = nil
        suspended[principal] = nil
    }

    mutating func suspend(_ principal: Principal) {
        guard let approval = live.removeValue(forKey: principal) else { return }
        suspended[principal] = approval.lapses
    }

    mutating func resume(_ principal: Principal) {
        guard let lapses = suspended.removeValue(forKey: principal) else { return }
        add(principal, lapses, isSuspended: false)
    }

    /// When fewer than so many are left if no more come; nil where there are too few already.
    func lapse(ofNewest wanted: Int) -> Instant? {
        guard live.count >= wanted else { return nil }
        var found = 0
        for approval in order.reversed() where live[approval.principal]?.number == approval.number {
            found += 1
            if found == wanted { return approval.lapses }
        }
        return nil
    }
}
