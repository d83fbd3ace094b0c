// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.rmi.MarshalledObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.remote.MBeanServerForwarder;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.Audit;

/**
 * Stands between the connections and the MBean server, and refuses what {@link Rules} do not allow the user. What is
 * refused goes into the audit trail; what is done is recorded by our beans themselves, and here if another's does it.
 * Thread-safe.
 */
final class Gate implements InvocationHandler {
    /** What the connector itself needs for its work, in nobody's name or in that of whom it works for. */
    private static final Set<String> OF_THE_CONNECTOR =
            Set.of("getClassLoaderRepository", "getClassLoaderFor", "isInstanceOf");

    private static final String CONNECTOR_PACKAGE = "com.sun.jmx.remote.internal.";
    private static final Caller NOBODY = new Caller("unknown user", RemoteCaller.CHANNEL, Role.VIEWER);

    private final Supplier<Optional<RemoteCaller>> callers;
    private final Supplier<UserTable> users;
    private final Refusals refusals;
    private final Audit audit;
    /** Set before the first connection. */
    private volatile MBeanServer server;

    /**
     * @param callers who calls on this thread
     * @param users who may still do so
     * @param audit for what is done to beans that are not ours
     */
    Gate(Supplier<Optional<RemoteCaller>> callers, Supplier<UserTable> users, Refusals refusals, Audit audit) {
        this.callers = callers;
        this.users = users;
        this.refusals = refusals;
        this.audit = audit;
    }

    /** As a connector takes it. */
    MBeanServerForwarder forwarder() {
        return (MBeanServerForwarder)
                Proxy.newProxyInstance(Gate.class.getClassLoader(), new Class<?>[] {MBeanServerForwarder.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        switch (method.getName()) {
            case "getMBeanServer":
                return server;
            case "setMBeanServer":
                server = (MBeanServer) arguments[0];
                return null;
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "the gate before " + server;
            default:
                return isOfTheConnector(method.getName(), arguments)
                        ? pass(method, arguments)
                        : carryOut(method, allowed(method, arguments));
        }
    }

    /** Recorded here if nobody else does; a failure, too: it may have changed something before. */
    private Object carryOut(Method method, Object... arguments) throws Throwable {
        if (!Rules.changesAnothers(method.getName(), arguments)) {
            return pass(method, arguments);
        }
        String outcome = "failed";
        try {
            Object result = pass(method, arguments);
            outcome = "done";
            return result;
        } finally {
            Caller caller = callers.get().map(RemoteCaller::caller).orElseGet(Gate::unknown);
            audit.record(caller, method.getName(), Rules.subject(arguments), "", Rules.values(arguments), outcome);
        }
    }

    private Object pass(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** No client can send a listener or a query of the connector's own. */
    private static boolean isOfTheConnector(String method, Object... arguments) {
        switch (method) {
            case "addNotificationListener", "removeNotificationListener":
                return arguments[1] instanceof NotificationListener;
            case "queryNames":
                return arguments[1] != null && arguments[1].getClass().getName().startsWith(CONNECTOR_PACKAGE);
            default:
                return OF_THE_CONNECTOR.contains(method);
        }
    }

    /** The arguments, if the caller may have this done: names of attributes that the caller may not read are taken out. */
    private Object[] allowed(Method method, Object... arguments) {
        RemoteCaller caller =
                callers.get().orElseThrow(() -> refused(unknown(), method, "refused: nobody has logged in", arguments));
        if (!users.get().has(caller.user())) {
            throw refused(caller.caller(), method, "refused: the user was changed; log in again", arguments);
        }
        Role role = caller.user().role();
        Optional<Role> needed = Rules.needed(server, method.getName(), arguments);
        if (needed.isEmpty()) {
            throw refused(caller.caller(), method, "refused: nobody may through remote JMX", arguments);
        }
        if (!role.includes(needed.get())) {
            String sentence = "refused: it takes the role " + User.wordOf(needed.get()) + ", and " + caller.getName()
                    + " is " + User.wordOf(role);
            throw refused(caller.caller(), method, sentence, arguments);
        }
        if (Arrays.stream(arguments).anyMatch(Gate::isPacked)) {
            throw refused(caller.caller(), method, "refused: an object may not be sent packed", arguments);
        }
        return method.getName().equals("getAttributes") ? readable(caller, method, arguments) : arguments;
    }

    /** Whether there is an object in it that is still packed: nobody has seen yet of which class it is. */
    private static boolean isPacked(Object argument) {
        if (argument instanceof Object[] several) {
            return Arrays.stream(several).anyMatch(Gate::isPacked);
        }
        if (argument instanceof List<?> several) {
            return several.stream().anyMatch(Gate::isPacked);
        }
        return argument instanceof Attribute attribute
                ? isPacked(attribute.getValue())
                : argument instanceof MarshalledObject<?>;
    }

    private Object[] readable(RemoteCaller caller, Method method, Object... arguments) {
        ObjectName name = (ObjectName) arguments[0];
        String[] asked = (String[]) arguments[1];
        String[] readable = Arrays.stream(asked)
                .filter(attribute -> Rules.toRead(name, attribute)
                        .filter(caller.user().role()::includes)
                        .isPresent())
                .toArray(String[]::new);
        if (readable.length < asked.length) {
            String[] hidden = Arrays.stream(asked)
                    .filter(attribute -> !Arrays.asList(readable).contains(attribute))
                    .toArray(String[]::new);
            record(caller.caller(), method, "refused: left out, nobody of this role may read them", name, hidden);
        }
        return new Object[] {name, readable};
    }

    private static Caller unknown() {
        return new Caller(
                NOBODY.principal(),
                NOBODY.channel(),
                NOBODY.role(),
                Origin.current().toString());
    }

    private SecurityException refused(Caller caller, Method method, String sentence, Object... arguments) {
        record(caller, method, sentence, arguments);
        return new SecurityException(method.getName() + " " + sentence);
    }

    private void record(Caller caller, Method method, String sentence, Object... arguments) {
        refusals.record(caller, method.getName(), Rules.subject(arguments), sentence);
    }
}
