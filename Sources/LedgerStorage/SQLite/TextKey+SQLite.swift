import GRDB

extension TextKey {
    /// The columns of the table `texts` that find the text.
    var arguments: StatementArguments { [DigestBlob.data([digest]), rolloutText, placeText] }
}
