/// What a column of a plan can tell.
package enum ColumnKey: String, Hashable, Sendable, CaseIterable {
    case id, title, text, role, members, due, level, needs, status

    /// The usual headings in English, German, French, Spanish, Italian, Dutch and Portuguese.
    private static let headings: [(key: ColumnKey, words: [String])] = [
        (
            .id,
            ["id", "no", "nr", "#", "number", "nummer", "numéro", "número", "numero", "step id"]
        ),
        (
            .title,
            [
                "title", "task", "step", "activity", "action", "what", "aufgabe", "schritt",
                "tätigkeit", "was", "titel", "tâche", "étape", "titre", "tarea", "paso", "título",
                "attività", "compito", "titolo", "taak", "stap", "tarefa", "etapa", "task name",
                "vorgangsname",
            ]
        ),
        (
            .text,
            [
                "text", "description", "details", "notes", "comment", "beschreibung", "bemerkung",
                "bemerkungen", "hinweis", "descripción", "descrizione", "beschrijving", "descrição",
                "remarques",
            ]
        ),
        (
            .role,
            [
                "role", "team", "responsible", "department", "rolle", "zuständig", "verantwortlich",
                "abteilung", "rôle", "équipe", "responsable", "rol", "equipo", "ruolo", "função",
            ]
        ),
        (
            .members,
            [
                "members", "member", "owner", "person", "people", "assignee", "assigned to", "who",
                "name", "wer", "bearbeiter", "mitarbeiter", "personne", "assigné à", "persona",
                "asignado a", "assegnato a", "persoon", "pessoa",
            ]
        ),
        (
            .due,
            [
                "due", "due date", "deadline", "date", "by", "when", "finish", "end", "termin",
                "fällig", "fällig am", "bis", "bis wann", "wann", "datum", "ende", "échéance",
                "date limite", "fecha", "fecha límite", "vencimiento", "scadenza", "data", "prazo",
            ]
        ),
        (
            .level,
            [
                "level", "priority", "mandatory", "blocking", "priorität", "pflicht", "wichtigkeit",
                "priorité", "prioridad", "priorità", "prioriteit", "prioridade",
            ]
        ),
        (
            .needs,
            [
                "needs", "depends on", "dependency", "dependencies", "predecessor", "predecessors",
                "vorgänger", "abhängig von", "braucht", "dépend de", "dépendances", "depende de",
                "dipende da", "afhankelijk van",
            ]
        ),
        (.status, ["status", "state", "done", "erledigt", "stand", "statut", "estado", "stato"]),
    ]

    /// The key that a heading names; nil for other headings.
    static func of(_ heading: String) -> ColumnKey? {
        let name = String(heading.lowercased().drop { $0 == " " }).split(separator: ".").joined()
        let bare = name.hasSuffix(":") ? String(name.dropLast()) : name
        return headings.first { $0.words.contains(bare) }?.key
    }
}
