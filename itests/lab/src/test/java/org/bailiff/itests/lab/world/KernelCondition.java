// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether the lab can be built here. */
final class KernelCondition implements ExecutionCondition {
    private static final List<String> PROGRAMS = List.of(
            "iptables-legacy",
            "ip6tables-legacy",
            "iptables-nft",
            "ip6tables-nft",
            "ip",
            "unshare",
            "nsenter",
            "setpriv",
            "rsyslogd",
            "sshd",
            "ssh",
            "ssh-keygen",
            "shellcheck",
            "ufw",
            "firewalld",
            "dbus-monitor",
            "systemctl",
            "journalctl",
            "logger",
            "systemd-analyze",
            "sysctl",
            "bash");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean required = Boolean.getBoolean("bailiff.lab.required");
        boolean root = ProcessStatus.of(ProcessHandle.current().pid())
                .filter(ProcessStatus::isRoot)
                .isPresent();
        if (!required && !(root && isInstalled("iptables"))) {
            return ConditionEvaluationResult.disabled("the kernel lab needs " + (root ? "iptables" : "root")
                    + "; itests/run-tests, run as root, installs what it needs");
        }
        List<String> missing =
                PROGRAMS.stream().filter(program -> !isInstalled(program)).toList();
        if (!root || !missing.isEmpty()) {
            throw new AssertionError("The kernel lab has to run and cannot: "
                    + (root ? "missing are " + String.join(", ", missing) : "this is not root")
                    + ". Run itests/run-tests as root, which installs what it needs.");
        }
        return ConditionEvaluationResult.enabled("root, with all programs");
    }

    private static boolean isInstalled(String program) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
