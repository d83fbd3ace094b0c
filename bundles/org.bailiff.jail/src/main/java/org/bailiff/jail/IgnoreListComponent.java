// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.api.store.Store;
import org.bailiff.jail.ignore.CommonIgnoreList;
import org.bailiff.jail.ignore.ToldAudit;
import org.bailiff.text.Network;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom no jail bans: there before the first jail is, which must not ban anybody of it. */
@Component
public final class IgnoreListComponent implements IgnoreList {
    private static final Logger LOG = LoggerFactory.getLogger(IgnoreListComponent.class);
    private static final String FILE = "ignored";

    private final CommonIgnoreList list;

    /**
     * @param store tells that the data directory is this daemon's
     */
    @Activate
    public IgnoreListComponent(BundleContext context, @Reference Surroundings surroundings, @Reference Store store) {
        Path file = FrameworkProperties.folder(FrameworkProperties.DATA, context::getProperty)
                .orElseThrow()
                .resolve(FILE);
        list = CommonIgnoreList.open(
                file,
                surroundings.ignoring().common(),
                surroundings.clock(),
                new ToldAudit(surroundings.announcements()::audit, LOG::info));
        surroundings.ignoring().common().problems().forEach(problem -> LOG.error("{}", problem));
    }

    @Override
    public List<Entry> entries() {
        return list.entries();
    }

    @Override
    public void add(Network target, String comment, Optional<Instant> until, Caller caller) {
        list.add(target, comment, until, caller);
    }

    @Override
    public boolean remove(Network target, Caller caller) {
        return list.remove(target, caller);
    }
}
