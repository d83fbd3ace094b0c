// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.log;

import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.BanActionFactory;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Component;

/** Offers the action {@code log}. */
@Component(property = BanActionFactory.NAME + "=" + LogAction.NAME)
public final class LogActionFactory implements BanActionFactory {

    @Override
    public BanAction create(ActionSpec spec, ActionListener listener) {
        spec.parameters().keySet().forEach(name -> {
            throw new IllegalArgumentException(
                    spec.origin() + ": log has no parameters, and so no '" + SafeText.of(name, 60) + "'; take it out");
        });
        return new LogAction(spec.jail());
    }
}
