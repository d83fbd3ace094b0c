// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import org.bailiff.api.Caller;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reloads on SIGHUP, which only the daemon's user and root can send. Nobody sees an answer, so problems are logged. */
@Component(service = Runnable.class, property = FrameworkProperties.SIGNAL + "=HUP")
public final class ReloadSignal implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadSignal.class);

    private final Settings settings;

    @Activate
    public ReloadSignal(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run() {
        Caller caller = Caller.ofProcess("signal");
        for (Problem problem : settings.reload(false, caller).problems()) {
            LOG.warn("{}", problem);
        }
    }
}
