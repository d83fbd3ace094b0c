// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bailiff.api.Failure;
import org.bailiff.text.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures of hosts that a log names, on their way to a jail that looks names up. Used by the jail's thread; the addresses
 * come back to it as work of its own. What is under way is not remembered: if the process ends, it is lost.
 */
public final class NamedHosts {
    private static final Logger LOG = LoggerFactory.getLogger(NamedHosts.class);
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final String jail;
    private final NameBook names;
    private final InstantSource clock;
    private final Consumer<Runnable> thread;
    private final NameNotices notices;
    private Instant complained = Instant.MIN;
    private long leftOut;
    private UseDns use = UseDns.NO;

    /**
     * @param thread has work done by the jail's thread
     */
    public NamedHosts(String jail, NameBook names, InstantSource clock, Consumer<Runnable> thread) {
        this.jail = jail;
        this.names = names;
        this.clock = clock;
        this.thread = thread;
        this.notices = new NameNotices(clock);
    }

    /** What is to become of hosts that the log names from now on. */
    public void use(UseDns replacement) {
        use = replacement;
    }

    /**
     * Takes a failure whose host has no address, if that is a name and the jail looks names up.
     *
     * @param then gets the same failure once for each address of the name, on the jail's thread; and as it is if there are
     *     none
     * @return whether it will
     */
    public boolean take(Failure failure, Consumer<Failure> then) {
        if (!use.looksUp() || failure.address().isPresent()) {
            return false;
        }
        Optional<String> name = failure.host().filter(NamedHosts::isName);
        if (name.isEmpty()) {
            return false;
        }
        boolean taken =
                names.find(name.get(), found -> thread.accept(() -> answered(failure, name.get(), found, then)));
        if (!taken) {
            complain();
        }
        return taken;
    }

    /** What cannot be a name is not asked for; that is an attacker's text. */
    private static boolean isName(String host) {
        return host.length() <= 253
                && host.matches("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?")
                && !host.matches("[0-9.]*");
    }

    private void answered(Failure failure, String name, Set<Address> found, Consumer<Failure> then) {
        if (use == UseDns.WARN) {
            notices.of(name, found).ifPresent(notice -> LOG.warn("[{}] {}", jail, notice));
        }
        if (found.isEmpty()) {
            then.accept(failure);
        }
        found.stream().sorted().forEach(address -> then.accept(at(failure, name, address)));
    }

    /** Failures count by address, unless the filter has another id for them. */
    private static Failure at(Failure failure, String name, Address address) {
        return new Failure(
                failure.id().equals(name) ? address.toString() : failure.id(),
                failure.host(),
                Optional.of(address),
                failure.time(),
                failure.attempts(),
                failure.lines(),
                failure.users(),
                failure.captures(),
                failure.regex());
    }

    private void complain() {
        leftOut++;
        Instant now = clock.instant();
        if (now.isBefore(complained) || !now.isBefore(complained.plus(SILENCE))) {
            complained = now;
            LOG.warn(
                    "[{}] too many names wait to be looked up: {} failures of such hosts count for nobody",
                    jail,
                    leftOut);
        }
    }
}
