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

    /// A statement as it is to be recorded.
    struct Signed: Sendable {
        let statement: Statement
        let signature: String?
        let authentication: Authentication

        var draft: Draft { Draft(statement, signature: signature) }
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
        if method == .usual, isRequired, signers.current == nil {
            throw OperationFailure.signing(.noSignersOnRecord)
        }
        let made = try await signature(of: statement, willSign: willSign) { line in
            signers.accepts(key: line.utf8, for: statement.principal, at: now)
        }
        guard let (signed, signature) = made else {
            return Signed(statement: statement, signature: nil, authentication: .none)
        }
        return try checked(signed, signature)
    }

    /// Throws where several statements are to be signed elsewhere: a file holds one.
    func requireOne(of count: Int) throws(OperationFailure) {
        switch method {
        case .usual, .unsigned, .key: return
        case .elsewhere, .signed:
            guard count > 1 else { return }
            throw .signing(.oneAtATime)
        }
    }

    /// The statement that was signed, and the signature in its one form, for what must have one.
    func requiredSignature(
        of statement: Statement, isListed: (Substring) -> Bool
    ) async throws -> (Statement, String) {
        guard let made = try await signature(of: statement, willSign: {}, isListed: isListed) else {
            throw OperationFailure.signing(.mustBeSigned)
        }
        return made
    }

    /// The statement that was signed, and the signature in its one form, whoever made it; nil where
    /// none is made and none has to be.
    ///
    /// `isListed` says of a public key whether it may be chosen where none was named.
    private func signature(
        of statement: Statement, willSign: () -> Void, isListed: (Substring) -> Bool
    ) async throws -> (Statement, String)? {
        switch method {
        case .unsigned:
            guard !isRequired else { throw OperationFailure.signing(.mustBeSigned) }
            return nil
        case .usual:
            guard isRequired || signers.current != nil else { return nil }
            let folder = try Self.folder()
            guard let key = try await OfferedKeys.file(folder, isListed: isListed) else {
                guard isRequired else { return nil }
                throw OperationFailure.signing(.noKey(statement.principal))
            }
            willSign()
            return (statement, try await Self.signature(of: statement, with: key, folder))
        case .key(let path):
            willSign()
            return (statement, try await Self.signature(of: statement, with: path, Self.folder()))
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
        of statement: Statement, with key: String, _ folder: TemporaryFolder
    ) async throws(OperationFailure) -> String {
        let keygen = SSHKeygen(key: key, namespace: SignatureNamespace.statement.text)
        return try canonical(await keygen.signature(over: statement.canonicalBytes, folder))
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
