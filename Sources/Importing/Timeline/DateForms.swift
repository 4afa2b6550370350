import Rollout

/// How the dates of an announcement are written, as far as it takes more than their words to say.
struct DateForms: Hashable {
    /// Which number of a date of numbers is the month; nil where nothing says so.
    var order: SlashedDate.Order?
    /// What "next year" counts from; nil where the day of publication is not known.
    var counted: CountedYear?

    init(
        order: SlashedDate.Order? = nil, published: CivilDate? = nil, modified: CivilDate? = nil
    ) {
        self.order = order
        guard let published, published.year >= 2000 else { return }
        counted = CountedYear(
            published: published.year, isSure: published.year == (modified ?? published).year)
    }

    /// The tokens of a text, with each date of numbers, counted year and former value as one token.
    func tokens(of text: String) -> [Token] {
        let tokens = SlashedDate.fold(Token.tokens(of: text), in: order)
        return FormerValues.fold(counted?.fold(tokens) ?? tokens)
    }
}
