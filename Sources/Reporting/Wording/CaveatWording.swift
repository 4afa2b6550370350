import Rollout

/// What a reader of any format has to know beside the verdict, in words.
extension ReportInput {
    /// The verdict of the whole, which a forecast says that it is.
    package var verdictWords: String { words(assessment.verdict) }

    /// A verdict of the report, which a forecast says that it is.
    func words(_ verdict: Verdict) -> String { forecastMark + verdict.rawValue }

    /// What stands before each verdict of a forecast.
    var forecastMark: String { isForecast ? "FORECAST " : "" }

    /// Each caveat as a sentence.
    package var caveatSentences: [String] { caveats.map(sentence) }

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
        case .silentSite(let site): return SiteWording.silence(site, facts.context)
        case .unaskedNo(let count):
            return
                "\(Prose.count(count, "outcome")) from where no step asks for \(count == 1 ? "is" : "are") not met and \(count == 1 ? "does" : "do") not count."
        case .emergency(let decision):
            return RetrospectiveWording.emergency(decision, facts.context)
        }
    }
}
