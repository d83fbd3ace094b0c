// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/**
 * Somebody who sees Bailiff for the first time, in a client that lists beans: knows no name, searches what is listed for the
 * words of the task at hand, and types texts into fields.
 */
final class Newcomer {
    /** What jconsole fills in; what is not typed over is sent. */
    private static final Map<String, String> PREFILLED =
            Map.of("java.lang.String", "String", "int", "0", "long", "0", "boolean", "true");

    private final MBeanServerConnection connection;

    Newcomer(MBeanServerConnection connection) {
        this.connection = connection;
    }

    /** Something that is listed, with the bean that it belongs to. */
    private record Listed<T extends MBeanFeatureInfo>(ObjectName bean, T feature) {
        @Override
        public String toString() {
            return feature.getName() + " of " + bean;
        }
    }

    /**
     * The one operation that has all of these phrases in what a client shows of it: its bean's name, its own, its description.
     */
    Form operation(String... phrases) throws Exception {
        return new Form(theOne(Kind.OPERATION, phrases));
    }

    /** Writes the one attribute that can be written and has all of these phrases. */
    void write(String typed, String... phrases) throws Exception {
        Listed<MBeanAttributeInfo> found = theOne(Kind.WRITABLE, phrases);
        Object value = valueOf(found.feature().getType(), typed);
        connection.setAttribute(found.bean(), new Attribute(found.feature().getName(), value));
    }

    /** Reads the one attribute that has all of these phrases. */
    String read(String... phrases) throws Exception {
        Listed<MBeanAttributeInfo> found = theOne(Kind.READABLE, phrases);
        return connection.getAttribute(found.bean(), found.feature().getName()).toString();
    }

    /** The name of the one bean that has all of these phrases in its name or description. */
    ObjectName bean(String... phrases) throws Exception {
        List<ObjectName> found = new ArrayList<>();
        for (ObjectName bean : beans()) {
            if (hasAll(bean + " " + connection.getMBeanInfo(bean).getDescription(), phrases)) {
                found.add(bean);
            }
        }
        if (found.size() != 1) {
            throw new AssertionError("one bean was expected for " + List.of(phrases) + ", not " + found);
        }
        return found.get(0);
    }

    private List<ObjectName> beans() throws Exception {
        // Whoever looks for Bailiff opens the folder of that name.
        return connection.queryNames(new ObjectName("org.bailiff:*"), null).stream()
                .sorted()
                .toList();
    }

    /** What a bean lists of one kind. */
    private record Kind<T extends MBeanFeatureInfo>(Lister<T> lister) {
        static final Kind<MBeanOperationInfo> OPERATION = new Kind<>(info -> Arrays.stream(info.getOperations()));
        static final Kind<MBeanAttributeInfo> READABLE = new Kind<>(info -> Arrays.stream(info.getAttributes()));
        static final Kind<MBeanAttributeInfo> WRITABLE =
                new Kind<>(info -> Arrays.stream(info.getAttributes()).filter(MBeanAttributeInfo::isWritable));
    }

    /** Lists something. */
    @FunctionalInterface
    private interface Lister<T> {
        Stream<T> of(MBeanInfo info);
    }

    private <T extends MBeanFeatureInfo> Listed<T> theOne(Kind<T> kind, String... phrases) throws Exception {
        List<Listed<T>> found = find(kind, (bean, feature) -> hasAll(shown(bean, feature), phrases));
        if (found.size() != 1) {
            throw new AssertionError("one was expected for " + List.of(phrases) + ", not " + found);
        }
        return found.get(0);
    }

    private <T extends MBeanFeatureInfo> List<Listed<T>> find(Kind<T> kind, BiPredicate<ObjectName, T> condition)
            throws Exception {
        List<Listed<T>> found = new ArrayList<>();
        for (ObjectName bean : beans()) {
            kind.lister()
                    .of(connection.getMBeanInfo(bean))
                    .filter(feature -> condition.test(bean, feature))
                    .forEach(feature -> found.add(new Listed<>(bean, feature)));
        }
        return found;
    }

    private static String shown(ObjectName bean, MBeanFeatureInfo feature) {
        return bean + " " + feature.getName() + " " + feature.getDescription();
    }

    private static boolean hasAll(String text, String... phrases) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(phrases)
                .map(phrase -> phrase.toLowerCase(Locale.ROOT))
                .allMatch(lowerCase::contains);
    }

    private static Object valueOf(String type, String typed) {
        return switch (type) {
            case "int" -> Integer.valueOf(typed);
            case "long" -> Long.valueOf(typed);
            case "boolean" -> Boolean.valueOf(typed);
            default -> typed;
        };
    }

    /** The fields of an operation, as a client shows them. */
    final class Form {
        private final Listed<MBeanOperationInfo> operation;
        private final String[] typed;

        private Form(Listed<MBeanOperationInfo> operation) {
            this.operation = operation;
            this.typed = Arrays.stream(parameters())
                    .map(parameter -> PREFILLED.get(parameter.getType()))
                    .toArray(String[]::new);
        }

        private MBeanParameterInfo[] parameters() {
            return operation.feature().getSignature();
        }

        /** Types over the one field that has this phrase in its name or description. */
        Form type(String phrase, String text) {
            List<Integer> fields = new ArrayList<>();
            for (int index = 0; index < parameters().length; index++) {
                MBeanParameterInfo field = parameters()[index];
                if (hasAll(field.getName() + " " + field.getDescription(), phrase)) {
                    fields.add(index);
                }
            }
            if (fields.size() != 1) {
                throw new AssertionError(
                        "one field of " + operation + " was expected for '" + phrase + "', not " + fields);
            }
            typed[fields.get(0)] = text;
            return this;
        }

        /** Presses the button. */
        String press() throws Exception {
            Object[] arguments = new Object[typed.length];
            String[] signature = new String[typed.length];
            for (int index = 0; index < typed.length; index++) {
                signature[index] = parameters()[index].getType();
                arguments[index] = valueOf(signature[index], typed[index]);
            }
            return String.valueOf(
                    connection.invoke(operation.bean(), operation.feature().getName(), arguments, signature));
        }

        /** Presses the button, and gets the sentence with which it is refused. */
        String pressInVain() throws Exception {
            try {
                throw new AssertionError(operation + " was not refused: " + press());
            } catch (JMException | RuntimeException e) {
                Throwable cause = e;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                return cause.getMessage();
            }
        }
    }
}
