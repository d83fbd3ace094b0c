// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * What stands in the brackets of {@code xt_recent[...]}, valid: the lists that a jail spreads its bans over.
 *
 * @param addresses the lists of addresses, at least one, in the order of their slices; an address is always in the same one, see {@link Slice}
 * @param networks the list of IPv4's networks and that of IPv6's; empty if the jail bans no networks
 */
public record RecentSettings(List<ListSettings> addresses, List<ListSettings> networks) {
    private static final String DEFAULT_ROOT = "/proc/self/net/xt_recent";
    private static final List<String> NAMES =
            List.of("list", "list6", "lists", "seconds", "capacity", "foreign", "root");
    private static final Pattern LIST_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    /** Each costs every packet a look. */
    private static final long MOST_LISTS = 1000;
    /** The kernel's 199 bytes, less what the number or kind of a list and its list of hits add. */
    private static final int LONGEST_NAME = 199 - "-1000".length() - ListSettings.HITS_SUFFIX.length();
    /** Below this a renewal could come too late. */
    private static final long SHORTEST_LEASE = 4;
    /** The kernel counts the lease in jiffies of 32 bits: 49 days at 1,000 a second. */
    private static final long LONGEST_LEASE = 4_294_967;
    /** One for a ban, one for the sentinel, one that stays free. */
    private static final long SMALLEST_CAPACITY = 3;

    public RecentSettings {
        addresses = List.copyOf(addresses);
        networks = List.copyOf(networks);
    }

    /**
     * The settings that a jail's parameters name.
     *
     * @param networks whether the jail bans networks too
     * @throws IllegalArgumentException if a parameter is wrong; the message names it, its value and the mend
     */
    public static RecentSettings of(String jail, Map<String, String> parameters, boolean networks) {
        parameters.keySet().forEach(RecentSettings::requireKnown);
        ListSettings any = new ListSettings(
                root(parameters.getOrDefault("root", DEFAULT_ROOT)),
                name("list", parameters.getOrDefault("list", "bailiff-" + jail)),
                ListKind.ADDRESSES,
                Slice.ALL,
                Duration.ofSeconds(number(parameters, "seconds", 3600, SHORTEST_LEASE, LONGEST_LEASE)),
                (int) number(parameters, "capacity", 100, SMALLEST_CAPACITY, Integer.MAX_VALUE),
                foreign(parameters.getOrDefault("foreign", "keep")));
        Optional<String> name6 = Optional.ofNullable(parameters.get("list6"))
                .map(name -> name("list6", name))
                .filter(name -> !name.equals(any.name()));
        int lists = (int) number(parameters, "lists", 1, 1, MOST_LISTS);
        return new RecentSettings(addressLists(any, name6, lists), networks ? networkLists(any) : List.of());
    }

    private static List<ListSettings> addressLists(ListSettings any, Optional<String> name6, int lists) {
        List<ListSettings> addresses = new ArrayList<>();
        for (int number = 1; number <= lists; number++) {
            String suffix = lists == 1 ? "" : "-" + number;
            Slice slice = new Slice(number, lists);
            ListKind kind = name6.isPresent() ? ListKind.IPV4_ADDRESSES : ListKind.ADDRESSES;
            addresses.add(any.as(any.name() + suffix, kind, slice));
            name6.ifPresent(name -> addresses.add(any.as(name + suffix, ListKind.IPV6_ADDRESSES, slice)));
        }
        return addresses;
    }

    private static List<ListSettings> networkLists(ListSettings any) {
        return Stream.of(ListKind.IPV4_NETWORKS, ListKind.IPV6_NETWORKS)
                .map(kind -> any.as(any.name() + kind.suffix(), kind, Slice.ALL))
                .toList();
    }

    /** Why the lists are too small for what they are planned for, in a sentence; empty if they are not. */
    Optional<String> crowding() {
        ListSettings any = addresses.get(0);
        return new Spread(any.slice().lists(), any.capacity() - Capacity.RESERVED).objection();
    }

    /** All lists, the very objects that {@link #listOf} answers. */
    public List<ListSettings> all() {
        List<ListSettings> all = new ArrayList<>(addresses);
        all.addAll(networks);
        return all;
    }

    /** The list that holds the target, always the same; empty if none does. However many there are, it takes as long. */
    public Optional<ListSettings> listOf(Network target) {
        for (ListSettings list : target.isSingle() ? sliceOf(target.base()) : networks) {
            if (list.kind().canHold(target)) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** The one list, or the two of both families, that the address' bits choose. */
    private List<ListSettings> sliceOf(Address address) {
        Slice any = addresses.get(0).slice();
        int families = addresses.size() / any.lists();
        int first = (any.numberOf(address) - 1) * families;
        return addresses.subList(first, first + families);
    }

    private static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("xt_recent has no parameter '" + SafeText.of(name, 60) + "'; "
                    + Nearest.to(name, NAMES)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("it has " + String.join(", ", NAMES)));
        }
    }

    private static String name(String parameter, String name) {
        if (!LIST_NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw wrong(
                    parameter,
                    name,
                    "a list's name is made of letters, digits, '.', '_' and '-', begins with a letter, a digit or '_',"
                            + " and has at most " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static Path root(String root) {
        if (!root.startsWith("/") || root.indexOf('\0') >= 0) {
            throw wrong("root", root, "it is an absolute path, " + DEFAULT_ROOT + " if left out");
        }
        return Path.of(root);
    }

    private static ForeignEntries foreign(String word) {
        return Arrays.stream(ForeignEntries.values())
                .filter(value -> value.word().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "foreign",
                        word,
                        "it is keep, adopt (they become bans) or remove: what becomes of entries that are not"
                                + " Bailiff's"));
    }

    private static long number(Map<String, String> parameters, String name, long unset, long least, long most) {
        String text = parameters.getOrDefault(name, Long.toString(unset));
        // Ten digits are more than any bound, and fewer than a long holds.
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw wrong(name, text, "it is a whole number from " + least + " to " + most + ", e.g. " + unset);
        }
        return Long.parseLong(text);
    }

    private static IllegalArgumentException wrong(String name, String value, String mend) {
        return new IllegalArgumentException("xt_recent[" + name + "=" + SafeText.of(value, 80) + "]: " + mend);
    }
}
