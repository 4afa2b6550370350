import Importing
import Reporting

extension TableMistake {
    /// Where it is and what is wrong, to follow the name of the file.
    package var words: String {
        let places = [
            sheet.isEmpty ? nil : "sheet \(sheet)", row.map { "row \($0)" },
            column.map { "column \(Self.letters($0))" },
        ].compactMap(\.self)
        let wayOut =
            isOnTheWay ? " It may be the plan; say which sheet is with --sheet NAME." : ""
        return places.map { ", \($0)" }.joined() + ": \(reason.sentence)\(wayOut)"
    }
}

extension TableMistake.Reason {
    fileprivate var sentence: String {
        switch self {
        case .notUTF8:
            "It is text neither in UTF-8 nor in UTF-16; save it anew in UTF-8 or as a workbook (.xlsx), or say --encoding windows-1252 where it was written in that."
        case .notInEncoding(let name): "It holds bytes that are no text in \(name)."
        case .noRows: "There is no row below a head."
        case .tooManyRows(let most): "There are more than \(most) rows."
        case .tooManyColumns(let most): "There are more than \(most) columns."
        case .tooLong(let bytes): "There are more than \(bytes) bytes."
        case .openQuote: "A quotation mark is not closed."
        case .notAWorkbook(let reason): "It cannot be read as a workbook: \(reason)."
        case .noSheet(let name, let known):
            "There is no sheet \"\(name)\"\(Self.list(known, "; there are"))."
        case .noColumn(let name, let known):
            "No column has the heading \"\(name)\"\(Self.list(known, "; the headings are"))."
        case .noKey(let name):
            "\"\(name)\" is nothing that a column tells\(Self.list(ColumnKey.allCases.map(\.rawValue), "; it is one of"))."
        case .sameKey(let name, let headings):
            "\(Prose.list(headings.map { "\"\($0)\"" }, "and")) are both mapped to \(name); map one of them, or none."
        case .noTitles(let known):
            "No column tells what is to be done\(Self.list(known, "; the headings are")). Say which with --map HEADING=title."
        case .noTitle: "The row does not say what is to be done."
        case .notADate(let text): "\"\(text)\" is no date; write it as 2025-10-31 or 31.10.2025."
        case .ambiguousDate(let text):
            "\"\(text)\" may be two days; write it as 2025-10-31 or 31.10.2025."
        case .notALevel(let text):
            "\"\(text)\" is no level; write blocking, or advisory for what may be left undone."
        case .notComputed:
            "The cell is a formula without a value; save the workbook in a spreadsheet program, which computes it."
        case .cellError(let text): "The cell holds the error \(text)."
        case .unknownStep(let name): "There is no other step \"\(name)\"."
        case .noSuchStep(let id):
            "The checklist has no step \"\(id)\"; a new step is written into it by hand."
        case .notOwn(let id):
            "The step \"\(id)\" is made by a for-each or stands in a step set; change it there by hand."
        case .noSuchRole(let title): "No role of the checklist has the title \"\(title)\"."
        case .severalRoles(let title, let ids):
            "The roles \(Prose.list(ids, "and")) have the title \"\(title)\"; give each a title of its own in the checklist, or change the step there by hand."
        case .computed(let key):
            "The checklist makes \(key) out of parameters or in several lines; change it there by hand."
        case .reachesOthers(let ids):
            "The change would reach \(Prose.list(ids.map { "\"\($0)\"" }, "and")) as well, by an anchor or a key \"<<\"; change the checklist by hand."
        case .emptied(let key):
            "The cell is empty, and the step has a \(key): write the one that holds."
        case .notASigner(let title):
            "\"\(title)\" does not sign the step; who signs besides its role is written under sign-off, by hand."
        case .missingSigners(let titles):
            "\(Prose.list(titles.map { "\"\($0)\"" }, "and")) must sign the step, and the row does not name them; who signs besides its role is written under sign-off, by hand."
        case .membersOfRole(let title):
            "The members are those of the role \"\(title)\", and other steps have it too; change them in the checklist."
        case .noStart(let phase):
            "The start of the phase \(phase) is to be announced, and no day counts from it."
        case .answerToNothing(let text, let heading):
            "\"\(text)\" under \"\(heading)\" does not say whether the step may be left undone; write blocking, or advisory for what may, or say --map \"\(heading)=level\" where it does."
        case .sameID(let name): "Another row has \"\(name)\" too."
        case .lookalikeID(let name, let other, let row):
            "\"\(name)\" would be the same id as \"\(other)\" in row \(row), as ids have small letters alone; let them differ in more than capitals, blanks and signs."
        }
    }

    private static func list(_ names: [String], _ words: String) -> String {
        names.isEmpty ? "" : "\(words) \(Prose.list(names.map { "\"\($0)\"" }, "and"))"
    }
}
