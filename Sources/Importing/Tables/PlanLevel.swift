/// The words for what has to be done, and for what may be left undone.
enum PlanLevel {
    private static let blocking: Set<String> = Set(
        [
            "", "blocking", "required", "mandatory", "must", "yes", "x", "high", "critical",
            "urgent", "important", "hoch", "kritisch", "ja", "pflicht", "erforderlich", "zwingend",
            "verpflichtend", "muss", "wichtig", "dringend", "oui", "obligatoire", "haute",
            "élevée", "critique", "urgente", "bloquant", "sí", "obligatorio", "alta", "crítica",
            "bloqueante", "obbligatorio", "critica", "bloccante", "verplicht", "hoog", "kritiek",
            "blokkerend", "sim", "obrigatório", "tak", "wymagane", "obowiązkowe", "wysoki",
            "krytyczny", "blokujące",
        ].map(PlainWords.of))
    private static let advisory: Set<String> = Set(
        [
            "advisory", "optional", "low", "no", "could", "should", "nice to have", "nein",
            "niedrig", "gering", "kann", "soll", "faible", "non", "basse", "facultatif",
            "optionnel", "baja", "opcional", "bassa", "facoltativo", "opzionale", "laag",
            "optioneel", "nee", "baixa", "não", "nie", "niski", "opcjonalne",
        ].map(PlainWords.of))

    /// Whether a step has to be done; nil for a word that says neither.
    static func isBlocking(_ text: String) -> Bool? {
        let words = PlainWords.of(text)
        return blocking.contains(words) ? true : advisory.contains(words) ? false : nil
    }
}
