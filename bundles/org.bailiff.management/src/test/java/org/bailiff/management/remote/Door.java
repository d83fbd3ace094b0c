// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.bailiff.api.config.Setting;
import org.bailiff.management.described.DescribedBean;

/** Remote JMX on a free loopback port of this process, over the MBean server of this process. */
final class Door implements AutoCloseable {
    static final String NAME = "org.bailiff:type=Shown";

    final Trail trail = new Trail();
    final MovedClock clock = new MovedClock();
    final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    final int port;
    final Path users;
    private final RemoteAccess access;
    private final ObjectName name = new ObjectName(NAME);

    Door(Path folder, String... settings) throws Exception {
        users = Accounts.write(folder.resolve("jmx.users"), Accounts.VERA, Accounts.OTTO, Accounts.ADA);
        port = freePort();
        CurrentCaller caller = new CurrentCaller(() -> {
            throw new IllegalStateException("nobody calls from within");
        });
        access = new RemoteAccess(beans, trail, folder, clock);
        apply(port, settings);
        if (beans.isRegistered(name)) {
            // A test that failed while it began has left it.
            beans.unregisterMBean(name);
        }
        beans.registerMBean(new DescribedBean(name, Shown.class, () -> new Shown.Bean(caller)), name);
    }

    void apply(int onPort, String... settings) throws RemoteTrouble {
        Map<String, Setting> all = new HashMap<>(RemoteSettingsTest.settings(settings));
        all.putAll(RemoteSettingsTest.settings("listen", "127.0.0.1:" + onPort));
        access.apply(all);
    }

    /** Below those that the system gives to whoever connects, so that no connection of another test takes it meanwhile. */
    static int freePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket any = new ServerSocket()) {
                any.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (BindException taken) {
                // The next one.
                continue;
            }
        }
        throw new IOException("no port of a hundred is free");
    }

    JMXConnector connect(String user) throws IOException {
        return connect(user, "secret-" + user);
    }

    JMXConnector connect(String user, String password) throws IOException {
        return connect(port, new String[] {user, password});
    }

    static JMXConnector connect(int port, Object credentials) throws IOException {
        Map<String, Object> environment = new HashMap<>();
        if (credentials != null) {
            environment.put(JMXConnector.CREDENTIALS, credentials);
        }
        return JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi"), environment);
    }

    @Override
    public void close() throws JMException {
        access.close();
        beans.unregisterMBean(name);
    }
}
