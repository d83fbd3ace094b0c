// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.BanActionFactory;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.api.action.Recollecting;
import org.bailiff.api.action.Resynchronizable;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * The actions of a jail, as far as what offers them is there. Changed by the jail's thread; the states may be asked from
 * any thread.
 */
final class Actions {
    private final Surroundings surroundings;
    private final ActionListener listener;
    /** Replaced as a whole, so that nobody sees half of a change. Written by the jail's thread. */
    private volatile List<Slot> slots = List.of();
    /** Whether nothing is to be carried out. Written by the jail's thread. */
    private volatile boolean simulating;
    /** Whether actions are asked, when they are made, whom they keep out and nobody remembers. The jail's thread's own. */
    private boolean recollecting;

    /**
     * An action that the jail is configured with.
     *
     * @param factory what made it; null while nothing offers it
     * @param action null while nothing offers it, or if it is configured wrongly
     * @param wrong what is wrong with its configuration; empty if nothing is
     */
    private record Slot(ActionSpec spec, BanActionFactory factory, BanAction action, String wrong) {

        /** What people know it by: what it says itself, so that several of one kind are told apart. */
        String name() {
            return action == null ? spec.name() : action.status().name();
        }
    }

    Actions(Surroundings surroundings, ActionListener listener) {
        this.surroundings = surroundings;
        this.listener = listener;
    }

    /**
     * Makes the actions those of the configuration, and of the services that are there now. An action that stays is left
     * alone; a new one carries out the bans that are in force. While the jail simulates, there is none.
     */
    void use(JailSettings settings, Collection<Ban> bans) {
        simulating = settings.simulating();
        use(simulating ? List.of() : settings.actions(), bans);
        // Once: what is made later is there because somebody changed something, not because something was lost.
        recollecting &= slots.isEmpty() || missing().isPresent();
    }

    /** What the jail remembered is damaged: what the first actions find in force becomes bans again. */
    void recollect() {
        recollecting = true;
    }

    private void use(List<ActionSpec> specs, Collection<Ban> bans) {
        List<Slot> before = new ArrayList<>(slots);
        List<Slot> now = new ArrayList<>();
        for (ActionSpec spec : specs) {
            BanActionFactory factory = surroundings.action(spec.name()).orElse(null);
            Optional<Slot> kept = before.stream()
                    .filter(slot -> slot.spec().equals(spec) && slot.factory() == factory)
                    .findFirst();
            kept.ifPresent(before::remove);
            now.add(kept.orElse(new Slot(spec, factory, null, "")));
        }
        // Those that go, go first: they may hold the list that a new one wants.
        before.forEach(slot -> stop(slot, isConfigured(slot, specs)));
        slots = now.stream()
                .map(slot -> slot.action() == null ? made(slot, bans) : slot)
                .toList();
    }

    /** Whether the slot's action is still wanted, and only its service has gone: then its entries stay. */
    private static boolean isConfigured(Slot slot, List<ActionSpec> specs) {
        return specs.stream()
                .anyMatch(spec -> spec.name().equals(slot.spec().name())
                        && spec.parameters().equals(slot.spec().parameters()));
    }

    private static void stop(Slot slot, boolean stays) {
        if (slot.action() != null) {
            slot.action().stop(!stays);
        }
    }

    private Slot made(Slot slot, Collection<Ban> bans) {
        if (slot.factory() == null) {
            return slot;
        }
        try {
            BanAction action = slot.factory().create(slot.spec(), listener);
            action.restore(bans);
            if (recollecting && action instanceof Recollecting witness) {
                witness.recollect();
            }
            return new Slot(slot.spec(), slot.factory(), action, "");
        } catch (IllegalArgumentException wrong) {
            return new Slot(slot.spec(), slot.factory(), null, wrong.getMessage());
        }
    }

    /** Carries a ban out; in force only if every action does. */
    Enforcement ban(Ban ban) {
        Enforcement worst = slots.isEmpty() ? Enforcement.pending(idle()) : Enforcement.IN_FORCE;
        boolean crowded = false;
        for (Slot slot : slots) {
            Enforcement enforcement = slot.action() == null
                    ? Enforcement.pending(absent(slot))
                    : slot.action().ban(ban);
            worst = enforcement.inForce() ? worst : enforcement;
            crowded |= enforcement.crowded();
        }
        return new Enforcement(worst.inForce(), worst.reason(), crowded);
    }

    private String idle() {
        return simulating ? "the jail only simulates, so nobody is kept out" : "the jail has no action";
    }

    boolean isSimulating() {
        return simulating;
    }

    void unban(Ban ban) {
        slots.stream().filter(slot -> slot.action() != null).forEach(slot -> slot.action()
                .unban(ban));
    }

    void stop(boolean release) {
        List<Slot> before = slots;
        slots = List.of();
        before.forEach(slot -> stop(slot, !release));
    }

    /** The names of the actions that are at work. */
    List<String> names() {
        return slots.stream()
                .filter(slot -> slot.action() != null)
                .map(Slot::name)
                .toList();
    }

    /** What will not last although the actions, of which these are the states, are ready; empty if nothing. */
    static Optional<String> reservation(List<ActionStatus> status) {
        return status.stream()
                .filter(action -> action.state() == ActionStatus.State.READY)
                .map(ActionStatus::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    /** What is wrong with the configuration of an action; empty if nothing is. */
    Optional<String> wrong() {
        return slots.stream().map(Slot::wrong).filter(wrong -> !wrong.isEmpty()).findFirst();
    }

    /** Which action nothing offers; empty if all are there. */
    Optional<String> missing() {
        return slots.stream().filter(slot -> slot.factory() == null).findFirst().map(Actions::absent);
    }

    private static String absent(Slot slot) {
        return slot.factory() == null ? slot.spec().origin() + ": " + absence(slot.spec()) : slot.wrong();
    }

    /** What to say, behind the place, of an action that nothing offers. */
    static String absence(ActionSpec spec) {
        return "no bundle offers the action '" + SafeText.of(spec.name(), 60) + "'; install one, or use xt_recent";
    }

    List<ActionStatus> status() {
        return slots.stream()
                .map(slot ->
                        slot.action() == null ? statusOf(slot) : slot.action().status())
                .toList();
    }

    private static ActionStatus statusOf(Slot slot) {
        ActionStatus.State state = slot.factory() == null ? ActionStatus.State.WAITING : ActionStatus.State.FAILED;
        return new ActionStatus(
                slot.spec().name(), state, absent(slot), ActionStatus.Entries.NONE, ActionStatus.Totals.NONE);
    }

    List<Proof> prove(Network target) {
        if (simulating) {
            return List.of(Proof.of("no action", false, idle()));
        }
        return slots.stream()
                .map(slot -> slot.action() == null
                        ? Proof.of(slot.spec().name(), false, absent(slot))
                        : slot.action().prove(target))
                .toList();
    }

    /**
     * Has the action of this name compare what should be in force with what is. From any thread.
     *
     * @throws IllegalArgumentException if there is none, or it cannot
     */
    Comparison resync(String name, boolean dryRun) {
        Slot slot = slots.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the jail has no action '" + SafeText.of(name, 60)
                        + "'; it has "
                        + slots.stream().map(Slot::name).toList()));
        if (slot.action() instanceof Resynchronizable action) {
            return action.resync(dryRun);
        }
        throw new IllegalArgumentException(
                slot.action() == null ? absent(slot) : "what the action " + name + " does cannot be read back");
    }
}
