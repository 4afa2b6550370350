import Files
import Glibc
import Subprocess
import SystemPackage

/// Has `ssh-keygen` sign (ssh-keygen(1), `-Y sign`): private keys, passphrases and hardware keys are
/// its business, and the agent's.
struct SSHKeygen: Sendable {
    /// A file with a private key, or with the public key of one that the agent holds.
    let key: String
    let namespace: String
    /// Whether the agent may have the key: it is asked first, for as long as it takes.
    let asksAgent: Bool

    /// The armoured signature over some bytes.
    func signature(
        over message: [UInt8], _ folder: TemporaryFolder
    ) async throws(OperationFailure) -> String {
        let file: String
        do throws(FileFailure) {
            file = try folder.write(message, to: "statement")
        } catch { throw .signing(.file(path: folder.path, error)) }
        let signature = folder.file("statement.sig")
        unlink(signature)
        // It asks for passphrases on the terminal, and says there that a key is to be touched.
        let status = try await run(
            "ssh-keygen", ["-q", "-Y", "sign", "-f", key, "-n", namespace, file])
        guard status == 0 else { throw .signing(.notSigned(key: key)) }
        do throws(FileFailure) {
            let bytes = try RegularFile(path: signature).bytes(limit: 65_536)
            return String(decoding: bytes, as: UTF8.self)
        } catch { throw .signing(.notSigned(key: key)) }
    }

    private func run(
        _ program: String, _ arguments: [String]
    ) async throws(OperationFailure) -> Int32 {
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments),
                environment: asksAgent ? .inherit : .inherit.updating(["SSH_AUTH_SOCK": nil]),
                input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
                output: .fileDescriptor(.standardError, closeAfterSpawningProcess: false),
                error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
            guard case .exited(let status) = result.terminationStatus else { return -1 }
            return Int32(status)
        } catch { throw .signing(.noProgram(program)) }
    }
}
