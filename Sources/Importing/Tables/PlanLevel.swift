/// The words for what has to be done, and for what may be left undone.
///
/// What is of middle importance has to be done, as nothing says that it may be left undone.
enum PlanLevel {
    private static let blocking: Set<String> = Set(
        [
            "", "blocking", "blocker", "required", "mandatory", "must", "must have", "yes", "x",
            "true", "high", "highest", "very high", "critical", "urgent", "important", "major",
            "medium", "middle", "normal", "moderate", "p0", "p1", "p2", "prio 0", "prio 1",
            "prio 2", "priority 0", "priority 1", "priority 2",
            "hoch", "sehr hoch", "höchste", "kritisch", "ja", "pflicht", "erforderlich",
            "zwingend", "verpflichtend", "verbindlich", "muss", "wichtig", "dringend", "mittel",
            "blockierend", "priorität 1", "priorität 2", "wahr",
            "oui", "obligatoire", "requis", "haut", "haute", "élevé", "élevée", "critique",
            "urgent", "urgente", "important", "importante", "bloquant", "bloquante", "doit",
            "moyen", "moyenne", "vrai",
            "sí", "obligatorio", "obligatoria", "requerido", "alto", "alta", "crítico", "crítica",
            "bloqueante", "debe", "media", "medio", "verdadero",
            "obbligatorio", "obbligatoria", "richiesto", "critico", "critica", "bloccante", "deve",
            "vero",
            "verplicht", "vereist", "hoog", "kritiek", "blokkerend", "moet", "middel",
            "gemiddeld", "normaal", "dringend", "waar",
            "sim", "obrigatório", "obrigatória", "necessário", "média", "médio", "verdadeiro",
            "tak", "wymagane", "wymagany", "obowiązkowe", "obowiązkowy", "wysoki", "wysoka",
            "krytyczny", "krytyczna", "blokujące", "blokujący", "blokująca", "musi", "średni",
            "średnia", "pilne", "prawda",
        ].map(PlainWords.of))
    private static let advisory: Set<String> = Set(
        [
            "advisory", "optional", "low", "lowest", "very low", "minor", "no", "false", "could",
            "could have", "should", "should have", "nice to have", "nice", "recommended", "p3",
            "p4", "p5", "prio 3", "prio 4", "prio 5", "priority 3", "priority 4", "priority 5",
            "nein", "niedrig", "sehr niedrig", "gering", "kann", "soll", "sollte", "empfohlen",
            "beratend", "priorität 3", "priorität 4", "falsch", "unverbindlich",
            "faible", "non", "bas", "basse", "facultatif", "facultative", "optionnel",
            "optionnelle", "recommandé", "recommandée", "consultatif", "devrait", "faux",
            "bajo", "baja", "opcional", "recomendado", "recomendada", "consultivo", "debería",
            "falso",
            "basso", "bassa", "facoltativo", "facoltativa", "opzionale", "consigliato",
            "consigliata", "dovrebbe",
            "laag", "optioneel", "nee", "aanbevolen", "adviserend", "zou moeten", "onwaar",
            "baixo", "baixa", "facultativo", "não", "aconselhável", "deveria",
            "nie", "niski", "niska", "opcjonalne", "opcjonalny", "opcjonalna", "zalecane",
            "zalecany", "doradczy", "powinien", "fałsz",
        ].map(PlainWords.of))

    /// Whether a step has to be done; nil for a word that says neither.
    ///
    /// Of words with another one in brackets or behind a sign, as in "P1 - high" or "High (P1)", each
    /// part has to say the same.
    static func isBlocking(_ text: String) -> Bool? {
        if let meaning = meaning(PlainWords.of(text)) { return meaning }
        let parts = text.split { "()[]/-–:,;|".contains($0) }.map { PlainWords.of(String($0)) }
            .filter { !$0.isEmpty }
        let meanings = Set(parts.map(meaning))
        return parts.isEmpty || meanings.count > 1 ? nil : meanings.first.flatMap(\.self)
    }

    /// Words that answer a question, such as whether a step is mandatory, and of a rank say nothing.
    private static let denials: Set<String> = Set(
        [
            "no", "false", "nein", "falsch", "non", "faux", "falso", "nee", "onwaar", "não", "nie",
            "fałsz",
        ].map(PlainWords.of))

    /// Whether a text denies something, without saying what.
    static func isDenial(_ text: String) -> Bool { denials.contains(PlainWords.of(text)) }

    private static func meaning(_ words: String) -> Bool? {
        blocking.contains(words) ? true : advisory.contains(words) ? false : nil
    }
}
