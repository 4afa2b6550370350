package import Rollout

/// Something that a reader of any format has to know beside the verdict, as data.
package enum Caveat: Hashable, Sendable {
    /// The instant had not come.
    case forecast
    case ledger(LedgerWarning)
    case names(UnprovedNames)
    /// So many steps are ready by evidence for earlier words.
    case editorial(steps: Int)
    /// A decision that did not wait for what the rules ask for.
    case emergency(DecisionAssessment)
    /// A site that steps wait for.
    case silentSite(SiteAssessment)
    /// So many outcomes from sites that no step asks for are not met.
    case unaskedNo(count: Int)

    /// What a caveat is about, as programs are told.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case forecast
        case damage
        case unverifiedCopy = "unverified-copy"
        case content
        case otherTexts = "other-texts"
        case unauthenticated
        case unverifiedSignature = "unverified-signature"
        case withdrawnKey = "withdrawn-key"
        case refusedSignature = "refused-signature"
        case editorial
        case emergency
        case silentSite = "silent-site"
        case unaskedNo = "no-from-another-site"
    }

    package var kind: Kind {
        switch self {
        case .forecast: return .forecast
        case .ledger(let warning):
            switch warning.kind {
            case .damage: return .damage
            case .unverifiedCopy: return .unverifiedCopy
            case .content: return .content
            case .otherTexts: return .otherTexts
            }
        case .names(let names):
            switch names.how {
            case .none: return .unauthenticated
            // Of those whom a key proves there is no caveat.
            case .unverified, .key: return .unverifiedSignature
            case .withdrawn: return .withdrawnKey
            case .refused: return .refusedSignature
            }
        case .editorial: return .editorial
        case .emergency: return .emergency
        case .silentSite: return .silentSite
        case .unaskedNo: return .unaskedNo
        }
    }

    /// How many entries, steps, files or decisions it is about; 1 where nothing is counted.
    package var count: Int {
        switch self {
        case .forecast, .ledger, .emergency: return 1
        case .names(let names): return names.count
        case .editorial(let steps): return steps
        case .silentSite(let site): return site.missing.count
        case .unaskedNo(let count): return count
        }
    }
}

extension Caveat {
    /// All that there is to know beside the verdict, the one place that decides: every format and
    /// command says these, each in its own way.
    static func all(
        _ facts: ReportFacts, _ warnings: [LedgerWarning], isForecast: Bool
    ) -> [Caveat] {
        let assessment = facts.assessment
        return (isForecast ? [.forecast] : []) + warnings.map { .ledger($0) }
            + assessment.emergencies.map { .emergency($0) }
            + UnprovedNames.all(in: assessment).map { .names($0) }
            + (facts.editorial > 0 ? [.editorial(steps: facts.editorial)] : [])
            + assessment.sites.filter { !$0.missing.isEmpty }.map { .silentSite($0) }
            + (facts.unaskedNoes > 0 ? [.unaskedNo(count: facts.unaskedNoes)] : [])
    }
}
