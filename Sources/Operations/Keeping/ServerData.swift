import Files
package import LedgerStorage

/// What a server keeps, by the files of its folder: the form of that folder is decided here alone.
package struct ServerData: Hashable, Sendable {
    /// The folder.
    package let path: String

    package init(_ path: String) { self.path = path }

    /// The form that this program writes and reads; a folder without the file has it as well.
    package static let form = 1

    /// The ledger, with the evidence beside it.
    package var location: LedgerLocation { LedgerLocation(path: "\(path)/ledger.sqlite") }
    /// The private key of the log.
    package var logKey: LogKeyPlace { .file(keyPath) }
    package var tokens: ReadTokens { ReadTokens(TokenFile("\(path)/\(Self.tokensName)")) }
    /// The first list of signers, which its owner signs and records.
    package var allowedSigners: String { "\(path)/\(Self.signersName)" }

    var keyPath: String { "\(path)/log.key" }
    /// What the key signed last.
    var keyState: String { SignCheckpoint.statePath(keyPath) }
    /// Keys and checkpoints of logs that were given up.
    var formerLogs: FormerLogs { FormerLogs(path: "\(path)/former-logs") }

    /// What is copied as it is: all that is neither the ledger nor of its log.
    static let plainNames = [signersName, tokensName]
    private static let signersName = "allowed_signers"
    private static let tokensName = "tokens"

    private var formPath: String { "\(path)/form" }

    /// Throws where another version of the program gave the folder a form that this one does not know.
    package func requireForm() throws {
        guard let bytes = try NoteFile.read(formPath, limit: 64) else { return }
        let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard text == ["\(Self.form)"] else {
            throw KeepingFailure.otherForm(
                path: path, form: text.joined(separator: " "))
        }
    }

    /// Says which form the folder has.
    package func markForm() throws {
        try requireForm()
        guard !Folder.holdsSomething(at: formPath) else { return }
        try NoteFile.write(Array("\(Self.form)\n".utf8), to: formPath, permissions: 0o600)
    }
}
