// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.ObjectInputFilter;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.UnicastRemoteObject;

/**
 * Where remote objects are reached. All of one endpoint are behind one listener. Thread-safe.
 *
 * @param host the address that clients are told
 * @param port the port
 * @param client what clients connect with; null for plain connections
 * @param server what listens
 */
record Endpoint(String host, int port, RMIClientSocketFactory client, ServerSockets server) {
    /**
     * RMI offers no other way to say what clients are told, and would tell them the host's name. It reads the property
     * each time that an object is exported.
     */
    private static final String TOLD_HOST = "java.rmi.server.hostname";

    /** Whoever exports meanwhile would get our host. */
    private static final Object LOCK = new Object();

    /** What is exported under the told host. */
    private interface Export<T> {
        T now() throws RemoteException;
    }

    /** @param filter decides which classes arguments may have */
    void export(Remote object, ObjectInputFilter filter) throws RemoteException {
        told(() -> UnicastRemoteObject.exportObject(object, port, client, server, filter));
    }

    /** A new registry; it is the first object there is behind the port. Only this process may change what it holds. */
    Registry registry() throws RemoteException {
        return told(() -> LocateRegistry.createRegistry(port, client, server));
    }

    private <T> T told(Export<T> export) throws RemoteException {
        synchronized (LOCK) {
            String before = System.setProperty(TOLD_HOST, host);
            try {
                return export.now();
            } finally {
                if (before == null) {
                    System.clearProperty(TOLD_HOST);
                } else {
                    System.setProperty(TOLD_HOST, before);
                }
            }
        }
    }
}
