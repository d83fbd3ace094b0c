// SPDX-License-Identifier: Apache-2.0
package org.example.action.proxylist;

import java.nio.file.Path;
import java.util.Map;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionSpec;
import org.bailiff.api.action.BanAction;
import org.bailiff.api.action.BanActionFactory;
import org.osgi.service.component.annotations.Component;

/** Offers {@code action = proxy_list[file=/run/proxy/banned]}. */
@Component(property = BanActionFactory.NAME + "=" + ProxyList.NAME)
public final class ProxyListFactory implements BanActionFactory {

    @Override
    public BanAction create(ActionSpec spec, ActionListener listener) {
        Map<String, String> parameters = spec.parameters();
        if (parameters.size() != 1 || !parameters.getOrDefault("file", "").startsWith("/")) {
            throw new IllegalArgumentException(spec.origin() + ": " + ProxyList.NAME
                    + " has one parameter, the file to write, as an absolute path; write " + ProxyList.NAME
                    + "[file=/run/proxy/banned]");
        }
        return new ProxyList(Path.of(parameters.get("file")));
    }
}
