import Checks
import Testing

struct ImpossibleNamesTests {
    @Test(
        "a name that nothing can have is a mistake, for it would always be found absent",
        arguments: [
            (CheckKind.process, "name: /usr/sbin/dnsmasq, running: false"),
            (.process, "name: ./dnsmasq, running: false"),
            (.process, "name: sbin/dnsmasq, running: false"), (.process, "name: app/bin/dnsmasq"),
            (.process, "name: '[kthreadd]'"),
            (.process, "name: 'dnsmasq '"), (.package, "name: Bash, installed: false"),
            (.package, "name: bash_5"), (.user, "name: 'root:x', exists: false"),
            (.group, "name: 'a b', exists: false"),
            (.smtp, "host: a.example, capabilities: {lacks: AUTH LOGIN}"),
            (.smtp, "host: a.example, capabilities: {lacks: starttls}"),
            (.smtp, "host: a.example, auth: {none: {equals: plain}}"),
            (.smtp, "host: a.example, capabilities: {lacks: AUTH=LOGIN}"),
            (.smtp, "host: a.example, capabilities: {none: {starts-with: AUTH=}}"),
            (.smtp, "host: a.example, capabilities: {none: {matches: '^auth='}}"),
            (.smtp, "host: a.example, auth: {none: {matches: '=LOGIN'}}"),
        ])
    func refused(_ kind: CheckKind, _ options: String) throws {
        let (check, mistakes) = try kind.reading("{\(options)}")
        #expect(check == nil && mistakes.count == 1, "\(mistakes)")
    }

    @Test(
        "names as they are stay good",
        arguments: [
            (CheckKind.process, "name: Web Content"), (.process, "name: kworker/0:1"),
            (.process, "name: jbd2/sda1-8"),
            (.package, "name: libstdc++6"), (.package, "name: python3_x, manager: rpm"),
            (.user, "name: www-data"), (.smtp, "host: a.example, auth: {contains: PLAIN}"),
            (.smtp, "host: a.example, auth: {none: {matches: '^(?=X)|(?<=O)AUTH'}}"),
        ])
    func taken(_ kind: CheckKind, _ options: String) throws {
        let (check, mistakes) = try kind.reading("{\(options)}")
        #expect(check != nil, "\(mistakes)")
    }
}
