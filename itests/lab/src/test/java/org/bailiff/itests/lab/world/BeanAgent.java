// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Runs on the server's machine beside the daemon, as jconsole would, and does with its beans what it is told: reads lines
 * of words, each encoded, BEAN, then an attribute, or an operation and its arguments; answers each with {@code ok ANSWER} or
 * {@code no MESSAGE}; ends with its input.
 */
final class BeanAgent {
    private static final String DAEMON = "org.bailiff.launcher.Main";

    private final MBeanServerConnection beans;

    private BeanAgent(MBeanServerConnection beans) {
        this.beans = beans;
    }

    public static void main(String[] arguments) throws Exception {
        VirtualMachine daemon = VirtualMachine.attach(Long.toString(daemon()));
        String address = daemon.startLocalManagementAgent();
        daemon.detach();
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
            BeanAgent agent = new BeanAgent(connector.getMBeanServerConnection());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(agent.answer(
                        Arrays.stream(order.split(" ")).map(BeanAgent::decode).toList()));
            }
        }
    }

    private static long daemon() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(DAEMON))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no daemon runs here"))
                .pid();
    }

    private String answer(List<String> words) throws IOException {
        try {
            ObjectName bean = new ObjectName(words.get(0));
            return "ok "
                    + encode(String.valueOf(
                            words.size() == 2 && isAttribute(bean, words.get(1))
                                    ? beans.getAttribute(bean, words.get(1))
                                    : invoke(bean, words.get(1), words.subList(2, words.size()))));
        } catch (RuntimeMBeanException refused) {
            return "no " + encode(refused.getCause().getMessage());
        } catch (JMException | RuntimeException refused) {
            return "no " + encode(refused.toString());
        }
    }

    private boolean isAttribute(ObjectName bean, String name) throws JMException, IOException {
        return Arrays.stream(beans.getMBeanInfo(bean).getAttributes())
                .anyMatch(attribute -> attribute.getName().equals(name));
    }

    private Object invoke(ObjectName bean, String name, List<String> arguments) throws JMException, IOException {
        MBeanOperationInfo operation = Arrays.stream(beans.getMBeanInfo(bean).getOperations())
                .filter(candidate ->
                        candidate.getName().equals(name) && candidate.getSignature().length == arguments.size())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + name));
        String[] signature = Arrays.stream(operation.getSignature())
                .map(MBeanParameterInfo::getType)
                .toArray(String[]::new);
        Object[] values = new Object[signature.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(signature[index], arguments.get(index));
        }
        return beans.invoke(bean, name, values, signature);
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "boolean" -> Boolean.valueOf(text);
            case "int" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            default -> text;
        };
    }

    static String encode(String word) {
        return Base64.getEncoder().encodeToString(String.valueOf(word).getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String word) {
        return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    }
}
