extension ColumnKey {
    /// Headings of levels that ask whether a step has to be done.
    static let questions = [
        "mandatory", "must", "must have", "blocking", "blocker", "critical", "required", "pflicht",
        "muss", "zwingend", "blockierend", "kritisch", "verpflichtend", "erforderlich",
        "obligatoire", "bloquant", "critique", "requis", "obligatorio", "bloqueante", "crítico",
        "requerido", "obbligatorio", "bloccante", "critico", "richiesto", "verplicht",
        "blokkerend", "kritiek", "obrigatório", "bloqueante", "wymagane", "obowiązkowe",
        "blokujące",
    ]

    /// The usual headings of each key in English, German, French, Spanish, Italian, Dutch, Portuguese
    /// and Polish.
    static let headings: [(key: ColumnKey, words: [String])] = [
        (
            .id,
            [
                "id", "no", "nr", "#", "n", "number", "nummer", "numéro", "número", "numero",
                "lp", "step id", "task id", "wbs", "pos", "position", "lfd nr", "task no",
                "item no", "step no", "n°", "nº", "laufende nummer", "volgnummer",
                "identyfikator",
            ]
        ),
        (
            .title,
            [
                "title", "task", "step", "activity", "action", "what", "aufgabe", "schritt",
                "tätigkeit", "was", "titel", "tâche", "étape", "titre", "tarea", "paso", "título",
                "attività", "compito", "titolo", "taak", "stap", "tarefa", "etapa", "passo",
                "tytuł", "zadanie", "krok", "czynność", "co", "maßnahme", "arbeitsschritt",
                "vorgang", "actividad", "acción", "azione", "activiteit", "actie", "atividade",
                "ação", "activité", "vorgangsname", "task name", "nazwa zadania", "to do",
                "todo", "todos", "to dos", "tasks", "steps", "activities", "actions", "action item",
                "action items", "work item", "work package", "checklist item", "aufgaben",
                "schritte", "zu tun",
                "arbeitspaket", "massnahmen", "aktion", "tätigkeiten",
                "was ist zu tun", "à faire", "tâches", "étapes", "actions", "intitulé", "libellé",
                "por hacer", "tareas", "pasos", "acciones",
                "da fare", "compiti", "azioni", "te doen", "taken", "stappen",
                "acties", "a fazer", "tarefas", "passos", "ações",
                "do zrobienia", "zadania", "kroki", "działanie",
            ]
        ),
        (
            .text,
            [
                "text", "description", "details", "notes", "note", "comment", "comments",
                "remark", "remarks", "beschreibung", "bemerkung", "bemerkungen", "hinweis",
                "hinweise", "anmerkung", "anmerkungen", "notiz", "notizen", "kommentar",
                "kommentare", "descripción", "notas", "comentario", "comentarios",
                "observaciones", "descrizione", "commenti", "beschrijving", "opmerking",
                "opmerkingen", "notities", "toelichting", "descrição", "observações",
                "comentários", "remarque", "remarques", "commentaire", "commentaires", "opis",
                "uwagi", "notatki", "komentarz",
            ]
        ),
        (
            .role,
            [
                "role", "team", "department", "group", "rolle", "abteilung", "gruppe", "rôle",
                "équipe", "groupe", "service", "rol", "equipo", "grupo", "departamento", "ruolo",
                "squadra", "gruppo", "reparto", "functie", "groep", "afdeling", "função", "papel",
                "equipe", "equipa", "rola", "zespół", "grupa", "dział",
            ]
        ),
        (
            .owner,
            [
                "owner", "owners", "owned by", "task owner", "responsible", "responsibility",
                "responsible person", "accountable", "assignee", "assignees", "assigned to",
                "assigned", "person", "who", "name", "lead", "contact", "zuständig", "zuständige",
                "zuständiger", "zuständige person", "zuständigkeit", "verantwortlich",
                "verantwortliche", "verantwortlicher", "verantwortung", "wer", "bearbeiter",
                "bearbeiterin", "zugewiesen an", "ansprechpartner", "responsable", "responsables",
                "personne", "qui", "assigné à", "attribué à", "persona", "quién", "encargado",
                "asignado a", "porteur", "pilote", "acteur", "chargé", "chargée", "en charge",
                "propriétaire", "responsable de la tâche", "propietario", "dueño", "a cargo de",
                "proprietario", "referente", "a cura di", "aufgabenträger", "eigentümer", "inhaber",
                "beauftragter", "beauftragte", "behandelaar", "toegewezen",
                "verantwoordelijke persoon", "dono", "proprietário", "encarregado", "opiekun",
                "responsabile", "responsabili", "incaricato", "chi", "assegnato a",
                "verantwoordelijk", "verantwoordelijke", "eigenaar", "persoon", "wie",
                "uitvoerder", "toegewezen aan", "responsável", "responsáveis", "pessoa", "quem",
                "atribuído a", "odpowiedzialny", "odpowiedzialna", "właściciel", "osoba", "kto",
                "wykonawca", "przypisane do",
            ]
        ),
        (
            .members,
            [
                "members", "member", "people", "persons", "participants", "team members",
                "mitarbeiter", "mitglied", "mitglieder", "beteiligte", "teilnehmer", "personen",
                "personnes", "membre", "membres", "personas", "miembro", "miembros",
                "participantes", "membro", "membri", "persone", "partecipanti", "leden", "lid",
                "deelnemers", "pessoas", "membros", "członek", "członkowie", "osoby", "uczestnicy",
            ]
        ),
        (
            .due,
            [
                "due", "deadline", "date", "by", "when", "finish", "end", "termin", "fällig",
                "fälligkeit", "fälligkeitsdatum", "frist", "bis", "wann", "datum", "ende",
                "endtermin", "échéance", "quand", "fecha", "vencimiento", "vence", "cuándo",
                "scadenza", "data", "quando", "prazo", "vencimento", "vervaldatum", "einddatum",
                "uiterlijk", "wanneer", "kiedy", "due date", "target date", "end date", "due by",
                "planned end", "finish date", "planned date", "planned finish", "completion date",
                "date de fin", "fecha de fin", "data di fine", "data de fim", "data zakończenia",
                "fällig am", "bis wann", "zu erledigen bis", "date limite", "date d'échéance",
                "fecha límite", "fecha de vencimiento", "data di scadenza", "uiterste datum",
                "data limite", "data de vencimento", "termin wykonania", "do kiedy", "due on",
                "target day", "target completion", "complete by", "needed by", "zieldatum",
                "zieltermin", "stichtag", "solltermin", "plandatum", "spätestens", "enddatum",
                "geplant bis", "geplantes ende", "fertig bis", "date", "date cible", "date butoir",
                "date prévue", "pour le", "avant le", "fecha objetivo", "fecha prevista",
                "fecha fin", "plazo", "para cuándo", "data obiettivo", "data prevista", "data fine",
                "entro", "entro il", "termine", "streefdatum", "deadline datum", "gereed op",
                "voor wanneer", "data alvo", "data fim", "data planowana", "data docelowa",
                "planowany termin",
            ]
        ),
        (
            .level,
            [
                "level", "priority", "prio", "importance", "criticality", "severity", "urgency",
                "priorität", "wichtigkeit", "dringlichkeit", "kritikalität", "stufe",
                "priorité", "niveau", "importance", "criticité", "urgence", "prioridad", "nivel",
                "importancia", "criticidad", "urgencia", "priorità", "livello", "importanza",
                "criticità", "urgenza", "prioriteit", "belang", "urgentie", "prioridade", "nível",
                "importância", "criticidade", "urgência", "priorytet", "poziom", "ważność",
                "pilność",
            ] + questions
        ),
        (
            .needs,
            [
                "needs", "depends", "blocked by", "dependency", "dependencies", "predecessor",
                "predecessors",
                "prerequisite", "prerequisites", "requires", "vorgänger", "braucht",
                "voraussetzung", "voraussetzungen", "abhängigkeit", "abhängigkeiten",
                "vorbedingung", "vorbedingungen", "benötigt", "prérequis", "dépendance",
                "dépendances", "prédécesseur", "prédécesseurs", "requisitos", "requisito",
                "dependencias", "dependencia", "prerequisiti", "prerequisito", "dipendenze",
                "vereist", "vereisten", "afhankelijkheid", "afhankelijkheden", "voorganger",
                "voorgangers", "pré-requisito", "pré-requisitos", "dependências", "wymaga",
                "wymagania", "zależności", "poprzednik", "poprzedniki", "depends on",
                "abhängig von", "hängt ab von", "setzt voraus", "dépend de", "depende de",
                "requisitos previos", "dipende da", "afhankelijk van", "zależy od",
                "warunek wstępny", "warunki wstępne",
            ]
        ),
        (
            .status,
            [
                "status", "state", "done", "progress", "completed", "complete", "erledigt",
                "stand", "zustand", "fortschritt", "statut", "état", "avancement", "estado",
                "progreso", "stato", "avanzamento", "voortgang", "gereed", "situação",
                "progresso", "stan", "postęp", "percent complete",
            ]
        ),
    ]
}
