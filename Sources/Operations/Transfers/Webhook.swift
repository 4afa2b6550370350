import CanonicalJSON
import Characters
package import Checks
import Rollout

/// Where messages go: an address that is a secret, because whoever knows it may write there.
package struct Webhook: Sendable {
    /// Where the address is kept, as messages name it.
    let place: String
    let address: HTTPAddress

    /// Reads the address out of an environment variable or a file.
    package init(_ secret: Secret, _ context: OperationContext) throws(OperationFailure) {
        switch secret {
        case .variable(let name): place = "$\(name)"
        case .file(let path): place = path
        }
        let service = TransferFailure.Service.webhook(place: place)
        let environment = CheckEnvironment(
            folder: context.folder, timeout: .seconds(1), commands: .refused,
            variables: context.variables, clock: context.clock)
        switch secret.value(in: environment) {
        case .failure(let failure):
            throw .transfer(TransferFailure(service, .secret(failure.obstacle)))
        case .success(let text):
            do throws(ServiceAddress.Mistake) {
                address = try ServiceAddress.read(text)
            } catch {
                throw .transfer(TransferFailure(service, .address(error)))
            }
        }
    }

    /// Whom it leads to; all of the address that may be shown.
    package var host: String { address.host }

    /// All that must not be shown: the address, its path, and each long part of it by itself, as
    /// they are written and as a receiver decodes them.
    var secrets: [String] {
        let parts = address.target.split { "/?&=".contains($0) }.map(String.init)
        let whole = address.target == "/" ? [] : [address.target]
        let all = [address.description] + whole + parts.filter { $0.utf8.count >= 8 }
        let decoded = (whole + parts).flatMap { [Self.decoded($0), Self.decoded($0, plus: 32)] }
        return all + decoded.filter { $0.utf8.count >= 8 }
    }

    /// A text whose `%` and two digits are the bytes that they stand for; `+` may be a blank.
    private static func decoded(_ text: String, plus: UInt8 = UInt8(ascii: "+")) -> String {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
                let byte = Hexadecimal.bytes(
                    String(decoding: bytes[place + 1...place + 2], as: UTF8.self).lowercased())?
                    .first
            {
                decoded.append(byte)
                place += 3
            } else {
                decoded.append(bytes[place] == UInt8(ascii: "+") ? plus : bytes[place])
                place += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
