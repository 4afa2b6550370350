import Attestation
import Files
import Glibc
import LedgerStorage
import Rollout

/// Gives statements their signatures, and finds out whether these count.
struct StatementSigning: Sendable {
    let method: SigningMethod
    /// Whether what nobody signed counts for nothing.
    let isRequired: Bool
    /// Whose keys count now.
    let signers: SignersHistory
    let now: Instant
    /// The key that is taken where none was named; nil before one was chosen.
    private var choice: Result<ChosenKey, KeyLack>?

    init(method: SigningMethod, isRequired: Bool, signers: SignersHistory, now: Instant) {
        self.method = method
        self.isRequired = isRequired
        self.signers = signers
        self.now = now
    }

    /// A statement as it is to be recorded.
    struct Signed: Sendable {
        let statement: Statement
        let signature: String?
        let authentication: Authentication

        var draft: Draft { Draft(statement, signature: signature) }
    }

    /// The same with the key chosen that signs for somebody where none was named: once for all
    /// statements of an act, so that it signs all of them or none.
    ///
    /// - Parameters:
    ///   - principal: Who says all of them.
    ///   - verifier: What decides which keys count; nil for the list in force.
    /// - Returns: What signs with that key, or with none.
    /// - Throws: `OperationFailure` where there is no key and there must be one.
    func choosing(
        for principal: Principal, by verifier: SignatureVerifier? = nil
    ) async throws(OperationFailure) -> StatementSigning {
        guard method == .usual else { return self }
        guard let verifier = verifier ?? signers.verifier else {
            guard !isRequired else { throw .signing(.noSignersOnRecord) }
            return self
        }
        let now = now
        var chosen = self
        chosen.choice = await OfferedKeys.choose {
            verifier.objection(to: $0, of: principal, at: now)
        }
        guard isRequired, let lack = chosen.lack else { return chosen }
        throw .signing(.noKey(principal, lack))
    }

    /// Why statements stay unsigned although a list of signers is on record; nil where they are
    /// signed, or are not meant to be.
    var lack: KeyLack? {
        guard case .failure(let lack)? = choice else { return nil }
        return lack
    }

    /// The same at another time, with the key that was chosen.
    func at(_ now: Instant) -> StatementSigning {
        var other = StatementSigning(
            method: method, isRequired: isRequired, signers: signers, now: now)
        other.choice = choice
        return other
    }

    /// Signs a statement, or leaves it unsigned where that is asked for or no key is at hand.
    ///
    /// - Parameters:
    ///   - statement: What somebody says.
    ///   - willSign: Called before anybody is asked to sign.
    /// - Returns: The statement with its signature, if it has one.
    /// - Throws: `StatementWritten` where it is signed elsewhere, and `OperationFailure` where the
    ///   signature would not count, or there is none and there must be.
    func sign(_ statement: Statement, willSign: () -> Void = {}) async throws -> Signed {
        guard let (signed, signature) = try await signature(of: statement, willSign: willSign)
        else {
            return Signed(statement: statement, signature: nil, authentication: .none)
        }
        return try checked(signed, signature)
    }

    /// Throws where several statements are to be signed elsewhere: a file holds one.
    func requireOne(of count: Int) throws(OperationFailure) {
        switch method {
        case .usual, .unsigned, .key: return
        case .elsewhere, .signed, .shown, .shownAndSigned:
            guard count > 1 else { return }
            throw .signing(.oneAtATime)
        }
    }

    /// The statement that was signed, and the signature in its one form, for what must have one.
    func requiredSignature(
        of statement: Statement
    ) async throws -> (Statement, String) {
        guard let made = try await signature(of: statement, willSign: {}) else {
            throw OperationFailure.signing(.mustBeSigned)
        }
        return made
    }

    /// The statement that was signed, and the signature in its one form, whoever made it; nil where
    /// none is made and none has to be.
    private func signature(
        of statement: Statement, willSign: () -> Void
    ) async throws -> (Statement, String)? {
        switch method {
        case .unsigned:
            guard !isRequired else { throw OperationFailure.signing(.mustBeSigned) }
            return nil
        case .usual:
            guard case .success(let key)? = choice else {
                guard !isRequired else { throw OperationFailure.signing(.mustBeSigned) }
                return nil
            }
            let folder = try Self.folder()
            let path: String
            do throws(FileFailure) {
                path = try key.path(in: folder)
            } catch { throw OperationFailure.signing(.file(path: folder.path, error)) }
            willSign()
            let keygen = SSHKeygen(
                key: path, namespace: SignatureNamespace.statement.text, asksAgent: key.asksAgent)
            return (statement, try await Self.signature(of: statement, by: keygen, folder))
        case .key(let path):
            willSign()
            let keygen = SSHKeygen(
                key: path, namespace: SignatureNamespace.statement.text, asksAgent: true)
            return (statement, try await Self.signature(of: statement, by: keygen, Self.folder()))
        case .elsewhere(let path):
            willSign()
            do throws(FileFailure) {
                let isNew = try WholeFile.create(
                    statement.canonicalBytes, at: path, permissions: 0o644)
                guard isNew else { throw FileFailure.system(SystemError(EEXIST)) }
            } catch { throw OperationFailure.signing(.file(path: path, error)) }
            throw StatementWritten(
                path: path,
                command: [
                    "ssh-keygen", "-Y", "sign", "-n", SignatureNamespace.statement.text, "-f",
                    "KEY", path,
                ])
        case .shown:
            willSign()
            throw StatementShown(statement: statement)
        case .shownAndSigned(let shown, let signature):
            let part = SignedElsewhere.difference(shown, statement)
            // Of a decision also what of the ledger it was made on: nothing came in between.
            guard part == nil, shown.body == statement.body else {
                throw OperationFailure.signing(.otherThanShown(part: part ?? "body"))
            }
            return (shown, try Self.canonical(signature))
        case .signed(let path, let signature):
            willSign()
            let given = try SignedElsewhere(statement: path, signature: signature)
            return (
                try given.statement(insteadOf: statement), try Self.canonical(given.signature)
            )
        }
    }

    private static func folder() throws -> TemporaryFolder {
        do throws(FileFailure) {
            return try TemporaryFolder()
        } catch { throw OperationFailure.signing(.file(path: "/tmp", error)) }
    }

    private static func signature(
        of statement: Statement, by keygen: SSHKeygen, _ folder: TemporaryFolder
    ) async throws(OperationFailure) -> String {
        try canonical(await keygen.signature(over: statement.canonicalBytes, folder))
    }

    private static func canonical(_ text: String) throws(OperationFailure) -> String {
        do throws(SignatureFault) {
            return try SSHSignature(armored: text.utf8).armored
        } catch { throw .signature(error) }
    }

    /// The signed statement; refused where its signature would not count.
    private func checked(
        _ statement: Statement, _ signature: String
    ) throws(OperationFailure) -> Signed {
        switch signers.verify(signature, over: statement, at: now) {
        case .success(let key):
            return Signed(statement: statement, signature: signature, authentication: .key(key))
        case .failure(let fault): throw .signature(fault)
        case nil where isRequired: throw .signing(.noSignersOnRecord)
        case nil:
            return Signed(statement: statement, signature: signature, authentication: .unverified)
        }
    }
}
