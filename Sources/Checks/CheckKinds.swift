/// The kinds of checks that a checklist may ask for.
package enum CheckKinds {
    /// In the order in which they are explained.
    package static let all: [CheckKind] = [
        .dns,
        .tcp,
        .udp,
        .tls,
        .http,
        .activesync,
        .smtp,
        .file,
        .certificate,
        .port,
        .process,
        .user,
        .group,
        .kernelParameter,
        .interface,
        .clock,
        .service,
        .package,
        .disk,
        .plugin,
        .result,
        .command,
    ]
}

extension CheckKinds {
    /// The words of expectations.
    package static var expectationWords: [String] { ExpectationWord.allCases.map(\.rawValue) }
}
