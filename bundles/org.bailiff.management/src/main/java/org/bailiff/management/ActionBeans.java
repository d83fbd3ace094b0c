// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bailiff.api.Caller;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.management.bean.ActionBean;
import org.bailiff.management.bean.ActionMBean;

/**
 * Has a bean registered for each action of each jail, whatever comes first: the jail, or the news that its actions have
 * changed. May be told from any thread, and does not hold it up: an MBean server calls its own listeners.
 */
final class ActionBeans {
    private final Beans beans;
    private final Executor executor;
    private final Supplier<Caller> caller;
    /** Jails that are to be looked at, so that news that come faster than they are dealt with do not pile up. */
    private final Set<String> due = ConcurrentHashMap.newKeySet();
    /** Used by the executor alone. */
    private final Map<String, Jail> jails = new HashMap<>();
    /** The names of the actions that have a bean, by jail. Used by the executor alone. */
    private final Map<String, Set<String>> shown = new HashMap<>();

    /**
     * @param executor does one thing after the other
     * @param caller who is calling on this thread
     */
    ActionBeans(Beans beans, Executor executor, Supplier<Caller> caller) {
        this.beans = beans;
        this.executor = executor;
        this.caller = caller;
    }

    void add(Jail jail) {
        executor.execute(() -> {
            show(jail.name(), Set.of());
            jails.put(jail.name(), jail);
            look(jail.name());
        });
    }

    void remove(Jail jail) {
        executor.execute(() -> {
            // Another of the same name may have come in its place.
            if (jails.remove(jail.name(), jail)) {
                look(jail.name());
            }
        });
    }

    /** The jail has, or may have, other actions. */
    void actionsChanged(String jail) {
        if (due.add(jail)) {
            executor.execute(() -> {
                due.remove(jail);
                look(jail);
            });
        }
    }

    private void look(String name) {
        Jail jail = jails.get(name);
        Set<String> actions = new LinkedHashSet<>();
        if (jail != null) {
            jail.status().actions().stream().map(ActionStatus::name).forEach(actions::add);
        }
        show(name, actions);
    }

    private void add(Jail jail, String action) {
        beans.add(BeanNames.action(jail.name(), action), ActionMBean.class, () -> new ActionBean(jail, action, caller));
    }

    private void show(String name, Set<String> actions) {
        Set<String> before = shown.getOrDefault(name, Set.of());
        before.stream()
                .filter(action -> !actions.contains(action))
                .forEach(gone -> beans.remove(BeanNames.action(name, gone)));
        actions.stream().filter(action -> !before.contains(action)).forEach(come -> add(jails.get(name), come));
        if (actions.isEmpty()) {
            shown.remove(name);
        } else {
            shown.put(name, actions);
        }
    }
}
