import Importing
import Testing

@Suite("Hosts that are blocked, removed or gone")
struct NetworkSenseTests {
    @Test(
        "make no check, and a step to sign",
        arguments: [
            "Block access to host old.contoso.com.", "Block old.contoso.com on port 8443.",
            "The host old.contoso.com will not be reachable.",
            "old.contoso.com will no longer be available on port 443.",
            "Remove old.contoso.com from your allow list.",
            "Remove old.contoso.com from the firewall rules.", "Do not allow old.contoso.com.",
            "You no longer need to allow old.contoso.com.",
            "Clients no longer use old.contoso.com.",
            "Access to old.contoso.com will be blocked.",
            "The gateway old.contoso.com is retired in May.", "The server old.contoso.com stops.",
            "The host old.contoso.com is no longer in use.",
            "We recommend that you block old.contoso.com.",
            "Stop using old.contoso.com for the connection.", "Deny traffic to old.contoso.com.",
            "</p><p>Remove these from your allow list:</p><ul><li>old.contoso.com</li></ul><p>",
            "</p><table><tr><th>Retired host</th></tr><tr><td>old.contoso.com</td></tr></table><p>",
            "</p><table><tr><th>Host</th><th>Action</th></tr><tr><td>old.contoso.com</td><td>Remove</td></tr></table><p>",
        ])
    func averted(_ text: String) throws {
        #expect(
            try EndpointTests.found("<p>\(text)</p>") == [
                "old.contoso.com is no longer needed or allowed"
            ])
    }

    @Test(
        "are none where nothing may block them",
        arguments: [
            "Ensure that no firewall rule blocks old.contoso.com on port 443.",
            "Avoid blocking old.contoso.com.",
        ])
    func needed(_ text: String) throws {
        #expect(try EndpointTests.found("<p>\(text)</p>") == ["tcp old.contoso.com:443"])
    }

    @Test(
        "are told from those beside them that are to be reached",
        arguments: [
            "Remove old.contoso.com from your allow list and add new.contoso.com.",
            "Replace old.contoso.com with new.contoso.com in your firewall.",
            "Allow new.contoso.com instead of old.contoso.com.",
            "Clients move from old.contoso.com to new.contoso.com.",
            "Block old.contoso.com; allow new.contoso.com.",
            "Clients connect to new.contoso.com, as old.contoso.com will not be reachable.",
            "</p><table><tr><th>Old URL</th><th>New URL</th></tr><tr><td>old.contoso.com</td><td>new.contoso.com</td></tr></table><p>",
        ])
    func both(_ text: String) throws {
        let found = try EndpointTests.found("<p>\(text)</p>")
        #expect(
            Set(found) == [
                "old.contoso.com is no longer needed or allowed", "tcp new.contoso.com:443",
            ])
    }

    @Test(
        "are none where a block would be wrong",
        arguments: [
            "If you block new.contoso.com, mail stops.", "Do not block new.contoso.com.",
            "Make sure that new.contoso.com is not blocked.",
            "Organizations that block new.contoso.com lose mail.",
            "Mail waits if new.contoso.com is not reachable.",
            "Gateways that cannot reach new.contoso.com lose their way.",
            "Unblock new.contoso.com.", "To avoid delays, allow new.contoso.com.",
            "Firewalls that do not know new.contoso.com stop it.",
        ])
    func wanted(_ text: String) throws {
        #expect(try EndpointTests.found("<p>\(text)</p>") == ["tcp new.contoso.com:443"])
    }
}
