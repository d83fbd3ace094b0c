// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent;

import java.time.Clock;
import org.bailiff.action.xtrecent.list.ConfiguredAction;
import org.bailiff.action.xtrecent.list.Holder;
import org.bailiff.action.xtrecent.list.JailLists;
import org.bailiff.action.xtrecent.list.RecentLists;
import org.bailiff.action.xtrecent.list.RecentSettings;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.BanActionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers the action {@code xt_recent}. */
@Component(property = BanActionFactory.NAME + "=" + ConfiguredAction.ACTION)
public final class RecentActionFactory implements BanActionFactory {
    private final RecentLists lists;

    @Activate
    public RecentActionFactory() {
        lists = RecentLists.ofKernel(Clock.systemUTC());
    }

    @Override
    public BanAction create(ActionSpec spec, ActionListener listener) {
        return create(lists, spec, listener);
    }

    @Override
    public BanAction rehearse(ActionSpec spec, ActionListener listener) {
        return create(RecentLists.ofMemory(Clock.systemUTC()), spec, listener);
    }

    private static BanAction create(RecentLists lists, ActionSpec spec, ActionListener listener) {
        try {
            RecentSettings settings = RecentSettings.of(spec.jail(), spec.parameters(), spec.networks());
            return new RecentAction(new JailLists(lists, settings, new Holder(spec.jail(), listener)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(spec.origin() + ": " + wrong.getMessage(), wrong);
        }
    }

    @Deactivate
    void deactivate() {
        lists.close();
    }
}
