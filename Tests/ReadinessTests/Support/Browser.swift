import Foundation

/// A browser without a screen, and what drives it.
enum Browser {
    private static let top = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in
        path.deletingLastPathComponent()
    }.path

    /// The Python that has selenium, which scripts/setup installs.
    static let python = "\(top)/.tools/browser/bin/python"
    /// What finds barriers for people in pages.
    static let axe = "\(top)/.tools/axe/axe_playwright_python/axe.min.js"
    /// What the people of the tests do in their browsers.
    static let scripts = "\(top)/Tests/ReadinessTests/Browser"

    /// Whether the suite cannot run; where tests run unattended, it must.
    static var isMissing: Bool {
        let wanted = [python, axe, "/usr/bin/chromium", "/usr/bin/chromedriver"]
        let missing = wanted.filter { !FileManager.default.fileExists(atPath: $0) }
        guard let first = missing.first,
            ProcessInfo.processInfo.environment["CI"] != "true"
        else { return false }
        print("The suite of the browser is skipped: \(first) is missing (scripts/setup).")
        return true
    }
}
