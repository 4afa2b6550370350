/// What the sites that a step asks for do to one of its checks at one instant.
struct CheckSites {
    let parity: [ParityAssessment]
    private let silent: [SilentSite]
    private let name: CheckName
    /// Fewer than two sites have nothing to be the same as.
    private let comparesNothing: Bool

    init(_ judge: CheckJudge, at instant: Instant) {
        silent = judge.silent(at: instant)
        parity = judge.parity(at: instant)
        name = judge.name
        comparesNothing = judge.step.sites.count < 2
    }

    /// Two sites saw something else.
    var difference: StepFinding? {
        let differing = parity.filter { $0.standing == .differs }
        return differing.first.map {
            StepFinding(.failing, .parityDiffers(name, $0, more: differing.count - 1))
        }
    }

    /// A site that looked saw nothing that could be compared.
    var unknown: StepFinding? {
        let unseen = parity.first { comparesNothing || $0.sights.contains(where: \.isUnseen) }
        return unseen.map { StepFinding(.unknown, .parityUnknown(name, $0)) }
    }

    /// A site has not looked.
    func silence(elsewhere: CheckObjection?) -> StepFinding? {
        silent.isEmpty
            ? nil : StepFinding(.pending, .siteSilent(name, silent, elsewhere: elsewhere))
    }

    /// Whether what the worst site saw counts for all of them.
    func freshness(of judged: CheckJudge.Judged?) -> CheckAssessment.Freshness {
        guard let judged else { return .missing }
        let counts = judged.freshness == .current && judged.report.outcome == .met
        return counts && !silent.isEmpty ? .siteSilent : judged.freshness
    }
}
