// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.Role;
import org.bailiff.management.described.Described;
import org.bailiff.management.described.Operation;

/**
 * Which roles of Karaf may call which operation of Bailiff's beans, in Karaf's words.
 *
 * @param rules in the order of the file
 */
record AccessList(List<String> rules) {
    /** Karaf's roles do not include each other. */
    private static final Map<Role, String> ROLES = Map.of(
            Role.VIEWER, "viewer, manager, admin",
            Role.OPERATOR, "manager, admin",
            Role.ADMINISTRATOR, "admin");

    /** What holds for all attributes, and for what is called by no name that is listed. */
    private static final List<String> GENERAL =
            List.of("get* = " + ROLES.get(Role.VIEWER), "is* = " + ROLES.get(Role.VIEWER), "set* = admin", "* = admin");

    /**
     * What the annotations say.
     *
     * @throws IllegalStateException if two beans disagree on an operation with the same parameters, which the file cannot
     *     tell apart
     */
    static AccessList ofTheBeans() throws Exception {
        Map<String, String> roles = new TreeMap<>();
        for (Class<?> bean : beans()) {
            for (Method method : bean.getMethods()) {
                Optional.ofNullable(method.getAnnotation(Operation.class))
                        .ifPresent(operation -> put(roles, signature(method), ROLES.get(operation.role())));
            }
        }
        List<String> rules = new ArrayList<>();
        roles.forEach((signature, role) -> rules.add(signature + " = " + role));
        rules.addAll(GENERAL);
        return new AccessList(rules);
    }

    private static void put(Map<String, String> roles, String signature, String role) {
        String other = roles.put(signature, role);
        if (other != null && !other.equals(role)) {
            throw new IllegalStateException(
                    signature + " is for " + role + " in one bean and for " + other + " in another");
        }
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    private static List<Class<?>> beans() throws Exception {
        Path place = Path.of(Described.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(place)) {
            return beans(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return beans(jar.getPath("/"));
        }
    }

    private static List<Class<?>> beans(Path root) throws IOException, ClassNotFoundException {
        List<Class<?>> beans = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(name -> name.toString().endsWith("MBean.class"))
                    .toList()) {
                String path = root.relativize(file).toString();
                Class<?> type = Class.forName(path.replace('/', '.').replaceFirst("\\.class$", ""));
                if (type.isAnnotationPresent(Described.class)) {
                    beans.add(type);
                }
            }
        }
        return beans;
    }
}
