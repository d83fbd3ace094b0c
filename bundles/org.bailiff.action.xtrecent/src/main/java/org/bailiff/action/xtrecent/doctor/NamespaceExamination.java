// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether this process sees the lists that the host's packets are held against. Silent if nothing speaks against it. */
final class NamespaceExamination {
    private static final String SUBJECT = "namespaces";
    /** What the first namespace of users has: everybody is himself. */
    private static final String EVERYBODY = "0 0 4294967295";

    private final Host host;

    NamespaceExamination(Host host) {
        this.host = host;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        network().ifPresent(findings::add);
        users().ifPresent(findings::add);
        if (Files.exists(host.proc().resolve("self/net"))
                && Files.notExists(host.proc().resolve("net"))) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "/proc shows processes only, as under ProcSubset=pid: the Java machine misreads memory and processors",
                    "/proc/self/net is there, /proc/net is not",
                    ""));
        }
        return findings;
    }

    private Optional<Finding> network() {
        Optional<String> first = host.namespace("1", "net");
        Optional<String> ours = host.namespace("self", "net");
        if (first.isPresent() && ours.isPresent() && !first.equals(ours)) {
            return Optional.of(Finding.warning(
                    SUBJECT,
                    "this is another network than the host's first process has: other lists, other rules",
                    "process 1: " + first.get() + ", here: " + ours.get(),
                    ""));
        }
        if (!host.hasNetwork()) {
            return Optional.of(Finding.warning(
                    SUBJECT,
                    "there is no network here but loopback, as under PrivateNetwork=: the host's lists are others",
                    "/proc/self/net/dev",
                    ""));
        }
        return Optional.empty();
    }

    private Optional<Finding> users() {
        return Host.read(host.proc().resolve("self/uid_map"))
                .map(map -> map.strip().replaceAll("\\s+", " "))
                .filter(map -> !map.equals(EVERYBODY))
                .map(map -> Finding.warning(
                        SUBJECT,
                        "this is a namespace of users: a list that belongs to nobody in it cannot be written here, not"
                                + " even by its root",
                        "/proc/self/uid_map: " + map,
                        ""));
    }
}
