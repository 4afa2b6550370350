import Fields
import LocatedYAML
import Rollout

/// Proves that people can be found who sign all steps, or names a step for which none are left.
///
/// Steps that `not-by` connects are looked at together: who signs one may keep somebody from
/// signing another one. Roles that have too few members by themselves are told elsewhere.
struct UnsatisfiableRules {
    private let steps: [DecodedStep]
    private let checklist: Checklist
    private let members: [RoleID: [Principal]]
    /// The steps that name a step, or its family, in their `not-by`.
    private let naming: [StepID: [Step]]

    /// More steps than these are not looked at together.
    private static let mostSteps = 64
    /// After so many searches nothing more is claimed: the time of a lint must not depend on how the
    /// steps are tied together.
    private static let mostSearches = 200

    /// Nil where no rule keeps anybody from anything: whoever is a member can then sign.
    init?(steps: [DecodedStep], checklist: Checklist) {
        guard checklist.steps.contains(where: \.keepsApart) else { return nil }
        // Who excludes others comes after them, where the mistake can be mended.
        self.steps = steps.filter(\.notBy.isEmpty) + steps.filter { !$0.notBy.isEmpty }
        self.checklist = checklist
        members = Dictionary(
            checklist.roles.map { role in
                (role.id, Set(role.members).sorted { $0.text < $1.text })
            }, uniquingKeysWith: { $1 })
        var naming: [StepID: [Step]] = [:]
        for step in checklist.steps {
            for reference in step.signOff?.notBy ?? [] {
                naming[reference, default: []].append(step)
            }
        }
        self.naming = naming
    }

    func warn(_ reader: MappingReader) {
        var seating = Seating()
        var settled: Set<StepID> = []
        var searches = 0
        for decoded in steps {
            guard let step = decoded.step, step.signOff != nil else { continue }
            let own = seats(of: step)
            // The first choice that comes to mind, without changing what is settled.
            if case .found = SeatSearch.extend(&seating, with: own, bound: 500) {
                settled.insert(step.id)
                continue
            }
            searches += 1
            guard searches <= Self.mostSearches else { return }
            let (outcome, found) = search(step, own, settled)
            switch outcome {
            case .found:
                // What is connected was seated anew; all others stay as they are.
                settled.insert(step.id)
                seating.replace(with: found)
            case .none: report(decoded, step, own, seating, reader)
            case .unknown: continue
            }
        }
    }

    /// The seats of a step that its roles have enough members for.
    private func seats(of step: Step) -> [Seating.Seat] {
        guard let rule = step.signOff else { return [] }
        let all =
            rule.roles.map { ($0, rule.count, false) }
            + (step.requestedBy.map { [($0, 1, true)] } ?? [])
        return all.map { role, count, isRequest in
            Seating.Seat(
                step: step, role: role, count: count, isRequest: isRequest,
                people: members[role, default: []])
        }.filter { $0.people.count >= $0.count }
    }

    /// Whether a step can be signed at all: first beside those that it is kept apart from, then
    /// beside all that are connected with it.
    private func search(
        _ step: Step, _ own: [Seating.Seat], _ settled: Set<StepID>
    ) -> (outcome: SeatSearch.Outcome, seating: Seating) {
        let near = neighbors(of: step, in: settled)
        guard near.count <= Self.mostSteps else { return (nearest(near, own), Seating()) }
        if case .none = SeatSearch.fill(own + near.flatMap(seats)).outcome {
            return (.none, Seating())
        }
        guard let all = connected(to: step, settled) else { return (.unknown, Seating()) }
        return SeatSearch.fill(own + all.flatMap(seats))
    }

    /// Of too many steps to look at together, whether one alone leaves nobody.
    private func nearest(_ near: [Step], _ own: [Seating.Seat]) -> SeatSearch.Outcome {
        for other in near {
            if case .none = SeatSearch.fill(own + seats(of: other), bound: 500).outcome {
                return .none
            }
        }
        return .unknown
    }

    /// The steps among some that `not-by` connects with a step; one more than can be looked at
    /// together where they are too many.
    private func neighbors(of step: Step, in settled: Set<StepID>) -> [Step] {
        var seen: Set<StepID> = [step.id]
        var found: [Step] = []
        func take(_ other: Step) {
            guard settled.contains(other.id), other.signOff != nil,
                seen.insert(other.id).inserted
            else { return }
            found.append(other)
        }
        for reference in step.signOff?.notBy ?? [] {
            for place in checklist.places(named: reference) where found.count <= Self.mostSteps {
                take(checklist.steps[place])
            }
        }
        for name in step.id.references {
            for other in naming[name, default: []] where found.count <= Self.mostSteps {
                take(other)
            }
        }
        return found
    }

    /// The settled steps that chains of `not-by` connect with a step; nil where they are too many.
    private func connected(to step: Step, _ settled: Set<StepID>) -> [Step]? {
        var seen: Set<StepID> = [step.id]
        var found: [Step] = []
        var open = [step]
        while let next = open.popLast() {
            for other in neighbors(of: next, in: settled) where seen.insert(other.id).inserted {
                found.append(other)
                open.append(other)
                guard found.count <= Self.mostSteps else { return nil }
            }
        }
        return found
    }

    private func report(
        _ decoded: DecodedStep, _ step: Step, _ own: [Seating.Seat], _ seating: Seating,
        _ reader: MappingReader
    ) {
        let lacking = own.first { seat in
            seat.people.count { seating.isFree($0, seat) } < seat.count
        }
        guard let seat = lacking ?? own.last else { return }
        let left = lacking == nil ? 0 : seat.people.count { seating.isFree($0, seat) }
        let settled = Set(checklist.steps.lazy.map(\.id))
        let others = neighbors(of: step, in: settled).compactMap { other -> String? in
            let names = seating.signers(of: other.id).map(\.text).joined(separator: " and ")
            return names.isEmpty ? nil : "\(names) for \"\(other.id)\""
        }
        let example = others.isEmpty ? "" : ": with " + others.prefix(3).joined(separator: ", ")
        reader.context.report(
            "no-signers-left",
            (left == 0 ? "nobody of \(seat.role) is" : "too few people of \(seat.role) are")
                + " left to \(seat.isRequest ? "ask for" : "sign") this step, whoever does the rest"
                + example,
            severity: .warning, fix: "add members to a role, or ask another role",
            at: decoded.notBy.first?.node ?? decoded.idNode)
    }
}

extension Step {
    /// Whether who does one thing of it, or of another step, may not do another one.
    fileprivate var keepsApart: Bool {
        requestedBy != nil || !(signOff?.notBy.isEmpty ?? true)
    }
}
