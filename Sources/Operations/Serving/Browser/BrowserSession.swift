package import Attestation
package import Rollout

/// Somebody who signed in with a passkey, and may read for a while.
///
/// It lets nobody say anything: what is said is signed each time.
package struct BrowserSession: Sendable {
    package let person: Principal
    /// The name of the passkey in the browser.
    package let credential: String
    package let key: SSHKey
    let ends: Instant
}
