/// The version of the programs.
package enum ProgramVersion {
    /// 0.x until there is a release.
    package static let number = "0.1.0"
}
