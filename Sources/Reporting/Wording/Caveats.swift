import Rollout

/// What a reader of any format has to know beside the verdict.
extension ReportInput {
    /// The verdict of the whole, which a forecast says that it is.
    package var verdictWords: String {
        (isForecast ? "FORECAST " : "") + assessment.verdict.rawValue
    }

    /// That it is a forecast, what is wrong with the ledger, and whose names nobody proved.
    package var caveats: [String] {
        var all: [String] = []
        if isForecast {
            all.append(
                "This is a forecast: what is recorded until \(facts.context.time(assessment.asOf)) is not in it."
            )
        }
        return all + ledgerWarnings.map { LedgerWording.sentence($0) } + nameCaveats
    }

    /// Such as "3 entries that count: unauthenticated."
    package var nameCaveats: [String] {
        UnprovedNames.all(in: assessment).map { names in
            "\(Prose.count(names.count, "entry", "entries")) that count: \(AuthenticationWording.word(names.how))."
        }
    }
}
