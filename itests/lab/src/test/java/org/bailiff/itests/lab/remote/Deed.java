// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.remote;

import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.rmi.MarshalledObject;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.management.Attribute;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** What a client does: its business, or an attack. */
public enum Deed {
    READ_STATE(server -> server.getAttribute(bean("org.bailiff:type=Daemon"), "State")),
    READ_MEMORY(server -> server.getAttribute(bean("java.lang:type=Memory"), "HeapMemoryUsage")),
    READ_THREADS(server ->
            server.invoke(bean("java.lang:type=Threading"), "getThreadInfo", new Object[] {1L}, new String[] {"long"})),
    READ_PROPERTIES(server -> server.getAttribute(bean("java.lang:type=Runtime"), "SystemProperties")),
    BAN(server -> server.invoke(
            bean("org.bailiff:type=Jail,name=\"sshd\""),
            "ban",
            new Object[] {"192.0.2.99", 60L, "by a test"},
            new String[] {"java.lang.String", "long", "java.lang.String"})),
    TUNE(server -> {
        server.setAttribute(bean("org.bailiff:type=Jail,name=\"sshd\""), new Attribute("MaxRetry", 4));
        return "tuned";
    }),
    RELOAD(server ->
            server.invoke(bean("org.bailiff:type=Daemon"), "reload", new Object[] {true}, new String[] {"boolean"})),
    DEPLOY(server -> server.invoke(
            bean("org.bailiff:type=FilterLibrary"),
            "deploy",
            new Object[] {"app", "[Definition]\nfailregex = ^x <HOST>$\n", true},
            new String[] {"java.lang.String", "java.lang.String", "boolean"})),
    DIAGNOSE(server -> server.invoke(
            bean("com.sun.management:type=DiagnosticCommand"), "vmVersion", new Object[0], new String[0])),
    DUMP_HEAP(server -> server.invoke(
            bean("com.sun.management:type=HotSpotDiagnostic"),
            "dumpHeap",
            new Object[] {RemoteClient.HEAP.toString(), true},
            new String[] {"java.lang.String", "boolean"})),
    MAKE_LOADER(server -> server.createMBean("javax.management.loading.MLet", bean("org.bailiff:type=Loader"))),
    REMOVE_BEAN(server -> {
        server.unregisterMBean(bean("org.bailiff:type=Daemon"));
        return "removed";
    }),
    SEND_GADGET(server -> ban(server, gadget())),
    SEND_ARRAY(server -> ban(server, new Object[] {gadget()})),
    SEND_PACKED(server -> ban(server, new MarshalledObject<>(gadget()))),
    SEND_TABLE(server -> ban(server, table())),
    LOG_IN_WITH_GADGET(gadget()),
    SEND_LARGE(server -> ban(server, "A".repeat(3 << 20))),
    SEND_LONG_ARRAY(server -> ban(server, new Object[5000])),
    LOOK_UP_ENDLESS((Work) null) {
        @Override
        String by(int port) throws Exception {
            byte[] block = new byte[1 << 20];
            try (Socket socket = new Socket("127.0.0.1", port)) {
                OutputStream out = socket.getOutputStream();
                out.write(HexFormat.of()
                        .parseHex("4a524d4900024c50aced00057722" + "00".repeat(22)
                                + "0000000244154dc9d4e63bdf7c0000010000000000"));
                for (int time = 0; time < 200; time++) {
                    out.write(block);
                }
            }
            return "sent";
        }
    },
    CHANGE_REGISTRY((Work) null) {
        @Override
        String by(int port) throws Exception {
            Registry registry = LocateRegistry.getRegistry("127.0.0.1", port);
            registry.rebind("jmxrmi", registry.lookup("jmxrmi"));
            return "rebound";
        }
    };

    /** Something to do with a connection. */
    private interface Work {
        Object with(MBeanServerConnection server) throws Exception;
    }

    private final Work work;
    /** What it logs in with; null for those that log in as a user. */
    private final Object credentials;

    Deed(Work work) {
        this.work = work;
        this.credentials = null;
    }

    Deed(Map<URL, String> credentials) {
        this.work = null;
        this.credentials = credentials;
    }

    boolean needsNoConnection() {
        return work == null;
    }

    String by(MBeanServerConnection server) throws Exception {
        return String.valueOf(work.with(server));
    }

    String by(int port) throws Exception {
        RemoteClient.connect(port, credentials).close();
        return "logged in";
    }

    private static Object ban(MBeanServerConnection server, Object argument) throws Exception {
        return server.invoke(
                bean("org.bailiff:type=Jail,name=\"sshd\""), "unban", new Object[] {argument}, new String[] {
                    "java.lang.String"
                });
    }

    /** Every Java has its classes; unpacking it looks up a name. */
    private static Map<URL, String> gadget() {
        Map<URL, String> map = new HashMap<>();
        try {
            map.put(new URL("http://192.0.2.10/"), "x");
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return map;
    }

    private static Object table() throws Exception {
        CompositeType row = new CompositeType(
                "row", "row", new String[] {"key"}, new String[] {"key"}, new OpenType<?>[] {SimpleType.STRING});
        return new TabularDataSupport(new TabularType("table", "table", row, new String[] {"key"}));
    }

    private static ObjectName bean(String name) throws Exception {
        return new ObjectName(name);
    }
}
