/// What a sheet says of the state of a step; none of it is evidence.
package enum PlanStatus: Hashable, Sendable {
    case done
    /// Not yet, or under way, or nothing.
    case open
    /// A word that nobody here knows.
    case other

    private static let doneWords: Set<String> = Set(
        [
            "done", "complete", "completed", "finished", "closed", "ok", "yes", "x", "ja", "true",
            "wahr", "erledigt", "fertig", "abgeschlossen", "fertiggestellt", "beendet", "fait",
            "terminé", "terminée", "achevé", "oui", "vrai", "hecho", "hecha", "completado",
            "completada", "terminado", "terminada", "finalizado", "sí", "fatto", "fatta",
            "completato", "completata", "terminato", "finito", "sì", "gedaan", "klaar", "gereed",
            "voltooid", "afgerond", "feito", "concluído", "concluída", "concluido", "sim",
            "zrobione", "gotowe", "wykonane", "ukończone", "zakończone", "tak", "1", "100",
        ].map(PlainWords.of))
    private static let openWords: Set<String> = Set(
        [
            "", "open", "pending", "todo", "to do", "not started", "in progress", "started",
            "ongoing", "doing", "waiting", "blocked", "new", "planned", "no", "false", "late",
            "offen", "neu", "geplant", "in arbeit", "begonnen", "läuft", "wartet", "nein",
            "nicht begonnen", "falsch", "ouvert", "en cours", "à faire", "prévu", "en attente",
            "non", "non commencé", "abierto", "pendiente", "en curso", "por hacer", "en progreso",
            "aperto", "da fare", "in corso", "in attesa", "nee", "bezig", "te doen",
            "niet gestart", "aberto", "pendente", "em andamento", "a fazer", "em curso", "não",
            "otwarte", "w toku", "do zrobienia", "oczekuje", "nie", "nie rozpoczęto", "0",
        ].map(PlainWords.of))

    private static let signs: Set<Character> = ["✓", "✔", "✔️", "☑", "☑️", "✅"]

    package init(_ text: String) {
        let words = PlainWords.of(text)
        // "✔ Done", and not "✔ 50 %".
        let rest = PlainWords.of(text.filter { !Self.signs.contains($0) })
        let isSign =
            text.contains(where: Self.signs.contains)
            && (rest.isEmpty || Self.doneWords.contains(rest))
        // A share of the work that is less than all of it.
        let isShare = Double(words).map { $0 >= 0 && $0 < 100 } ?? false
        if Self.doneWords.contains(words) && !text.hasPrefix("1%") || isSign {
            self = .done
        } else if Self.openWords.contains(words) || isShare {
            self = .open
        } else {
            self = .other
        }
    }
}
