import GRDB

extension TextKey {
    /// The columns of the table `texts` that find the text.
    var arguments: StatementArguments {
        [SQLiteInsertion.data([digest]), rolloutText, placeText]
    }
}
