import Rollout

/// What a reader of any format has to know beside the verdict.
extension ReportInput {
    /// The verdict of the whole, which a forecast says that it is.
    package var verdictWords: String {
        (isForecast ? "FORECAST " : "") + assessment.verdict.rawValue
    }

    /// That it is a forecast, what is wrong with the ledger, whose names nobody proved, and what rests
    /// on the owner's word that other words meant the same.
    package var caveats: [String] {
        var all: [String] = []
        if isForecast {
            all.append(
                "This is a forecast: what is recorded until \(facts.context.time(assessment.asOf)) is not in it."
            )
        }
        all += ledgerWarnings.map { LedgerWording.sentence($0) } + nameCaveats
        if facts.editorial > 0 { all.append("\(EditorialWording.carried): \(facts.editorial).") }
        return all
    }

    /// Such as "3 entries that count: unauthenticated", as a sentence.
    package var nameCaveats: [String] {
        UnprovedNames.all(in: assessment).map { names in
            "\(Prose.count(names.count, "entry that counts", "entries that count")): \(AuthenticationWording.word(names.how))."
        }
    }
}
