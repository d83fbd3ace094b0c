// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.inject.Inject;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** Each of our bundles can be taken out and put back while the others run. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ServicesIT {
    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() throws IOException {
        return new Option[] {
            Shipped.with(
                    """
                    [refusals]
                    enabled = true
                    filter = refusals
                    logpath = @HOME@/service.log
                    action = log
                    """)
        };
    }

    @Test
    public void aConfiguredJailIsAtWork() throws Exception {
        awaitActive("at the beginning");
    }

    @Test
    public void everyBundleOfOursStartsAndStopsAndTheJailIsAtWorkAgain() throws Exception {
        awaitActive("at the beginning");
        for (Bundle bundle : ours()) {
            bundle.stop();
            assertEquals(bundle.getSymbolicName(), Bundle.RESOLVED, bundle.getState());
            bundle.start();

            assertEquals(bundle.getSymbolicName(), Bundle.ACTIVE, bundle.getState());
            awaitActive("after " + bundle.getSymbolicName() + " was stopped and started");
        }
    }

    @Test
    public void aStoppedBundleLeavesNoServiceBehind() throws Exception {
        for (Bundle bundle : ours()) {
            bundle.stop();
            try {
                assertNull(bundle.getSymbolicName(), bundle.getRegisteredServices());
            } finally {
                bundle.start();
            }
        }
        awaitActive("after all were stopped in turn");
    }

    private List<Bundle> ours() {
        List<Bundle> ours = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.bailiff."))
                .filter(bundle -> !bundle.getSymbolicName().equals("org.bailiff.logging"))
                .toList();
        assertTrue("bundles of ours", ours.size() > 5);
        return ours;
    }

    private void awaitActive(String when) throws Exception {
        Await.until(
                "the jail is at work " + when,
                () -> statuses().stream().anyMatch(status -> status.state() == JailState.ACTIVE),
                this::statuses);
    }

    private List<JailStatus> statuses() throws InvalidSyntaxException {
        return context.getServiceReferences(Jail.class, null).stream()
                .map(context::getService)
                .filter(Objects::nonNull)
                .map(Jail::status)
                .toList();
    }
}
