/// The names of the months in the languages of headings.
enum PlanMonth {
    private static let names = [
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    ].map { $0.split(separator: " ").map { PlainWords.of(String($0)) } }
    /// Short forms that are no beginnings.
    private static let short = ["mrz": 3, "mrt": 3, "sept": 9]

    /// 1 to 12 for a name, or for three letters or more that begin names of one month alone.
    static func number(of word: String) -> Int? {
        let word = PlainWords.of(word)
        if let number = short[word] { return number }
        guard word.unicodeScalars.count >= 3 else { return nil }
        let months = Set(
            names.flatMap { names in names.indices.filter { names[$0].hasPrefix(word) } })
        return months.count == 1 ? months.first.map { $0 + 1 } : nil
    }
}
