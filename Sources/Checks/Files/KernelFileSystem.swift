import Files
import Glibc

/// The file systems in which the kernel itself answers, and the size of a file is none.
enum KernelFileSystem {
    private static let types: Set = [
        "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs", "efivarfs", "fuse.lxcfs",
        "fusectl", "nfsd", "proc", "pstore", "resctrl", "rpc_pipefs", "securityfs", "selinuxfs",
        "sysfs", "tracefs",
    ]

    /// Whether a file that is open lies in one; no where the system does not say.
    static func holds(_ descriptor: Int32, _ status: stat) -> Bool {
        // They lie on no device, which has the number 0, so that few others are looked for.
        guard (status.st_dev >> 8) & 0xFFF == 0,
            let path = FilePlace.link("/proc/self/fd/\(descriptor)"),
            let mounts = try? ProcFile.bytes("/proc/self/mountinfo", limit: 16 << 20),
            let mount = Mounts.entry(of: path, in: String(decoding: mounts, as: UTF8.self))
        else { return false }
        return types.contains(mount.type)
    }
}
