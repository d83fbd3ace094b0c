// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.remote;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/**
 * Runs on the server's machine. Takes a port and then pairs of a user and the name of a {@link Deed}; prints a line for each:
 * the deed, {@code done} or {@code failed}, and what came of it. A user's password is {@code secret-USER}; the user
 * {@code nobody} gives none, and {@code mallory} gives a wrong one for {@code ada}.
 */
public final class RemoteClient {
    /** What a dump of the heap would write. */
    public static final Path HEAP = Path.of("/tmp/bailiff-remote-heap.hprof");

    /** Each user logs in once: a password costs time. */
    private static final Map<String, JMXConnector> CONNECTED = new HashMap<>();

    private RemoteClient() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        for (int index = 1; index < arguments.length; index += 2) {
            Deed deed = Deed.valueOf(arguments[index + 1]);
            String outcome;
            try {
                outcome = "done " + run(port, arguments[index], deed);
            } catch (Exception e) {
                // Whatever it is: it is what the server answered.
                outcome = "failed " + said(e);
            }
            System.out.println(arguments[index] + " " + deed + " " + outcome.replaceAll("\\s+", " "));
        }
        // RMI's own threads may go on.
        System.exit(0);
    }

    private static String run(int port, String user, Deed deed) throws Exception {
        if (deed.needsNoConnection()) {
            return deed.by(port);
        }
        JMXConnector connector = CONNECTED.get(user);
        if (connector == null) {
            connector = connect(port, credentials(user));
            CONNECTED.put(user, connector);
        }
        return deed.by(connector.getMBeanServerConnection());
    }

    static JMXConnector connect(int port, Object credentials) throws Exception {
        Map<String, Object> environment = new HashMap<>();
        if (credentials != null) {
            environment.put(JMXConnector.CREDENTIALS, credentials);
        }
        if (System.getProperty("javax.net.ssl.trustStore") != null) {
            environment.put("com.sun.jndi.rmi.factory.socket", new SslRMIClientSocketFactory());
        }
        return JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi"), environment);
    }

    private static Object credentials(String user) {
        return switch (user) {
            case "nobody" -> null;
            case "mallory" -> new String[] {"ada", "guess"};
            default -> new String[] {user, "secret-" + user};
        };
    }

    private static String said(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause).append(" | ");
        }
        return all.toString();
    }
}
