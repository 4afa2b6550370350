/// Why a step stands where it stands.
package indirect enum StepReason: Reason {
    /// The conditions that do not hold, of the step or of the phase that is named.
    case notApplicable([Mismatch], phase: PhaseID?)
    /// A waiver covers it; `otherwise` is what the step would be without.
    case waived(by: Principal, until: Instant, entry: Int, otherwise: StepReason)
    /// The first finding that is not met, and how many more there are.
    case checkUnmet(CheckName, finding: Finding?, more: Int, entry: Int)
    case rejected(by: Principal, role: RoleID, note: String, entry: Int)
    case checkUndetermined(CheckName, obstacle: Obstacle?, finding: Finding?, entry: Int)
    case checkTooOld(CheckName, observedAt: Instant, freshFor: Duration, entry: Int)
    /// What was seen has ended by itself, such as a certificate.
    case checkEnded(CheckName, observedAt: Instant, end: Instant, entry: Int)
    case checkTooEarly(CheckName, observedAt: Instant, counts: Instant, entry: Int)
    case checkOlderWording(CheckName, observedAt: Instant, entry: Int)
    /// A sign-off of the role that time or a new wording took away.
    case signOffStale(
        SignOffReason, choice: SignOff.Choice, by: Principal, role: RoleID, entry: Int)
    /// Never carried out for this rollout; `elsewhere` is why the newest outcome does not count.
    case checkMissing(CheckName, elsewhere: CheckObjection?)
    /// Sites that the step asks for have not looked; `elsewhere` is why the newest outcome that does
    /// not count does not.
    case siteSilent(CheckName, [SilentSite], elsewhere: CheckObjection?)
    /// Sites see something else, and how many more facts there are of which that is so.
    case parityDiffers(CheckName, ParityAssessment, more: Int)
    /// A site that looked saw nothing of the fact that is compared.
    case parityUnknown(CheckName, ParityAssessment)
    /// `candidates` are the members of the role who could still sign, `barred` those who are not to;
    /// `elsewhere` is why the newest sign-off does not count.
    case signOffsMissing(
        role: RoleID, have: Int, wanted: Int, candidates: [Principal], elsewhere: SignOffReason?,
        barred: [BarredSigner] = [])
    /// Nobody of the role asked for the change, which has to come first.
    case requestMissing(RoleID, candidates: [Principal])
    /// The step asks for the sign-off of no role.
    case asksNobody
    /// The step asks for neither a check nor a sign-off.
    case asksNothing
    /// The first needed step that is not ready, and how many more there are.
    case needs(StepID, status: StepStatus, more: Int)
    /// A needed step that the checklist does not have.
    case needsMissingStep(StepID)
    case ready
    /// Everything is there, some of it for an older wording; the entries of the editorial changes.
    case restsOnEditorials([Int])
    /// The waivers, by entry, that a step which it needs rests on.
    case restsOnWaivers([Int])

    package var code: String {
        switch self {
        case .notApplicable: return "not-applicable"
        case .waived: return "waived"
        case .checkUnmet: return "check-unmet"
        case .rejected: return "rejected"
        case .checkUndetermined: return "check-undetermined"
        case .checkTooOld: return "check-too-old"
        case .checkEnded: return "check-ended"
        case .checkTooEarly: return "check-too-early"
        case .checkOlderWording: return "check-older-wording"
        case .signOffStale: return "sign-off-stale"
        case .checkMissing: return "check-missing"
        case .siteSilent: return "site-silent"
        case .parityDiffers: return "parity-differs"
        case .parityUnknown: return "parity-unknown"
        case .signOffsMissing: return "sign-offs-missing"
        case .requestMissing: return "request-missing"
        case .asksNobody: return "asks-nobody"
        case .asksNothing: return "asks-nothing"
        case .needs: return "needs-step"
        case .needsMissingStep: return "needs-missing-step"
        case .ready: return "ready"
        case .restsOnEditorials: return "rests-on-editorials"
        case .restsOnWaivers: return "rests-on-waivers"
        }
    }
}
