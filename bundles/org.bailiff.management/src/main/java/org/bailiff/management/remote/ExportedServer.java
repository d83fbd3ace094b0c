// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.management.remote.rmi.RMIConnection;
import javax.management.remote.rmi.RMIConnectionImpl;
import javax.management.remote.rmi.RMIJRMPServerImpl;
import javax.security.auth.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports itself and its connections at an endpoint, each connection with a filter that knows whose it is. */
final class ExportedServer extends RMIJRMPServerImpl {
    private static final Logger LOGGER = LoggerFactory.getLogger(ExportedServer.class);

    private final Endpoint endpoint;
    private final Map<String, Object> environment;
    private final Function<Subject, ObjectInputFilter> filters;
    /** As long as they are in use. */
    private final Map<RMIConnection, RemoteCaller> connections = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param filters makes the filter for the arguments of one user's calls; for null, that of logins */
    ExportedServer(Endpoint endpoint, Map<String, Object> environment, Function<Subject, ObjectInputFilter> filters)
            throws IOException {
        super(endpoint.port(), endpoint.client(), endpoint.server(), environment);
        this.endpoint = endpoint;
        this.environment = Map.copyOf(environment);
        this.filters = filters;
    }

    @Override
    protected void export() throws IOException {
        endpoint.export(this, filters.apply(null));
    }

    @Override
    protected RMIConnection makeClient(String connectionId, Subject subject) throws IOException {
        RMIConnection client = new RMIConnectionImpl(this, connectionId, getDefaultClassLoader(), subject, environment);
        endpoint.export(client, filters.apply(subject));
        RemoteCaller.in(subject).ifPresent(caller -> connections.put(client, caller));
        return client;
    }

    /** Ends the connections of users who are no longer what they were. */
    void endUnless(Predicate<RemoteCaller> welcome) {
        List<RMIConnection> ending;
        synchronized (connections) {
            ending = connections.entrySet().stream()
                    .filter(connection -> !welcome.test(connection.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            ending.forEach(connections::remove);
        }
        for (RMIConnection connection : ending) {
            try {
                connection.close();
            } catch (IOException e) {
                LOGGER.debug("a connection did not close in order", e);
            }
        }
    }
}
