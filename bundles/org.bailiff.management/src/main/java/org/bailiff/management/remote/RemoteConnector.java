// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.management.MBeanServer;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.rmi.ssl.SslRMIClientSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open port of remote JMX: a registry with one name, {@code jmxrmi}, and the server that it leads to. */
final class RemoteConnector implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RemoteConnector.class);
    private static final String NAME = "jmxrmi";

    private final ServerSockets sockets;
    private final Registry registry;
    private final RMIConnectorServer server;

    private final ExportedServer exported;

    private RemoteConnector(
            ServerSockets sockets, Registry registry, RMIConnectorServer server, ExportedServer exported) {
        this.exported = exported;
        this.sockets = sockets;
        this.registry = registry;
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @throws RemoteTrouble if it cannot be opened
     */
    static RemoteConnector open(RemoteSettings settings, MBeanServer beans, Doorkeeper doorkeeper)
            throws RemoteTrouble {
        Optional<TlsContext> tls = settings.tls().isEmpty()
                ? Optional.empty()
                : Optional.of(TlsContext.of(settings.tls().get()));
        ServerSockets sockets = new ServerSockets(settings.listen().getAddress(), tls, doorkeeper::flooded);
        Endpoint endpoint = new Endpoint(
                settings.listen().getAddress().getHostAddress(),
                settings.listen().getPort(),
                tls.isPresent() ? new SslRMIClientSocketFactory() : null,
                sockets);
        try {
            return open(endpoint, beans, doorkeeper);
        } catch (IOException e) {
            sockets.close();
            throw RemoteTrouble.of(settings.place(), reason(settings, e), e);
        }
    }

    private static RemoteConnector open(Endpoint endpoint, MBeanServer beans, Doorkeeper doorkeeper)
            throws IOException {
        Registry registry = endpoint.registry();
        try {
            Map<String, Object> environment = Map.of(
                    RMIConnectorServer.AUTHENTICATOR,
                    doorkeeper.login(),
                    "jmx.remote.default.class.loader",
                    ClassLoader.getPlatformClassLoader());
            ExportedServer exported = new ExportedServer(endpoint, environment, doorkeeper::filter);
            RMIConnectorServer server =
                    new RMIConnectorServer(new JMXServiceURL("service:jmx:rmi://"), environment, exported, beans);
            server.setMBeanServerForwarder(doorkeeper.gate().forwarder());
            server.start();
            registry.rebind(NAME, exported.toStub());
            return new RemoteConnector(endpoint.server(), registry, server, exported);
        } catch (IOException | RuntimeException e) {
            unexport(registry);
            throw e;
        }
    }

    /** Why the port could not be opened; the rest of a sentence about the setting. */
    static String reason(RemoteSettings settings, IOException e) {
        Throwable cause = e instanceof RemoteException && e.getCause() != null ? e.getCause() : e;
        String shown = "is '" + RemoteKeys.shown(settings.place()) + "', and ";
        if (cause instanceof BindException) {
            return shown + "that port cannot be listened on (" + cause.getMessage()
                    + "); is it in use, or the address not this host's? see 'ss -ltnp'";
        }
        return shown + (cause instanceof SocketException ? "the network does not let us" : "it cannot be opened") + " ("
                + cause + ")";
    }

    /** Ends the connections of users who are no longer what they were. */
    void endUnless(Predicate<RemoteCaller> welcome) {
        exported.endUnless(welcome);
    }

    /** Closes the port and ends all connections. */
    @Override
    public void close() {
        unexport(registry);
        try {
            server.stop();
        } catch (IOException e) {
            LOGGER.debug("the connector did not stop in order", e);
        }
        sockets.close();
    }

    private static void unexport(Registry registry) {
        try {
            UnicastRemoteObject.unexportObject(registry, true);
        } catch (NoSuchObjectException gone) {
            LOGGER.debug("the registry was closed before", gone);
        }
    }
}
