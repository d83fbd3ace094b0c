// SPDX-License-Identifier: Apache-2.0
package org.example.action.proxylist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Network;

/** Keeps a file of the banned, one a line, in any order; whoever reads it always sees a whole one. */
final class ProxyList implements BanAction {
    static final String NAME = "proxy_list";

    private final Path file;
    /** Changed by the jail's thread, read by any. */
    private final Set<Network> targets = ConcurrentHashMap.newKeySet();
    /** Why the file does not say what it should; empty if it does. */
    private volatile String trouble = "";

    ProxyList(Path file) {
        this.file = file;
    }

    @Override
    public Enforcement ban(Ban ban) {
        return targets.add(ban.target()) || !trouble.isEmpty() ? write() : Enforcement.IN_FORCE;
    }

    @Override
    public void restore(Collection<Ban> bans) {
        bans.forEach(ban -> targets.add(ban.target()));
        write();
    }

    @Override
    public void unban(Ban ban) {
        if (targets.remove(ban.target())) {
            write();
        }
    }

    @Override
    public ActionStatus status() {
        String reason = trouble;
        return new ActionStatus(
                NAME,
                reason.isEmpty() ? ActionStatus.State.READY : ActionStatus.State.FAILED,
                reason,
                ActionStatus.Entries.unbounded(targets.size()),
                ActionStatus.Totals.NONE);
    }

    @Override
    public Proof prove(Network target) {
        boolean written = targets.contains(target) && trouble.isEmpty();
        return Proof.of(NAME, written, (written ? "it stands in " : "it does not stand in ") + file);
    }

    @Override
    public void stop(boolean release) {
        if (release) {
            targets.clear();
            write();
        }
    }

    /** Should it fail, the next change writes all. */
    private Enforcement write() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, targets.stream().map(Network::toString).toList());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            trouble = "";
            return Enforcement.IN_FORCE;
        } catch (IOException e) {
            trouble = file + " cannot be written (" + e + "); let the daemon's user write its folder";
            return Enforcement.pending(trouble);
        }
    }
}
