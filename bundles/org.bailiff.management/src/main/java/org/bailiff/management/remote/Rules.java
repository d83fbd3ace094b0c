// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.QueryExp;
import org.bailiff.api.Role;
import org.bailiff.text.SafeText;

/**
 * Which role each call of an MBean server takes. What is not named here, nobody may: a method that a later Java adds, a
 * bean that somebody registers. Stateless.
 */
final class Rules {
    private static final String OURS = "org.bailiff";
    private static final int LONGEST_VALUES = 300;
    private static final Set<String> LOOKING = Set.of(
            "getMBeanCount",
            "getDefaultDomain",
            "getDomains",
            "isRegistered",
            "isInstanceOf",
            "getObjectInstance",
            "getMBeanInfo",
            "getAttributes");

    private Rules() {}

    /**
     * The role that a call takes.
     *
     * @param server in front of which the rules stand; asked what an operation of ours takes
     * @param method of the interface {@link MBeanServer}
     * @return empty if nobody may
     */
    static Optional<Role> needed(MBeanServer server, String method, Object... arguments) {
        if (LOOKING.contains(method)) {
            return Optional.of(Role.VIEWER);
        }
        switch (method) {
            case "queryNames", "queryMBeans":
                return isHarmless((QueryExp) arguments[1]) ? Optional.of(Role.VIEWER) : Optional.empty();
            case "getAttribute":
                return toRead((ObjectName) arguments[0], (String) arguments[1]);
            case "setAttribute", "setAttributes":
                return isOurs((ObjectName) arguments[0]) ? Optional.of(Role.ADMINISTRATOR) : Optional.empty();
            case "invoke":
                ObjectName name = (ObjectName) arguments[0];
                String operation = (String) arguments[1];
                return isOurs(name)
                        ? Optional.of(toInvokeOurs(server, name, operation, (String[]) arguments[3]))
                        : PlatformRules.toInvoke(name, operation);
            default:
                return Optional.empty();
        }
    }

    /** The role that reading an attribute takes; empty if nobody may. */
    static Optional<Role> toRead(ObjectName name, String attribute) {
        return isOurs(name) ? Optional.of(Role.VIEWER) : PlatformRules.toRead(name, attribute);
    }

    /** A query that compares values sees attributes that its author may not read. */
    private static boolean isHarmless(QueryExp query) {
        return query == null || query.getClass().equals(ObjectName.class);
    }

    private static boolean isOurs(ObjectName name) {
        return name != null && name.getDomain().equals(OURS);
    }

    /** An operation that does not say which role it takes is the administrator's. */
    private static Role toInvokeOurs(MBeanServer server, ObjectName name, String operation, String... signature) {
        try {
            return Arrays.stream(server.getMBeanInfo(name).getOperations())
                    .filter(known -> known.getName().equals(operation) && hasSignature(known, signature))
                    .map(known -> String.valueOf(known.getDescriptor().getFieldValue("role")))
                    .flatMap(word -> User.role(word).stream())
                    .findFirst()
                    .orElse(Role.ADMINISTRATOR);
        } catch (JMException notThere) {
            // The server will say so itself.
            return Role.ADMINISTRATOR;
        }
    }

    private static boolean hasSignature(MBeanOperationInfo operation, String... signature) {
        String[] types = Arrays.stream(operation.getSignature())
                .map(MBeanParameterInfo::getType)
                .toArray(String[]::new);
        return Arrays.equals(types, signature == null ? new String[0] : signature);
    }

    /** Whether the call changes something that no bean of ours does, which would record it. */
    static boolean changesAnothers(String method, Object... arguments) {
        return method.equals("invoke")
                && !isOurs((ObjectName) arguments[0])
                && PlatformRules.changes((String) arguments[1]);
    }

    /** What is given to an operation, in words, for the audit trail. */
    static String values(Object... arguments) {
        Object[] given = arguments[2] == null ? new Object[0] : (Object[]) arguments[2];
        return SafeText.of(
                Arrays.stream(given)
                        .map(value -> Arrays.deepToString(new Object[] {value}))
                        .map(shown -> shown.substring(1, shown.length() - 1))
                        .collect(Collectors.joining(" ")),
                LONGEST_VALUES);
    }

    /** The object of a call in words, for the audit trail. */
    static String subject(Object... arguments) {
        StringBuilder words = new StringBuilder();
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            String word = word(argument);
            if (words.isEmpty() || !word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
            if (argument instanceof String && words.length() > 0) {
                // What follows a method's or an attribute's name is a value: maybe a secret, surely long.
                break;
            }
        }
        return words.toString();
    }

    private static String word(Object argument) {
        if (argument instanceof ObjectName || argument instanceof String) {
            return argument.toString();
        }
        if (argument instanceof Attribute attribute) {
            return attribute.getName();
        }
        if (argument instanceof AttributeList list) {
            return String.join(" ", list.stream().map(Rules::word).toList());
        }
        return argument instanceof String[] names ? String.join(" ", names) : "";
    }
}
