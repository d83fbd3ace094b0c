// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.management.MBeanServer;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.DaemonConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens remote JMX when {@code bailiff.conf} says so, and ends the daemon if it cannot be opened safely. In a container,
 * which has its own, it opens nothing.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = DaemonConfiguration.JMX,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RemoteComponent {
    private static final Logger LOGGER = LoggerFactory.getLogger(RemoteComponent.class);

    /** Empty in a container. */
    private final Optional<RemoteAccess> own;

    private final RemoteCheck check;

    /**
     * @param container the MBean server that is offered as a service; null if none is, then it is the platform's
     * @param exit ends the daemon; null in a container
     */
    @Activate
    public RemoteComponent(
            BundleContext context,
            Map<String, Object> properties,
            @Reference Audit audit,
            @Reference RemoteCheck check,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    MBeanServer container,
            @Reference(
                            target = "(" + FrameworkProperties.EXIT + "=true)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    IntConsumer exit) {
        this.check = check;
        MBeanServer beans = container == null ? ManagementFactory.getPlatformMBeanServer() : container;
        Path etc = FrameworkProperties.folder(FrameworkProperties.ETC, context::getProperty)
                .orElse(Path.of(""));
        Map<String, Setting> settings = DaemonConfiguration.settings(properties);
        if (exit == null) {
            own = Optional.empty();
            LOGGER.info("remote JMX is not opened: this container has its own");
            tell(settings, List.of());
            return;
        }
        RemoteAccess access = new RemoteAccess(beans, audit, etc, Clock.systemUTC());
        own = Optional.of(access);
        try {
            access.apply(settings);
            tell(settings, List.of());
        } catch (RemoteTrouble trouble) {
            refused(settings, trouble, exit);
        }
        check.opened(access.listen());
    }

    /** A reload has examined the settings, and found nothing: it is no mistake in them, and no reason to end. */
    private void refused(Map<String, Setting> settings, RemoteTrouble trouble, IntConsumer exit) {
        boolean ending = !check.hasPassed(settings);
        LOGGER.error("remote JMX cannot be opened{}: {}", ending ? "; ending" : "", trouble.getMessage());
        LOGGER.debug("the reason in full", trouble);
        if (ending) {
            exit.accept(ExitCode.CONFIGURATION.number());
        }
        // Last: from then on the launcher may say that the daemon is ready.
        tell(settings, List.of(trouble.problem()));
    }

    private void tell(Map<String, Setting> settings, List<Problem> problems) {
        check.state().begin(settings, () -> Optional.of(problems));
    }

    /** A change that cannot be made was not found by the check before: say so, and go on. */
    @Modified
    void modified(Map<String, Object> properties) {
        Map<String, Setting> settings = DaemonConfiguration.settings(properties);
        own.ifPresentOrElse(access -> change(access, settings), () -> tell(settings, List.of()));
    }

    private void change(RemoteAccess access, Map<String, Setting> settings) {
        try {
            access.apply(settings);
            tell(settings, List.of());
        } catch (RemoteTrouble trouble) {
            LOGGER.error(
                    "remote JMX was not changed: {}; {}",
                    trouble.getMessage(),
                    access.listen()
                            .map(open -> "it listens on " + open + " as before")
                            .orElse("it is closed"));
            LOGGER.debug("the reason in full", trouble);
            tell(settings, List.of(trouble.problem()));
        }
        check.opened(access.listen());
    }

    @Deactivate
    void deactivate() {
        own.ifPresent(RemoteAccess::close);
        check.opened(Optional.empty());
        check.state().end();
    }
}
