import CanonicalJSON
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

    /// All that must not be shown: the address, its path, and each long part of it by itself.
    var secrets: [String] {
        let parts = address.target.split { "/?&=".contains($0) }.map(String.init)
        let whole = address.target == "/" ? [] : [address.target]
        return [address.description] + whole + parts.filter { $0.utf8.count >= 8 }
    }
}
