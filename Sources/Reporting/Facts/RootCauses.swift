import Rollout

/// Which open step explains that another one is not ready.
struct RootCauses {
    private let assessment: Assessment
    /// The places of the steps that are reasons of a verdict.
    private let open: Set<Int>
    /// What was found, so that each step is looked at once.
    private var causes: [Int: Int] = [:]
    /// The first step that explains those behind it among those that a reference names, so that a
    /// family that many wait for is looked through once.
    private var explaining: [Search: Int?] = [:]

    private struct Search: Hashable {
        let reference: StepID
        let kind: Kind
    }

    private enum Kind {
        case unsettled, failedCheck
    }

    init(_ assessment: Assessment, open: Set<Int>) {
        self.assessment = assessment
        self.open = open
    }

    /// The open step, not itself explained by another one, that a step is not ready for.
    ///
    /// It is the step itself where nothing explains it.
    mutating func cause(of place: Int) -> Int {
        var path = [place]
        var seen: Set<Int> = [place]
        var root = place
        while let next = needed(by: root) {
            if let known = causes[next] {
                root = known
                break
            }
            // A circle, which no checklist that was read has, explains nothing.
            guard seen.insert(next).inserted else { break }
            path.append(next)
            root = next
        }
        for step in path { causes[step] = root }
        return root
    }

    /// What nothing can be done about before a needed step: what is blocked, and a check that
    /// fails where one that it builds on fails.
    private mutating func needed(by place: Int) -> Int? {
        let step = assessment.steps[place]
        let kind: Kind
        switch step.status {
        case .blocked: kind = .unsettled
        case .failing, .unknown:
            guard Self.isAboutACheck(step.reason) else { return nil }
            kind = .failedCheck
        default: return nil
        }
        for reference in step.step.needs {
            if let found = first(Search(reference: reference, kind: kind)), found != place {
                return found
            }
        }
        return nil
    }

    private mutating func first(_ search: Search) -> Int? {
        if let known = explaining[search] { return known }
        let found = assessment.checklist.places(named: search.reference).first {
            open.contains($0) && explains($0, search.kind)
        }
        explaining[search] = .some(found)
        return found
    }

    private func explains(_ place: Int, _ kind: Kind) -> Bool {
        let step = assessment.steps[place]
        switch kind {
        case .unsettled: return !step.status.isSettled
        case .failedCheck:
            return (step.status == .failing || step.status == .unknown)
                && Self.isAboutACheck(step.reason)
        }
    }

    private static func isAboutACheck(_ reason: StepReason) -> Bool {
        switch reason {
        case .checkUnmet, .checkUndetermined: return true
        default: return false
        }
    }
}
