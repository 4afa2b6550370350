import Characters
import ChecklistDecoding
import Importing
import Rollout
import Testing

@Suite("Plans in tables")
struct TableTests {
    private static let german = """
        Nr.;Aufgabe;Rolle;Wer;Termin;Priorität;Vorgänger;Status\r
        1;Sicherung prüfen;Datenbank;dana@example.com, Dana Doe;31.10.2025;Pflicht;;erledigt\r
        2;"Um""stellen; jetzt";Datenbank;;2025-11-01;optional;1;offen\r
        \r
        3;Nachsehen;Service Desk;hana@example.com;2025-11-03;;2;\r

        """

    private static func plan(
        _ text: String, path: String = "plan.csv", given: [(heading: String, key: String)] = []
    ) throws -> PlanTable {
        let table = try TableReader.table(Array(text.utf8), path: path)
        return PlanTable(table, try ColumnMapping(table, given: given))
    }

    @Test("become checklists, with dates that count from the cutover")
    func german() throws {
        let plan = try Self.plan(Self.german)
        #expect(plan.mistakes.isEmpty)
        let draft = PlanDraft(plan, name: "Umzug 2025", start: CivilDate("2025-11-01"))
        let checklist = try DraftReading.checklist(draft.text).checklist
        #expect(checklist.rollout.id == "umzug-2025")
        #expect(checklist.timeline[0].starts.description == "2025-11-01")
        #expect(
            checklist.steps.map(\.id.text) == [
                "sicherung-pruefen", "um-stellen-jetzt", "nachsehen",
            ])
        #expect(
            checklist.steps.map(\.due.description) == ["cutover - 1d", "cutover", "cutover + 2d"])
        #expect(checklist.steps.map(\.level) == [.blocking, .advisory, .blocking])
        #expect(checklist.steps[1].title == "Um\"stellen; jetzt")
        #expect(checklist.steps[1].needs == ["sicherung-pruefen"])
        #expect(checklist.roles.map(\.title) == ["Change Management", "Datenbank", "Service Desk"])
        #expect(checklist.roles[1].members == ["dana@example.com"])
        #expect(draft.text.contains("the table says \"erledigt\", which is no evidence"))
        #expect(draft.text.contains("Dana Doe"))
    }

    @Test("may be written in Markdown")
    func markdown() throws {
        let plan = try Self.plan(
            """
            # The plan

            | Task | Team | Due |
            | --- | :-: | --- |
            | Switch \\| over | DBA | 2025-10-31 |

            | Other | table |
            """, path: "plan.md")
        let checklist = try DraftReading.checklist(
            PlanDraft(plan, name: "plan", start: nil).text
        ).checklist
        #expect(checklist.steps.map(\.title) == ["Switch | over"])
        #expect(checklist.timeline[0].starts.description == "2025-10-31")
    }

    @Test("say which cells cannot be read")
    func mistakes() throws {
        let plan = try Self.plan(
            """
            Task,Due,Needs
            A,soon,
            B,03/04/2025,
            ,2025-01-01,
            C,2025-02-30,D
            """)
        #expect(
            plan.mistakes == [
                TableMistake(row: 2, column: 1, .notADate("soon")),
                TableMistake(row: 3, column: 1, .ambiguousDate("03/04/2025")),
                TableMistake(row: 4, column: 0, .noTitle),
                TableMistake(row: 5, column: 1, .notADate("2025-02-30")),
                TableMistake(row: 5, column: 2, .unknownStep("D")),
            ])
    }

    @Test("name a level that is none, as nobody knows which one was meant")
    func levels() throws {
        let plan = try Self.plan("Task,Priority\nA,must\nB,Advisory\nC,maybe\nD,\n")
        #expect(plan.mistakes == [TableMistake(row: 4, column: 1, .notALevel("maybe"))])
        #expect(plan.steps.map(\.isBlocking) == [true, false, false, true])
    }

    @Test(
        "know levels in eight languages, also with a number or in brackets",
        arguments: [
            ("blockierend", true), ("bloquant", true), ("bloqueante", true), ("bloccante", true),
            ("blokkerend", true), ("blokujący", true), ("obrigatório", true), ("MUST", true),
            ("must have", true), ("High", true), ("medium", true), ("P1", true), ("Prio 2", true),
            ("High (P1)", true), ("P1 - critical", true), ("should", false),
            ("nice-to-have", false), ("low", false), ("P3", false), ("facultatif", false),
            ("niski", false), ("Low / P4", false), ("Low / P1", nil), ("1", nil), ("won't", nil),
            ("P", nil), ("–", true),
        ] as [(String, Bool?)])
    func levelWords(_ word: String, _ isBlocking: Bool?) throws {
        let plan = try Self.plan("Task;Priority\nA;\(word)\n")
        if let isBlocking {
            #expect(plan.mistakes.isEmpty && plan.steps.map(\.isBlocking) == [isBlocking])
        } else {
            #expect(plan.mistakes == [TableMistake(row: 2, column: 1, .notALevel(word))])
        }
    }

    @Test("of a page in Markdown are found behind other tables, with line ends in cells")
    func secondTable() throws {
        let text = """
            | Name | Phone |
            |---|---|
            | Ann | 1 |

            | Task | Owner |
            |:--|:--|
            | A | ann@example.com<br>bob@example.com |
            """
        let (table, mapping) = try TableReader.plan(
            Array(text.utf8), path: "plan.md", sheet: nil, encoding: .unicode, given: [])
        #expect(mapping.row == 5)
        #expect(
            PlanTable(table, mapping).steps.map(\.owners.roles) == [
                ["ann@example.com", "bob@example.com"]
            ])
        let error = TableMistake(.noTitles(known: ["Name", "Phone"]))
        #expect(throws: error) {
            _ = try TableReader.plan(
                Array(text.replacing("Task", with: "Thing").utf8), path: "plan.md", sheet: nil,
                encoding: .unicode, given: [])
        }
    }

    @Test("in separated values that we write have the mark that Excel needs, and are read again")
    func mark() throws {
        let bytes = SeparatedSheet.bytes([["id", "title"], ["a", "Größe"]])
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let table = try TableReader.table(bytes, path: "a.csv")
        #expect(table.rows.map(\.cells) == [["id", "title"], ["a", "Größe"]])
    }

    @Test("may have headings that nobody knows")
    func mapping() throws {
        let text = "Vorhaben,Until\nA,2025-01-01\n"
        #expect(throws: TableMistake(.noTitles(known: ["Vorhaben", "Until"]))) {
            try Self.plan(text)
        }
        #expect(throws: TableMistake(.noKey("what"))) {
            try Self.plan(text, given: [(heading: "Vorhaben", key: "what")])
        }
        #expect(throws: TableMistake(.sameKey("title", headings: ["Vorhaben", "Until"]))) {
            let twice = ["Vorhaben", "Until"].map { (heading: $0, key: "title") }
            _ = try Self.plan(text, given: twice)
        }
        #expect(throws: TableMistake(.noColumn("Do", known: ["Vorhaben", "Until"]))) {
            try Self.plan(text, given: [(heading: "Do", key: "title")])
        }
        let plan = try Self.plan(
            text, given: [(heading: "Vorhaben", key: "title"), (heading: "Until", key: "due")])
        #expect(plan.lastDay == CivilDate("2025-01-01"))
    }

    @Test(
        "know the usual headings, however they are written",
        arguments: [
            ("Mitglieder", ColumnKey.members), ("Voraussetzung(en)", .needs),
            ("Abhängig von", .needs), ("Depends?", .needs), ("Critical?", .level),
            ("Obligatoire", .level), ("Data zakończenia", .due), ("Due (date)", .due),
            ("ÉCHÉANCE", .due),
            ("Prérequis", .needs),
            ("Fecha límite:", .due), ("Dipende da", .needs), ("Afhankelijk van", .needs),
            ("Pré-requisitos", .needs), ("Zależy od", .needs), ("Rolle/Team", .role), ("Nr.", .id),
            ("Faellig am", .due), ("Stan [%]", .status), ("# ", .id), ("Członkowie", .members),
            ("(Bemerkungen)", .text), ("Priorité", .level), ("Prio", .level), ("Pos.", .id),
            ("Must/should", .level), ("Planned end", .due), ("Zieldatum", .due),
            ("Fällig am", .due), ("Porteur", .owner), ("Responsable", .owner),
            ("Échéance", .due), ("Vencimiento", .due), ("Scadenza", .due),
        ])
    func headings(_ heading: String, _ key: ColumnKey) throws {
        let plan = try TableReader.table(Array("Task;\(heading)\nA;\n".utf8), path: "a.csv")
        #expect(try ColumnMapping(plan, given: []).columns == [.title: 0, key: 1])
    }

    @Test(
        "know the usual words for what is to be done",
        arguments: [
            "To do", "To-do", "Todo", "Task", "Action items", "Zu tun", "Aufgaben", "À faire",
            "Por hacer", "Da fare", "Te doen", "A fazer", "Do zrobienia",
        ])
    func titles(_ heading: String) throws {
        let plan = try TableReader.table(Array("\(heading);Who\nA;\n".utf8), path: "a.csv")
        #expect(try ColumnMapping(plan, given: []).columns == [.title: 0, .owner: 1])
    }

    @Test(
        "take no for an answer only where the heading asks",
        arguments: [
            ("Priority", "no"), ("Priorität", "nein"), ("Priorité", "non"), ("Level", "No"),
            ("Importance", "false"), ("Prioridade", "não"),
        ])
    func denials(_ heading: String, _ word: String) throws {
        let text = "Task;\(heading)\nA;\(word)\nB;high\n"
        let reason = TableMistake.Reason.answerToNothing(word, heading: heading)
        #expect(try Self.plan(text).mistakes == [TableMistake(row: 2, column: 1, reason)])
        let said = try Self.plan(text, given: [(heading: heading, key: "level")])
        #expect(said.mistakes.isEmpty && said.steps.map(\.isBlocking) == [false, true])
        for asks in ["Mandatory", "Pflicht?", "Obligatoire", "Critical"] {
            let plan = try Self.plan("Task;\(asks)\nA;\(word)\n")
            #expect(plan.mistakes.isEmpty && plan.steps.map(\.isBlocking) == [false])
        }
    }

    @Test("name ids that would be one id in a checklist, with the rows of both")
    func lookalikes() throws {
        for (one, other) in [("A1", "a1"), ("p2", "p-2"), ("Prüfung", "PRUEFUNG"), ("x y", "x_y")] {
            let plan = try Self.plan("Id;Task\n\(one);A\n;B\n\(other);C\n")
            let reason = TableMistake.Reason.lookalikeID(other, other: one, row: 2)
            #expect(plan.mistakes == [TableMistake(row: 4, column: 0, reason)], "\(one)")
        }
        // Numbers make no ids, and other alphabets have a number each.
        for (one, other) in [("1.1", "11"), ("A1.1", "A11"), ("步1", "骤1")] {
            let plan = try Self.plan("Id;Task\n\(one);A\n\(other);C\n")
            #expect(plan.mistakes.isEmpty && Set(plan.steps.map(\.id)).count == 2, "\(one)")
        }
    }

    @Test("count from the day of the earlier import, unless the whole plan was put off")
    func later() throws {
        func draft(_ rows: String, start: String? = nil, keeping: String = "") throws -> PlanDraft {
            let former = FormerNames(draft: keeping)
            let table = try TableReader.table(Array("Task,Due\n\(rows)".utf8), path: "a.csv")
            let plan = PlanTable(table, try ColumnMapping(table, given: []), keeping: former)
            return PlanDraft(
                plan, name: "a", start: start.flatMap { CivilDate($0) }, keeping: former)
        }
        let plan = "A,2025-10-25\nB,2025-10-30\nC,2025-11-01\n"
        let first = try draft(plan).text
        #expect(first.contains("due: cutover - 7d  # 2025-10-25"))
        let added = try draft(plan + "D,2025-11-08\n", keeping: first)
        #expect(added.start == CivilDate("2025-11-01"))
        #expect(added.text.contains("due: cutover + 7d  # 2025-11-08"))
        #expect(added.text.contains("due: cutover - 7d  # 2025-10-25"))
        let moved = "A,2025-11-25\nB,2025-11-30\nC,2025-12-02\n"
        #expect(try draft(moved, keeping: first).start == CivilDate("2025-12-02"))
        #expect(
            try draft(moved, start: "2025-12-05", keeping: first).start == CivilDate("2025-12-05"))
        let said = try draft(plan, start: "2025-10-31").text
        #expect(try draft(plan, keeping: said).text == said)
    }

    @Test("do not begin with a row of the plan where nobody knows the headings")
    func unknownHead() {
        let error = TableMistake(.noTitles(known: ["Vorhaben", "Until"]))
        #expect(throws: error) { try Self.plan("Vorhaben,Until\nTask,2025-01-01\n") }
    }

    @Test(
        "have dates with the month as a word, in several languages",
        arguments: [
            "15 October 2025", "Oct 15, 2025", "15-Oct-25", "2025-Oct-15", "15. Oktober 2025",
            "15 octobre 2025", "15 de octubre de 2025", "15 ottobre 2025", "15 okt. 2025",
            "15 de outubro de 2025", "15 października 2025", "October 15th, 2025",
        ])
    func namedMonths(_ date: String) throws {
        let plan = try Self.plan("Task\tDue\nA\t\(date)\n")
        #expect(plan.mistakes.isEmpty)
        #expect(plan.steps.map(\.due) == [CivilDate(year: 2025, month: 10, day: 15)])
    }

    @Test(
        "do not make a date of half of one",
        arguments: ["October 2025", "15 jui 2025", "31 Feb 2025", "Oct 15", "15 Oct 2025 or later"])
    func noNamedMonths(_ date: String) throws {
        let plan = try Self.plan("Task\tDue\nA\t\(date)\n")
        #expect(plan.mistakes == [TableMistake(row: 2, column: 1, .notADate(date))])
    }

    @Test(
        "say that a step is done, that it is open, or neither",
        arguments: [
            ("Erledigt", PlanStatus.done), ("✔", .done), ("100%", .done), ("100.0 %", .other),
            ("1%", .open), ("50%", .open), ("0", .open), ("in progress", .open), ("w toku", .open),
            ("", .open), ("not done", .other), ("almost", .other), ("terminée", .done),
            ("✔ 50 %", .open), ("✅ no", .open), ("✅ partly", .other), ("✔ Done", .done),
        ])
    func statuses(_ text: String, _ status: PlanStatus) {
        #expect(PlanStatus(text) == status)
    }
}
