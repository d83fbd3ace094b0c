// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The kernel's list on a machine, as root sees and handles it. */
public final class RecentList {
    public static final String NAME = "bailiff-sshd";
    /** How long an entry holds unless it is renewed: short, so that a renewal that does not happen is seen. */
    public static final int LEASE_SECONDS = 20;

    private final Machine machine;
    private final Firewall firewall;
    private final String name;

    RecentList(Machine machine, Firewall firewall, String name) {
        this.machine = machine;
        this.firewall = firewall;
        this.name = name;
    }

    /** A list of a machine, by name; it is there once it was made. */
    public static RecentList on(Machine machine, Firewall firewall, String name) {
        return new RecentList(machine, firewall, name);
    }

    /** Makes the list, empty, by rules that name it; it is root's. */
    public void make() throws IOException, InterruptedException {
        firewall.addRules(machine, name, LEASE_SECONDS);
    }

    /** The same with another lease than usual. */
    public void make(int lease) throws IOException, InterruptedException {
        firewall.addRules(machine, name, lease);
    }

    /** Removes the list and what stands in it, together with the rules. */
    public void remove() throws IOException, InterruptedException {
        firewall.removeRules(machine, name, LEASE_SECONDS);
    }

    /** Makes a user the owner of the list, which is all that the user needs to ban. */
    public void giveTo(Account account) throws IOException {
        Files.setAttribute(file(), "unix:uid", account.user());
    }

    /** The id of the user whom it belongs to. */
    public int owner() throws IOException {
        return (Integer) Files.getAttribute(file(), "unix:uid");
    }

    /** Writes into it as root: {@code +ADDRESS} or {@code -ADDRESS}. */
    public void write(String line) throws IOException {
        Files.writeString(file(), line);
    }

    /** Whether any rule names it. */
    public boolean exists() {
        return Files.exists(file());
    }

    /** How many stamps an entry keeps; 0 if it is not there. */
    public int stamps(String address) throws IOException {
        String wanted = "src=" + spelled(address) + " ";
        return entries().stream()
                .filter(entry -> entry.startsWith(wanted))
                .mapToInt(entry -> entry.split(",").length)
                .sum();
    }

    /** Its lines, one an entry. */
    public List<String> entries() throws IOException {
        return Files.readAllLines(file());
    }

    /** Whether the address stands in it. */
    public boolean holds(String address) throws IOException {
        String wanted = "src=" + spelled(address) + " ";
        return entries().stream().anyMatch(entry -> entry.startsWith(wanted));
    }

    /** Its file, as this Java machine reaches it. */
    public Path file() {
        return Path.of("/proc", Long.toString(machine.pid()), "net/xt_recent", name);
    }

    /** The kernel writes an IPv6 address as eight groups of four digits. */
    private static String spelled(String address) throws IOException {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        if (bytes.length == 4) {
            return address;
        }
        StringBuilder groups = new StringBuilder();
        for (int index = 0; index < bytes.length; index += 2) {
            groups.append(index == 0 ? "" : ":").append("%02x%02x".formatted(bytes[index], bytes[index + 1]));
        }
        return groups.toString();
    }
}
