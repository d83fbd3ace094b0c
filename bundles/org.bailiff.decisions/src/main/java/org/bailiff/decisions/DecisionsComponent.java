// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.DaemonConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailListener;
import org.bailiff.api.jail.JailState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what jails decide, for the file that {@code bailiff.conf} names; without one there is no such component. SIGUSR1
 * has the file opened anew. It refers to no jail, because jails refer to their listeners.
 */
@Component(
        service = {JailListener.class, Runnable.class},
        immediate = true,
        property = FrameworkProperties.SIGNAL + "=USR1",
        configurationPid = DaemonConfiguration.DECISIONS,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DecisionsComponent implements JailListener, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionsComponent.class);

    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<Settings> settings = new AtomicReference<>();
    private final DecisionQueue queue = new DecisionQueue(clock);
    private final DecisionsCheck check;
    private final Optional<DecisionWriter> writer;

    /**
     * @param exit null where a container owns the process
     */
    @Activate
    public DecisionsComponent(
            Map<String, Object> properties,
            @Reference DecisionsCheck check,
            @Reference(target = "(" + FrameworkProperties.EXIT + "=true)", cardinality = ReferenceCardinality.OPTIONAL)
                    IntConsumer exit) {
        writer = writer(properties, exit);
        writer.ifPresent(DecisionWriter::start);
        this.check = check;
        check.state().begin(DaemonConfiguration.settings(properties), () -> outcome(properties));
    }

    private Optional<List<Problem>> outcome(Map<String, Object> properties) {
        Setting file = DaemonConfiguration.settings(properties).get(DecisionsSettings.FILE);
        return writer.isEmpty()
                ? Optional.of(List.of())
                : writer.get()
                        .trouble()
                        .map(trouble -> trouble.isEmpty() ? List.of() : List.of(DecisionsCheck.problem(file, trouble)));
    }

    private Optional<DecisionWriter> writer(Map<String, Object> properties, IntConsumer exit) {
        Object file = properties.get(DecisionsSettings.FILE);
        if (file == null) {
            return Optional.empty();
        }
        try {
            DecisionsSettings valid = DecisionsSettings.of(file.toString());
            Reloads reloads = new Reloads(() -> Optional.ofNullable(settings.get()), clock);
            return Optional.of(new DecisionWriter(queue, valid.file(), reloads, System::nanoTime));
        } catch (IllegalArgumentException wrong) {
            Object origin = properties.get("origin." + DecisionsSettings.FILE);
            LOG.error("{}{}", origin == null ? "" : origin + ": ", wrong.getMessage());
            if (exit != null) {
                exit.accept(ExitCode.CONFIGURATION.number());
            }
            return Optional.empty();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSettings(Settings present) {
        settings.set(present);
    }

    void unsetSettings(Settings gone) {
        settings.compareAndSet(gone, null);
    }

    @Override
    public void banned(Ban ban, boolean restored) {
        add(new Decision.Banned(clock.instant(), ban, restored));
    }

    @Override
    public void unbanned(Ban ban, UnbanCause cause, Caller caller) {
        add(new Decision.Unbanned(clock.instant(), ban, cause, caller));
    }

    @Override
    public void stateChanged(String jail, JailState state, String reason) {
        add(new Decision.StateChanged(clock.instant(), jail, state, reason));
    }

    @Override
    public void noticed(String jail, Notice notice) {
        add(new Decision.Noticed(clock.instant(), jail, notice));
    }

    @Override
    public void cutOff(String jail, CutOff cutOff) {
        add(new Decision.SearchCutOff(clock.instant(), jail, cutOff));
    }

    private void add(Decision decision) {
        if (writer.isPresent()) {
            queue.add(decision);
        }
    }

    /** The signal. */
    @Override
    public void run() {
        writer.ifPresent(DecisionWriter::reopen);
    }

    @Deactivate
    void stop() {
        check.state().end();
        writer.ifPresent(DecisionWriter::close);
    }
}
