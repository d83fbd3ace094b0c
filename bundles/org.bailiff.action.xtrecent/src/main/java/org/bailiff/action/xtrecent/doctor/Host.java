// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's files.
 *
 * @param proc {@code /proc}
 * @param sys {@code /sys}
 */
public record Host(Path proc, Path sys) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern INTERFACE = Pattern.compile("(?m)^\\s*(?!lo:)[^\\s:|]+:");

    /** This host's. */
    public static Host here() {
        return new Host(Path.of("/proc"), Path.of("/sys"));
    }

    /** Whether a packet can come in over IPv6. */
    public boolean hasIpv6() {
        return Files.exists(proc.resolve("self/net/if_inet6"));
    }

    /** Whether there is any interface but loopback; true if that cannot be known. */
    boolean hasNetwork() {
        return read(proc.resolve("self/net/dev"))
                .map(devices -> INTERFACE.matcher(devices).find())
                .orElse(true);
    }

    /** Which namespace a process is in, as the kernel names it; empty if that is not for us to know. */
    Optional<String> namespace(String process, String kind) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(proc.resolve(process).resolve("ns").resolve(kind))
                            .toString());
        } catch (IOException hidden) {
            // Only for who may trace the process.
            return Optional.empty();
        }
    }

    /** A number of the module's; empty if it is not for us to know, or there is no module. */
    OptionalInt parameter(String name) {
        Matcher number = NUMBER.matcher(read(module().resolve("parameters").resolve(name))
                .map(String::strip)
                .orElse(""));
        return number.matches() ? OptionalInt.of(Integer.parseInt(number.group())) : OptionalInt.empty();
    }

    /** How many entries the kernel lets a list hold; empty if that is not for us to know. */
    OptionalInt entriesOfAList() {
        return parameter("ip_list_tot");
    }

    boolean hasModule() {
        return Files.exists(module());
    }

    /** Whether it was loaded, rather than built into the kernel. */
    boolean loadedModule() {
        return Files.exists(module().resolve("initstate"));
    }

    private Path module() {
        return sys.resolve("module/xt_recent");
    }

    /** What stands in a small file; empty if it cannot be read. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException unreadable) {
            // Missing, or not for us: both mean that nothing is known.
            return Optional.empty();
        }
    }
}
