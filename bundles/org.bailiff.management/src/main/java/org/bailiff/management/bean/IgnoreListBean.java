// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.management.openmbean.TabularData;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.management.show.BanText;
import org.bailiff.management.show.IgnoreTable;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** Answers for the ignore list, whose service may come and go. Thread-safe. */
public final class IgnoreListBean implements IgnoreListMBean {
    private final Supplier<Optional<IgnoreList>> list;
    private final Jails jails;
    private final Supplier<Caller> caller;
    private final InstantSource clock;

    /**
     * @param caller who is calling on this thread
     */
    public IgnoreListBean(
            Supplier<Optional<IgnoreList>> list, Jails jails, Supplier<Caller> caller, InstantSource clock) {
        this.list = list;
        this.jails = jails;
        this.caller = caller;
        this.clock = clock;
    }

    private IgnoreList list() {
        return list.get()
                .orElseThrow(() -> new IllegalStateException(
                        "there is no ignore list; see in the log why bundle org.bailiff.jail does not offer it"));
    }

    @Override
    public int getEntriesCurrent() {
        return list.get().map(present -> present.entries().size()).orElse(0);
    }

    @Override
    public String checkAddress(String text) {
        Address address = Arguments.address(text);
        List<String> lines = new ArrayList<>();
        list().entries().stream()
                .filter(entry -> entry.target().contains(address))
                .forEach(entry -> lines.add("all jails ignore " + address + ", because of " + told(entry)));
        for (Jail jail : jails.all()) {
            own(jail, address).ifPresent(lines::add);
        }
        return lines.isEmpty() ? "no jail ignores " + address : String.join("\n", lines);
    }

    /** Why a jail ignores it; also that it does not answer, because the others do. */
    private static Optional<String> own(Jail jail, Address address) {
        String name = SafeText.of(jail.name());
        try {
            return jail.explain(address)
                    .ignored()
                    .map(entry -> "jail " + name + " ignores " + address + ", because of " + SafeText.of(entry));
        } catch (IllegalStateException silent) {
            return Optional.of("jail " + name + ": " + SafeText.of(String.valueOf(silent.getMessage())));
        }
    }

    private static String told(IgnoreList.Entry entry) {
        String comment = entry.comment().isEmpty() ? "" : " (" + SafeText.of(entry.comment()) + ")";
        String end =
                entry.until().map(until -> " until " + BanText.shown(until)).orElse("");
        return entry.target() + comment + end + ", added by " + SafeText.of(entry.by());
    }

    @Override
    public String listEntriesText(int limit) {
        return IgnoreTable.text(list().entries(), limit);
    }

    @Override
    public TabularData listEntries(int offset, int limit) {
        return IgnoreTable.of(list().entries(), offset, limit);
    }

    @Override
    public String add(String cidr, String comment, long seconds) {
        Network target = Arguments.network(cidr);
        Optional<Instant> until =
                Arguments.span(seconds).map(span -> clock.instant().plus(span));
        list().add(target, SafeText.of(Arguments.reason(comment)), until, caller.get());
        return "no jail bans " + target
                + until.map(end -> " until " + BanText.shown(end)).orElse(" from now on")
                + "; a ban in force does not end by it";
    }

    @Override
    public String remove(String cidr) {
        Network target = Arguments.network(cidr);
        if (!list().remove(target, caller.get())) {
            throw new IllegalArgumentException(
                    target + " is no entry of this list; listEntriesText lists them, checkAddress says who ignores it");
        }
        return target + " is not ignored any more, unless a jail's own configuration says so";
    }
}
