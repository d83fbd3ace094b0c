// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.karaf;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Map;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A user at Karaf's JMX server. */
final class ManagementClient implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private ManagementClient(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    /**
     * Logs in, with the name as password.
     *
     * @throws SecurityException if that is refused
     */
    static ManagementClient connect(Ports ports, String user) throws IOException {
        JMXServiceURL address =
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + ports.registry() + "/karaf-root");
        return new ManagementClient(
                JMXConnectorFactory.connect(address, Map.of(JMXConnector.CREDENTIALS, new String[] {user, user})));
    }

    Object get(String bean, String attribute) throws JMException, IOException {
        return beans.getAttribute(name(bean), attribute);
    }

    void set(String bean, String attribute, Object value) throws JMException, IOException {
        beans.setAttribute(name(bean), new Attribute(attribute, value));
    }

    /** Calls the operation that takes such arguments; an {@link Integer} stands for {@code int}, and so on. */
    Object call(String bean, String operation, Object... arguments) throws JMException, IOException {
        String[] signature = Arrays.stream(arguments)
                .map(argument -> type(argument.getClass()))
                .toArray(String[]::new);
        return beans.invoke(name(bean), operation, arguments, signature);
    }

    private static String type(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType().getName();
    }

    /** Whether there is a bean that the pattern fits. */
    boolean has(String pattern) throws JMException, IOException {
        return !beans.queryNames(name(pattern), null).isEmpty();
    }

    /** The bean's name, or the one that the pattern fits. */
    private ObjectName name(String text) throws MalformedObjectNameException, IOException {
        ObjectName name = new ObjectName(text);
        return name.isPattern()
                ? beans.queryNames(name, null).stream().findFirst().orElse(name)
                : name;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
