// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A real rsyslog that writes {@code auth.log} for the group {@code adm}, mode 0640. It listens on a {@code /dev/log} of
 * the machine's own, because the host may have none, or one that leads elsewhere.
 */
public final class LogHost {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom", "tty");

    private static final String CONFIGURATION =
            """
            module(load="imuxsock" SysSock.RateLimit.Interval="0")
            $WorkDirectory %s
            $FileOwner root
            $FileGroup adm
            $FileCreateMode 0640
            $Umask 0022
            auth,authpriv.* %s
            """;

    private final Machine machine;
    private final Path folder;
    private final Path log;
    private Background rsyslog;

    private LogHost(Machine machine, Path folder) {
        this.machine = machine;
        this.folder = folder;
        this.log = folder.resolve("auth.log");
    }

    /** Gives the machine its devices and starts logging into a folder. */
    public static LogHost start(Machine machine, Path folder) throws Exception {
        mountDevices(machine, folder.resolve("dev"));
        LogHost host = new LogHost(machine, folder);
        host.run(CONFIGURATION.formatted(folder, host.log));
        return host;
    }

    private void run(String configuration) throws Exception {
        Path file = Files.writeString(folder.resolve("rsyslog.conf"), configuration);
        Path socket = Path.of("/proc", Long.toString(machine.pid()), "root/dev/log");
        Files.deleteIfExists(socket);
        List<String> command =
                List.of("rsyslogd", "-n", "-f", file.toString(), "-i", folder.resolve("rsyslog.pid") + "");
        rsyslog = Background.start(machine, command, Map.of(), folder.resolve("rsyslog.out"));
        Await.until("rsyslog listens", PATIENCE, () -> Files.exists(socket));
    }

    /** Has rsyslog, which is started again for it, also do this with what sshd says: an action in its own words. */
    void alsoDo(String action) throws Exception {
        stop();
        run(CONFIGURATION.formatted(folder, log) + "auth,authpriv.* " + action + "\n");
    }

    /** The log that sshd's messages end up in. */
    public Path log() {
        return log;
    }

    /** Rotates the log as logrotate does: renames it, and tells rsyslog to open it anew. */
    public void rotate() throws Exception {
        Files.move(log, log.resolveSibling("auth.log.1"), StandardCopyOption.REPLACE_EXISTING);
        Tool.succeed(List.of("kill", "-HUP", Long.toString(rsyslog.process().pid())));
    }

    /** Ends rsyslog: nobody listens any more. */
    void stop() throws InterruptedException {
        rsyslog.end();
    }

    private static void mountDevices(Machine machine, Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        machine.run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", folder.toString());
        for (String device : DEVICES) {
            String place = folder.resolve(device).toString();
            machine.run("touch", place);
            machine.run("mount", "--bind", "/dev/" + device, place);
        }
        machine.run("mount", "--move", folder.toString(), "/dev");
    }
}
