// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reactions to signals. Java has no public way but {@code sun.misc.Signal}, which is supported but warned of when
 * compiled against: hence by name.
 */
final class Signals {
    private static final Logger LOG = Logger.getLogger(Signals.class.getName());

    private Signals() {}

    /** Runs the reaction on a thread of the JVM's at each signal, e.g. {@code HUP}; a signal that is not free stays as it is. */
    static void on(String name, Runnable reaction) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler invocation = (proxy, method, arguments) -> {
                if (method.getDeclaringClass() != handler) {
                    return method.invoke(reaction, arguments);
                }
                reaction.run();
                return null;
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance(name),
                            Proxy.newProxyInstance(
                                    Signals.class.getClassLoader(), new Class<?>[] {handler}, invocation));
        } catch (InvocationTargetException e) {
            LOG.log(Level.WARNING, "SIG" + name + " keeps its usual effect", e.getCause());
        } catch (ReflectiveOperationException e) {
            LOG.log(
                    Level.WARNING,
                    "SIG" + name + " keeps its usual effect: this Java has no module jdk.unsupported",
                    e);
        }
    }
}
