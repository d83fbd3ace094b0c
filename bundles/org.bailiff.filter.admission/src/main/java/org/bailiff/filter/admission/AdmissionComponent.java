// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.FilterUser;
import org.bailiff.api.filter.Filters;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gathers the definitions that are offered, and who uses them. */
@Component(service = {Filters.class, AdmissionComponent.class})
public final class AdmissionComponent implements Filters {
    /** Plug-ins are started one after the other, and each is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admission admission;
    private final Guests guests = new Guests(PATIENCE);
    private final BundleContext context;

    @Activate
    public AdmissionComponent(BundleContext context) {
        this.context = context;
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        boolean isDaemon = context.getProperty(FrameworkProperties.LOCAL_VERB) == null;
        admission = new Admission(Clock.systemUTC(), () -> isDaemon ? phase(framework.getState()) : Phase.QUIET);
    }

    private static Phase phase(int state) {
        return switch (state) {
            case Bundle.ACTIVE -> Phase.AT_WORK;
            case Bundle.STOPPING -> Phase.QUIET;
            default -> Phase.STARTING;
        };
    }

    Admission admission() {
        return admission;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCompiler(FilterCompiler compiler) {
        admission.use(compiler);
    }

    void unbindCompiler(FilterCompiler compiler) {
        admission.useNoMore(compiler);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDefinition(FilterDefinition definition, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long order = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : 0;
        known(definition, properties).ifPresent(known -> admission.offer(new Candidate(known, ranking, order)));
    }

    /** What this bundle made is what it is. */
    private Optional<FilterDefinition> known(FilterDefinition definition, Map<String, Object> properties) {
        long id = properties.get(Constants.SERVICE_BUNDLEID) instanceof Long number ? number : 0;
        if (id == context.getBundle().getBundleId()) {
            return Optional.of(definition);
        }
        Bundle owner = context.getBundle(id);
        return guests.welcome(definition, owner == null ? "that has gone" : owner.getSymbolicName());
    }

    void unbindDefinition(FilterDefinition definition) {
        admission.withdraw(guests.leave(definition));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindUser(FilterUser user) {
        admission.add(user);
    }

    void unbindUser(FilterUser user) {
        admission.remove(user);
    }

    @Override
    public Optional<FilterDefinition> inForce(String name) {
        return admission.inForce(name);
    }

    @Override
    public List<FilterStatus> status() {
        return admission.status();
    }

    @Override
    public Optional<FilterStatus> status(String name) {
        return admission.status(name);
    }
}
