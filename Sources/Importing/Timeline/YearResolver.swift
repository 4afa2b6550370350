import Rollout

/// Gives dates the year that they are written without.
struct YearResolver {
    let published: CivilDate
    let modified: CivilDate

    /// How long before the publication a date without a year may lie.
    private static let slack = 45

    func resolve(_ phases: inout [DraftPhase]) {
        for place in phases.indices {
            resolve(&phases[place].start, byOther: phases[place].end, isStart: true)
            resolve(&phases[place].end, byOther: phases[place].start, isStart: false)
            resolveByFormer(&phases[place].start)
            resolveByFormer(&phases[place].end)
            // One end may have been given its year just now.
            resolve(&phases[place].start, byOther: phases[place].end, isStart: true)
            resolve(&phases[place].end, byOther: phases[place].start, isStart: false)
        }
        let known = phases
        for place in phases.indices {
            let isPast = phases[place].isPast
            if phases[place].start?.date.year == nil {
                resolve(&phases[place].start, at: place, among: known, isPast: isPast)
            } else {
                resolve(&phases[place].end, at: place, among: known, isPast: false)
            }
            resolve(&phases[place].end, byOther: phases[place].start, isStart: false)
            resolve(&phases[place].end, at: place, among: known, isPast: false)
        }
        guard published.year >= 2000 else { return }
        for place in phases.indices { hold(&phases[place]) }
    }

    /// More years than this lie between no announcement and what it speaks of: no support that is
    /// sold lasts as long.
    private static let mostYears = 20

    /// Holds what a phase says against the day on which it was said.
    private func hold(_ phase: inout DraftPhase) {
        if let year = phase.start?.date.year, abs(year - published.year) > Self.mostYears {
            phase.start?.date.rule = .noSuchDay
        }
        if let year = phase.end?.date.year, abs(year - published.year) > Self.mostYears {
            phase.end?.date.rule = .noSuchDay
        }
        // "Rollout complete: late June" is a plan while June is ahead.
        if phase.status == .completed,
            phase.edges.contains(where: { $0.days.map { $0.earliest > modified } ?? false })
        {
            phase.status = nil
        }
        // "Available today" is said of something else while the start is ahead.
        if phase.status == .available, let start = phase.start?.days, start.earliest > modified {
            phase.status = nil
        }
    }

    /// The year of the other end, or the one beside it where the months say so.
    private func resolve(
        _ edge: inout DraftPhase.Edge?, byOther other: DraftPhase.Edge?, isStart: Bool
    ) {
        guard let date = edge?.date, date.year == nil, let other, let year = other.date.year else {
            return
        }
        let order =
            isStart
            ? (date.span.firstMonth, other.date.span.lastMonth)
            : (other.date.span.firstMonth, date.span.lastMonth)
        edge?.date.year = order.0 > order.1 ? (isStart ? year - 1 : year + 1) : year
        edge?.yearRule = .otherEnd
    }

    /// The first year in which the date does not lie before the one that no longer holds.
    private func resolveByFormer(_ edge: inout DraftPhase.Edge?) {
        guard let date = edge?.date, date.year == nil, !date.former.isEmpty,
            let former = formerDate(date.former), let year = former.year,
            let days = former.span.days(of: year)
        else { return }
        edge?.date.year = [year, year + 1].first {
            date.span.days(of: $0).map { $0.latest >= days.earliest } ?? false
        }
        edge?.yearRule = .formerValue
    }

    private func formerDate(_ tokens: [Token]) -> DatePhrase? {
        let reader = DateReader(tokens)
        return tokens.indices.lazy.compactMap { reader.date(at: $0) }.first
    }

    /// By the phases beside it, else by the day of publication.
    private func resolve(
        _ edge: inout DraftPhase.Edge?, at place: Int, among phases: [DraftPhase], isPast: Bool
    ) {
        guard let date = edge?.date, date.year == nil else { return }
        if isPast {
            edge?.date.year = year(of: date, from: modified.year) { $0.earliest <= modified }
            edge?.yearRule = .publication
            return
        }
        if let before = phases[..<place].last(where: { Self.days(of: $0) != nil }),
            let days = Self.days(of: before)
        {
            let limit = days.earliest.adding(days: -Self.slack)
            edge?.date.year = (days.earliest.year...(days.earliest.year + 1)).first {
                date.span.days(of: $0).map { $0.latest >= limit } ?? false
            }
            edge?.yearRule = .otherPhase
        } else if let after = phases[(place + 1)...].first(where: { Self.days(of: $0) != nil }),
            let days = Self.days(of: after)
        {
            edge?.date.year = year(of: date, from: days.earliest.year) {
                $0.earliest <= days.earliest
            }
            edge?.yearRule = .otherPhase
        } else {
            let limit = published.adding(days: -Self.slack)
            edge?.date.year = (limit.year...(limit.year + 2)).first {
                date.span.days(of: $0).map { $0.latest >= limit } ?? false
            }
            edge?.yearRule = .publication
        }
    }

    /// The last year, from one backwards, that fits.
    private func year(
        of date: DatePhrase, from year: Int, where fits: (DaySpan) -> Bool
    ) -> Int? {
        [year, year - 1].first { date.span.days(of: $0).map(fits) ?? false }
    }

    private static func days(of phase: DraftPhase) -> DaySpan? {
        phase.start?.days ?? phase.end?.days
    }
}
