import Rollout

/// What a reader of any format has to know beside the verdict, in words.
extension ReportInput {
    /// The verdict of the whole, which a forecast says that it is.
    package var verdictWords: String { words(assessment.verdict) }

    /// A verdict of the report, which a forecast says that it is.
    func words(_ verdict: Verdict) -> String { forecastMark + verdict.rawValue }

    /// What stands before each verdict of a forecast.
    var forecastMark: String { isForecast ? "FORECAST " : "" }

    /// Each caveat as a sentence, and one for all sites that the same steps wait for.
    package var caveatSentences: [String] {
        var silences = silenceSentences
        return caveats.flatMap { caveat -> [String] in
            guard case .silentSite = caveat else { return [sentence(caveat)] }
            // All of them stand where the first one does.
            defer { silences = [] }
            return silences
        }
    }

    /// What is said of silent sites, once for all that the same steps wait for.
    var silenceSentences: [String] {
        var order: [[StepID]] = []
        var sites: [[StepID]: [SiteAssessment]] = [:]
        for case .silentSite(let site) in caveats {
            if sites[site.missing] == nil { order.append(site.missing) }
            sites[site.missing, default: []].append(site)
        }
        return order.map {
            SiteWording.silence(sites[$0, default: []], facts.context, at: assessment.asOf)
        }
    }

    /// Such as "3 entries that count: unauthenticated.".
    package func sentence(_ caveat: Caveat) -> String {
        switch caveat {
        case .forecast:
            return
                "This is a forecast: what is recorded until \(facts.context.time(assessment.asOf)) is not in it."
        case .ledger(let warning): return LedgerWording.sentence(warning)
        case .names(let names):
            return
                "\(Prose.count(names.count, "entry that counts", "entries that count")): \(AuthenticationWording.word(names.how))."
        case .editorial(let steps): return "\(EditorialWording.carried): \(steps)."
        case .silentSite(let site):
            return SiteWording.silence([site], facts.context, at: assessment.asOf)
        case .unaskedNo(let count):
            return
                "\(Prose.count(count, "outcome")) from where no step asks for \(count == 1 ? "is" : "are") not met and \(count == 1 ? "does" : "do") not count."
        case .emergency(let decision):
            return RetrospectiveWording.emergency(decision, facts.context)
        }
    }
}
