// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.described;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.management.Descriptor;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import org.bailiff.api.Role;

/** What the annotations of an interface say: the methods behind attributes and operations, and the bean's description. Immutable. */
final class BeanDescription {
    private static final String GETTER = "get";
    private static final String SETTER = "set";

    private final Class<?> type;
    private final Map<String, Method> getters = new TreeMap<>();
    private final Map<String, Method> setters = new TreeMap<>();
    private final Map<String, Method> operations = new TreeMap<>();

    /**
     * @param type an interface with {@link Described}, in which no two operations have one name
     */
    BeanDescription(Class<?> type) {
        this.type = type;
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(Attribute.class)) {
                String name = method.getName().substring(GETTER.length());
                getters.put(name, method);
                findSetter(name).ifPresent(setter -> setters.put(name, setter));
            } else if (method.isAnnotationPresent(Operation.class)) {
                operations.put(method.getName(), method);
            }
        }
    }

    private Optional<Method> findSetter(String attribute) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(SETTER + attribute))
                .findFirst();
    }

    Optional<Method> getter(String attribute) {
        return Optional.ofNullable(getters.get(attribute));
    }

    /** Empty also for an attribute that cannot be written. */
    Optional<Method> setter(String attribute) {
        return Optional.ofNullable(setters.get(attribute));
    }

    Optional<Method> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    MBeanInfo info(MBeanNotificationInfo... notifications) {
        return new MBeanInfo(
                type.getName(),
                type.getAnnotation(Described.class).value(),
                getters.keySet().stream().map(this::attributeInfo).toArray(MBeanAttributeInfo[]::new),
                null,
                operations.values().stream().map(BeanDescription::operationInfo).toArray(MBeanOperationInfo[]::new),
                notifications);
    }

    private MBeanAttributeInfo attributeInfo(String name) {
        Method getter = getters.get(name);
        Attribute attribute = getter.getAnnotation(Attribute.class);
        Map<String, String> fields = new HashMap<>();
        if (!attribute.units().isEmpty()) {
            fields.put("units", attribute.units());
        }
        if (attribute.metric() != Attribute.Metric.NONE) {
            fields.put("metricType", attribute.metric().name().toLowerCase(Locale.ROOT));
        }
        if (setters.containsKey(name)) {
            // Whoever sees the bean may read it; to write it is to change a setting.
            fields.put("writeRole", Role.ADMINISTRATOR.name());
        }
        return new MBeanAttributeInfo(
                name,
                getter.getReturnType().getName(),
                attribute.value(),
                true,
                setters.containsKey(name),
                false,
                new ImmutableDescriptor(fields));
    }

    private static MBeanOperationInfo operationInfo(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        Descriptor descriptor = new ImmutableDescriptor("role=" + operation.role());
        return new MBeanOperationInfo(
                method.getName(),
                operation.value(),
                Arrays.stream(method.getParameters())
                        .map(BeanDescription::parameterInfo)
                        .toArray(MBeanParameterInfo[]::new),
                method.getReturnType().getName(),
                operation.reads() || operation.role() == Role.VIEWER
                        ? MBeanOperationInfo.INFO
                        : MBeanOperationInfo.ACTION,
                descriptor);
    }

    private static MBeanParameterInfo parameterInfo(Parameter parameter) {
        Named named = parameter.getAnnotation(Named.class);
        return new MBeanParameterInfo(named.value(), parameter.getType().getName(), named.description());
    }
}
