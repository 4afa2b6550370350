/// Why a table, or a row of it, cannot be read.
package struct TableMistake: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case notUTF8, noRows
        /// There are bytes that are no text in the encoding of this name.
        case notInEncoding(String)
        case tooManyRows(Int), tooManyColumns(Int), tooLong(bytes: Int)
        /// A quotation mark is opened and never closed.
        case openQuote
        /// The file is no workbook; the end of a sentence.
        case notAWorkbook(String)
        case noSheet(String, known: [String])
        /// No column has this heading.
        case noColumn(String, known: [String])
        /// The key that a column was mapped to is none.
        case noKey(String)
        /// Two columns were mapped to one key.
        case sameKey(String, headings: [String])
        /// No column tells what is to be done.
        case noTitles(known: [String])
        case noTitle
        case notADate(String)
        /// Both day and month may be meant.
        case ambiguousDate(String)
        /// The cell is a formula whose value was not saved with it.
        case notComputed
        /// The cell shows this error of the spreadsheet instead of a value.
        case cellError(String)
        case unknownStep(String)
        case notALevel(String)
        /// "No" under a heading that asks nothing.
        case answerToNothing(String, heading: String)
        case sameID(String)
        /// The name of another row would be the same id.
        case lookalikeID(String, other: String, row: Int)
        /// The checklist has no step of this id, so that the row changes none.
        case noSuchStep(String)
        /// The step stands once for several, or in a step set.
        case notOwn(String)
        /// No role of the checklist has this title.
        case noSuchRole(String)
        /// Several roles of the checklist have this title.
        case severalRoles(String, ids: [String])
        /// The checklist makes this value out of others, or writes it in several lines.
        case computed(String)
        /// The change would reach steps that the sheet does not change: they share its lines.
        case reachesOthers([String])
        /// The cell is empty, and the step of the checklist has a value.
        case emptied(String)
        /// The row has several owners, and this role does not sign the step.
        case notASigner(String)
        /// The checklist has these roles sign, and the row does not name them.
        case missingSigners([String])
        /// Members are those of a role, and not of a step.
        case membersOfRole(String)
        /// The start of the step's phase is not known, so that no day can be counted from it.
        case noStart(String)
    }

    /// The name of the sheet; empty where there is none.
    package var sheet = ""
    /// From 1; nil where it is about the whole.
    package var row: Int?
    /// From 0; nil where it is about the row.
    package var column: Int?
    package let reason: Reason
    /// Whether it was met in a sheet that nobody named, on the way to the one with the plan.
    package internal(set) var isOnTheWay = false

    package init(sheet: String = "", row: Int? = nil, column: Int? = nil, _ reason: Reason) {
        self.sheet = sheet
        self.row = row
        self.column = column
        self.reason = reason
    }

    /// Whether all that is wrong with a table is that it holds no plan, so that another one may.
    var isNoPlan: Bool {
        switch reason {
        case .noTitles, .noColumn: true
        default: false
        }
    }

    /// The letters of a column, as spreadsheets name it.
    package static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest /= 26
        }
        return letters
    }
}
