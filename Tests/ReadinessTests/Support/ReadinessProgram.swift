import Foundation

/// The built `readiness` program.
enum ReadinessProgram {
    /// There is no such file where the build puts it.
    struct Missing: Error {
        let candidates: [String]
    }

    /// Where the build puts executables: beside what runs the tests.
    static func path() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        // With the older runner the tests are a library that another program loads.
        let folders = ([tests] + CommandLine.arguments).map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().path
        }
        let candidates = folders.map { "\($0)/readiness" }
        guard
            let path = candidates.first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else { throw Missing(candidates: candidates) }
        return path
    }
}
