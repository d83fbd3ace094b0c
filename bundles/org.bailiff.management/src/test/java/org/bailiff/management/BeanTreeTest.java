// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ObjectName;
import org.bailiff.api.Role;
import org.bailiff.management.notification.AnnouncementTypes;
import org.bailiff.management.notification.Topic;
import org.junit.jupiter.api.Test;

/** What holds for every bean, attribute and operation, so that nobody has to learn each. */
class BeanTreeTest {
    /** What jconsole fills in before somebody types. */
    private static final Map<String, Object> PREFILLED =
            Map.of("java.lang.String", "String", "int", 0, "long", 0L, "boolean", true);
    /** Operations without a parameter: who presses the button means it. */
    private static final Set<String> MEANT = Set.of("enable", "disable", "pause", "resume");
    /** Counters that count no events, but are numbers of something. */
    private static final Set<String> NUMBERS = Set.of("ConfigRevision", "Revision");
    /** Bounds and switches, which are no measurements. */
    private static final Set<String> BOUNDS = Set.of("Healthy", "MaxRetry", "EntriesMax");

    private static final Pattern GAUGE =
            Pattern.compile(".*(Current|Bytes|(Seconds|Millis|Micros)(P\\d\\d)?|Seconds.*)");
    private static final Map<String, String> UNITS =
            Map.of("Seconds", "seconds", "Millis", "milliseconds", "Micros", "microseconds", "Bytes", "bytes");

    private final Tree tree = new Tree();

    private MBeanInfo info(ObjectName bean) {
        try {
            return tree.server.getMBeanInfo(bean);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    private Stream<MBeanAttributeInfo> attributes() {
        return tree.names().stream().flatMap(bean -> Arrays.stream(info(bean).getAttributes()));
    }

    private Stream<MBeanOperationInfo> operations() {
        return tree.names().stream().flatMap(bean -> Arrays.stream(info(bean).getOperations()));
    }

    @Test
    void theNamesAreThoseThatArePromised() {
        assertThat(tree.names())
                .extracting(ObjectName::toString)
                .containsExactlyInAnyOrder(
                        "org.bailiff:type=Daemon",
                        "org.bailiff:type=Store",
                        "org.bailiff:type=IgnoreList",
                        "org.bailiff:type=FilterLibrary",
                        "org.bailiff:type=Jail,name=\"sshd\"",
                        "org.bailiff:type=Jail,name=" + ObjectName.quote("a,b*\"c"),
                        "org.bailiff:type=Action,name=xt_recent,jail=\"sshd\"",
                        "org.bailiff:type=Filter,name=\"sshd\"",
                        "org.bailiff:type=Source,name=\"/var/log/auth.log\"");
    }

    @Test
    void everyBeanAttributeOperationAndParameterIsNamedAndDescribed() {
        for (ObjectName name : tree.names()) {
            MBeanInfo info = info(name);
            List<MBeanFeatureInfo> features = new ArrayList<>(Arrays.asList(info.getAttributes()));
            for (MBeanOperationInfo operation : info.getOperations()) {
                features.add(operation);
                features.addAll(Arrays.asList(operation.getSignature()));
            }
            features.addAll(Arrays.asList(info.getNotifications()));

            assertThat(info.getDescription()).hasSizeGreaterThan(20);
            assertThat(features).hasSizeGreaterThan(7).allSatisfy(feature -> {
                assertThat(feature.getName()).isNotBlank().doesNotMatch("p\\d+|arg\\d+");
                assertThat(feature.getDescription())
                        .as(feature.getName())
                        .contains(" ")
                        .isNotEqualTo(feature.getName());
            });
        }
    }

    @Test
    void everyAttributeIsReadableAndOfAPlainType() throws JMException {
        for (ObjectName name : tree.names()) {
            for (MBeanAttributeInfo attribute : info(name).getAttributes()) {
                Object value = tree.get(name, attribute.getName());

                assertThat(attribute.getType()).isIn("java.lang.String", "int", "long", "double");
                assertThat(value).as(attribute.getName()).isNotNull();
            }
        }
    }

    @Test
    void textsOfAttributesAreSafeToShow() throws JMException {
        for (ObjectName name : tree.names()) {
            for (MBeanAttributeInfo attribute : info(name).getAttributes()) {
                assertThat(tree.get(name, attribute.getName()).toString())
                        .as("%s of %s", attribute.getName(), name)
                        .doesNotStartWith("<")
                        .doesNotContain("\n");
            }
        }
    }

    @Test
    void aCountersNameEndsInTotalAndAGaugesSaysItsUnitOrCurrent() {
        assertThat(attributes().filter(attribute -> !attribute.getType().equals("java.lang.String")))
                .isNotEmpty()
                .allSatisfy(attribute -> {
                    String name = attribute.getName();
                    Object metric = attribute.getDescriptor().getFieldValue("metricType");
                    boolean counter = name.endsWith("Total") || NUMBERS.contains(name);
                    boolean gauge = GAUGE.matcher(name).matches() || BOUNDS.contains(name);

                    assertThat(counter ^ gauge).as(name).isTrue();
                    assertThat(metric).as(name).isEqualTo(counter ? "counter" : "gauge");
                });
    }

    @Test
    void aNumbersUnitIsInItsDescriptor() {
        assertThat(attributes().filter(attribute -> !attribute.getType().equals("java.lang.String")))
                .filteredOn(attribute -> !NUMBERS.contains(attribute.getName())
                        && !attribute.getName().equals("Healthy"))
                .allSatisfy(attribute -> {
                    Object unit = attribute.getDescriptor().getFieldValue("units");

                    assertThat(unit).as(attribute.getName()).isNotNull();
                    UNITS.forEach((name, expected) -> {
                        if (attribute.getName().contains(name)) {
                            assertThat(unit).as(attribute.getName()).isEqualTo(expected);
                        }
                    });
                });
    }

    @Test
    void whereThereIsAStateThereAreItsReasonAndHealthy() {
        for (ObjectName name : tree.names()) {
            List<String> attributes = Arrays.stream(info(name).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toList();
            if (attributes.contains("State")) {
                assertThat(attributes).as(name.toString()).contains("StateReason", "Healthy");
            }
        }
    }

    @Test
    void whatReadsHasTheImpactInfoAndWhatChangesAction() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            boolean reads = operation.getName().matches("(list|get|is|explain|check|test)[A-Z].*|verify|validate");

            assertThat(operation.getImpact())
                    .as(operation.getName())
                    .isEqualTo(reads ? MBeanOperationInfo.INFO : MBeanOperationInfo.ACTION);
        });
    }

