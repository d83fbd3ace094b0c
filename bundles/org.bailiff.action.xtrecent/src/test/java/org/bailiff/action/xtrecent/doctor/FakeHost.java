// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bailiff.action.xtrecent.firewall.WantedLists;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;

/** The kernel's files of a host on which everything is well, in a folder. */
final class FakeHost {
    private final Path folder;

    FakeHost(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(lists());
        Files.createSymbolicLink(folder.resolve("proc/net"), Path.of("self/net"));
        write("proc/self/net/dev", "Inter-|   Receive\n face |bytes\n    lo: 1 2\n  eth0: 3 4\n");
        write("proc/self/uid_map", "         0          0 4294967295\n");
        network("self", "net:[1]");
        network("1", "net:[1]");
        parameter("ip_list_tot", 100);
        parameter("ip_pkt_list_tot", 0);
        parameter("ip_list_uid", 0);
        Files.createDirectories(installation().etc());
        Files.createDirectories(installation().data());
    }

    Host host() {
        return new Host(folder.resolve("proc"), folder.resolve("sys"));
    }

    Installation installation() {
        return new Installation(
                Path.of("/opt/bailiff/bin/bailiff"),
                folder.resolve("etc"),
                folder.resolve("var"),
                folder.resolve("var/control"));
    }

    Path lists() {
        return folder.resolve("proc/self/net/xt_recent");
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    void parameter(String name, int value) throws IOException {
        write("sys/module/xt_recent/parameters/" + name, value + "\n");
    }

    void network(String process, String namespace) throws IOException {
        Path link = folder.resolve("proc").resolve(process).resolve("ns/net");
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(namespace));
    }

    /** A list with so many entries, and its list of hits. */
    Path list(String name, int entries) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int entry = 0; entry < entries; entry++) {
            text.append("src=198.51.100." + entry + " ttl: 0 last_seen: 1 oldest_pkt: 1 1\n");
        }
        write("proc/self/net/xt_recent/" + name + "-hits", "");
        write("proc/self/net/xt_recent/" + name, text.toString());
        return lists().resolve(name);
    }

    void remove(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    /** The configuration of a jail whose lists are here. */
    JailConfiguration jail(String name, String parameters) {
        String action = "xt_recent[root=" + lists() + (parameters.isEmpty() ? "" : ", " + parameters) + "]";
        return new JailConfiguration(
                name,
                Map.of(
                        "enabled", new Setting("enabled", "true", "/etc/bailiff/jail.local:2"),
                        "action", new Setting("action", action, "/etc/bailiff/jail.local:3")));
    }

    WantedLists wanted(String parameters) {
        return WantedLists.of(List.of(jail("sshd", parameters)), false);
    }
}
