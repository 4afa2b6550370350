import CanonicalJSON

/// A site that a step asks for and that has not looked since the step has the wording of today.
package struct SilentSite: Hashable, Sendable {
    package let site: SiteID
    /// When it last looked at the check in an older wording; nil where it never did.
    package let lastSeen: Instant?

    package init(_ site: SiteID, lastSeen: Instant? = nil) {
        self.site = site
        self.lastSeen = lastSeen
    }

    var json: JSONValue { ["site": .name(site), "lastSeen": .moment(lastSeen)] }
}