    @Test
    void everyOperationSaysWhoMayUseItAndWhatChangesIsNotForViewers() {
        assertThat(operations()).allSatisfy(operation -> {
            String role = String.valueOf(operation.getDescriptor().getFieldValue("role"));

            assertThat(Role.valueOf(role)).isNotNull();
            if (operation.getImpact() == MBeanOperationInfo.ACTION) {
                assertThat(role).as(operation.getName()).isNotEqualTo(Role.VIEWER.name());
            }
        });
    }

    @Test
    void settingsDeploymentsAndTheAuditTrailAreForAdministratorsAlone() {
        assertThat(operations()
                        .filter(operation ->
                                "ADMINISTRATOR".equals(operation.getDescriptor().getFieldValue("role")))
                        .map(MBeanOperationInfo::getName)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "reload",
                        "listAudit",
                        "listAuditText",
                        "enable",
                        "disable",
                        "setSimulating",
                        "addIgnored",
                        "removeIgnored",
                        "unset",
                        "getText",
                        "validate",
                        "deploy",
                        "rollback",
                        "undeploy");
        assertThat(attributes().filter(MBeanAttributeInfo::isWritable))
                .allSatisfy(attribute -> assertThat(attribute.getDescriptor().getFieldValue("writeRole"))
                        .as(attribute.getName())
                        .isEqualTo("ADMINISTRATOR"));
    }

    @Test
    void jconsoleCanCallEveryOperation() {
        assertThat(operations().flatMap(operation -> Arrays.stream(operation.getSignature())))
                .extracting(MBeanParameterInfo::getType)
                .isSubsetOf(PREFILLED.keySet());
    }

    @Test
    void everyListIsATextForPeopleAndOneWithOffsetAndLimitForMachines() {
        for (ObjectName name : tree.names()) {
            Map<String, MBeanOperationInfo> byName = Arrays.stream(info(name).getOperations())
                    .collect(Collectors.toMap(MBeanOperationInfo::getName, operation -> operation));
            byName.values().stream()
                    .filter(operation -> operation.getReturnType().endsWith("TabularData"))
                    .forEach(table -> assertThat(byName).containsKey(table.getName() + "Text"));
        }
    }

    @Test
    void everyOperationAnswersWhatJconsoleFillsInWithASentenceAndChangesNothing() throws JMException {
        for (ObjectName name : tree.names()) {
            for (MBeanOperationInfo operation : info(name).getOperations()) {
                if (MEANT.contains(operation.getName())) {
                    continue;
                }
                Object[] arguments = Arrays.stream(operation.getSignature())
                        .map(parameter -> PREFILLED.get(parameter.getType()))
                        .toArray();

                assertThat(tree.answer(name, operation.getName(), arguments))
                        .as(operation.getName())
                        .isNotBlank();
            }
        }
        assertThat(tree.sshd.bans).hasSize(2);
        assertThat(tree.ignored.entries).isEmpty();
        assertThat(tree.filters.calls).isEmpty();
        assertThat(tree.settings.calls).allMatch(call -> call.startsWith("reload true"));
    }

    @Test
    void aTopicsBeanDeclaresWhatItTellsAndTheDaemonsDeclaresAll() {
        assertThat(declared(BeanNames.DAEMON)).containsExactlyInAnyOrderElementsOf(AnnouncementTypes.MEANINGS.keySet());
        for (Topic topic :
                List.of(Topic.STORE, Topic.jail("sshd"), Topic.filter("sshd"), Topic.source("/var/log/auth.log"))) {
            assertThat(declared(BeanNames.of(topic)))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(AnnouncementTypes.about(topic.kind()));
        }
    }

    private List<String> declared(ObjectName bean) {
        return Arrays.stream(info(bean).getNotifications())
                .flatMap(notification -> Arrays.stream(notification.getNotifTypes()))
                .toList();
    }

    @Test
    void everyDescriptionAndTableCanBeSentToAClient() throws JMException, IOException {
        try (ObjectOutputStream stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            for (ObjectName name : tree.names()) {
                stream.writeObject(info(name));
            }
            stream.writeObject(tree.invoke(BeanNames.DAEMON, "listBans", "", 0, 0));
            stream.writeObject(tree.invoke(BeanNames.DAEMON, "listAudit", 0, 0));
            stream.writeObject(tree.invoke(BeanNames.FILTER_LIBRARY, "listFilters", 0, 0));
            stream.writeObject(tree.invoke(BeanNames.IGNORE_LIST, "listEntries", 0, 0));
            stream.writeObject(tree.invoke(Tree.SSHD, "listCutOffs"));
        }
    }
}
