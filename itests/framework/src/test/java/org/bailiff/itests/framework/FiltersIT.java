// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.framework;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.inject.Inject;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.api.filter.Filters;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Definitions come, change and go while a jail works with them. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FiltersIT {
    private static final Caller ALICE = new Caller("alice", "socket", Role.ADMINISTRATOR);
    private static final String TEXT =
            """
            [Definition]
            failregex = ^turned away <HOST>$

            [Samples]
            plain =
                failure 192.0.2.7: turned away 192.0.2.7
                missed: let in 192.0.2.7
            """;

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

    /** As it is now: bundles are stopped and started here. */
    private <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }

    private FilterStatus status(String filter) {
        return service(Filters.class).status(filter).orElseThrow();
    }

    private void awaitActive() throws Exception {
        Await.until("the jail is at work", () -> service(Jail.class).status().state() == JailState.ACTIVE);
    }

    @Test
    public void whatIsDeployedIsInForceThroughARestartUntilItIsRolledBack() throws Exception {
        awaitActive();
        String before = status("refusals").origin();

        FilterVerdict deployed = service(FilterLibrary.class).deploy("refusals", TEXT, false, ALICE);
        assertTrue(deployed.sentence(), deployed.changed());
        assertEquals(2, deployed.samples());
        assertTrue(status("refusals").origin().startsWith("deployed by alice (socket)"));

        Bundle admission = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.bailiff.filter.admission"))
                .findFirst()
                .orElseThrow();
        admission.stop();
        admission.start();
        assertTrue(status("refusals").origin().startsWith("deployed by alice (socket)"));
        awaitActive();

        FilterVerdict back = service(FilterLibrary.class).rollback("refusals", false, ALICE);
        assertTrue(back.sentence(), back.changed());
        assertEquals(before, status("refusals").origin());
        awaitActive();
    }

    @Test
    public void whatDoesNotPassIsRefusedAndTheJailGoesOn() throws Exception {
        awaitActive();
        String before = status("refusals").origin();

        FilterVerdict wrong =
                service(FilterLibrary.class).deploy("refusals", "[Definition]\nfailregex = ^(<HOST>$\n", false, ALICE);
        FilterVerdict untrue = service(FilterLibrary.class)
                .deploy("refusals", TEXT.replace("failure 192.0.2.7", "failure 192.0.2.8"), false, ALICE);

        assertFalse(wrong.accepted());
        assertTrue(wrong.sentence(), wrong.sentence().contains("line 2 of the text: jail refusals: failregex"));
        assertFalse(untrue.accepted());
        assertTrue(untrue.sentence(), untrue.sentence().contains("line 6 of the text: this sample is to be"));
        assertEquals(before, status("refusals").origin());
        assertEquals(JailState.ACTIVE, service(Jail.class).status().state());
    }

    @Test
    public void aBundlesDefinitionsComeAndGoWithIt() throws Exception {
        Bundle pack = context.installBundle("inline:pack", pack());

        pack.start();
        FilterDefinition definition =
                service(Filters.class).inForce("turnstile").orElseThrow();
        assertEquals("bundle org.example.pack 1.2.0: rules/turnstile.conf", definition.origin());
        assertEquals(
                "[Definition]\n",
                definition.include("common.conf").orElseThrow().text());

        pack.uninstall();
        assertTrue(service(Filters.class).inForce("turnstile").isEmpty());
    }

    private static InputStream pack() throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "org.example.pack");
        headers.putValue("Bundle-Version", "1.2.0");
        headers.putValue("Bailiff-Filters", "rules/*.conf");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("rules/turnstile.conf"));
            jar.write(TEXT.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry("rules/common.conf"));
            jar.write("[Definition]\n".getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
