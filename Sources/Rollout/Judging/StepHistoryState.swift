/// What is on record for one wording of a step while its history is gone through.
struct StepHistoryState {
    private let step: Step
    private var digest: ContentDigest?
    /// For each check when its newest outcome lapses; nil where that is not met.
    private var checks: [Instant?]
    private var approvals: [RoleID: RecentApprovals] = [:]
    private var rejections: Set<Seat> = []

    private struct Seat: Hashable {
        let principal: Principal
        let role: RoleID
    }

    init(_ step: Step) {
        self.step = step
        checks = [Instant?](repeating: nil, count: step.checks.count)
    }

    /// Begins anew where the wording is another one.
    mutating func turn(to digest: ContentDigest) {
        guard self.digest != digest else { return }
        self = StepHistoryState(step)
        self.digest = digest
    }

    mutating func note(check position: Int, kind: String, lapses: Instant?) {
        guard checks.indices.contains(position), step.checks[position].kind == kind else { return }
        checks[position] = lapses
    }

    /// `lapses` is nil for an approval that does not count.
    mutating func note(
        _ choice: SignOff.Choice, by principal: Principal, for role: RoleID, lapses: Instant?
    ) {
        let seat = Seat(principal: principal, role: role)
        approvals[role]?.remove(principal)
        rejections.remove(seat)
        switch choice {
        case .approve:
            if let lapses { approvals[role, default: RecentApprovals()].add(principal, lapses) }
        case .reject: rejections.insert(seat)
        }
    }

    mutating func withdraw(_ principal: Principal, _ role: RoleID, _ digest: ContentDigest) {
        guard self.digest == digest else { return }
        approvals[role]?.remove(principal)
        rejections.remove(Seat(principal: principal, role: role))
    }

    /// Everything is there that the step asks for, lapsed or not.
    var isComplete: Bool {
        guard rejections.isEmpty, checks.allSatisfy({ $0 != nil }) else { return false }
        guard let rule = step.signOff else { return !step.checks.isEmpty }
        return !rule.roles.isEmpty
            && rule.roles.allSatisfy { (approvals[$0]?.count ?? 0) >= max(1, rule.count) }
    }

    /// When the first part of what is there lapses.
    var lapses: Instant {
        var lapses = checks.compactMap { $0 }.min() ?? Instant(milliseconds: .max)
        guard let rule = step.signOff else { return lapses }
        for role in rule.roles {
            if let end = approvals[role]?.lapse(ofNewest: max(1, rule.count)) {
                lapses = min(lapses, end)
            }
        }
        return lapses
    }
}

/// The approvals of a role in the order in which they came, each person once.
struct RecentApprovals {
    private var order: [(principal: Principal, lapses: Instant)] = []
    private var places: [Principal: Int] = [:]

    var count: Int { places.count }

    mutating func add(_ principal: Principal, _ lapses: Instant) {
        places[principal] = order.count
        order.append((principal, lapses))
    }

    mutating func remove(_ principal: Principal) { places[principal] = nil }

    /// When fewer than so many are left if no more come; nil where there are too few already.
    ///
    /// Later ones lapse later, so that the end of the list tells.
    func lapse(ofNewest wanted: Int) -> Instant? {
        var found = 0
        for place in order.indices.reversed() where places[order[place].principal] == place {
            found += 1
            if found == wanted { return order[place].lapses }
        }
        return nil
    }
}
