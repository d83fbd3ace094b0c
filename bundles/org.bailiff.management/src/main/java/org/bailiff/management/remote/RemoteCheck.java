// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Examines settings of remote JMX before they are in force, with all the files that they name. */
@Component(service = {DaemonCheck.class, RemoteCheck.class})
public final class RemoteCheck implements DaemonCheck {
    private final Path etc;
    private final boolean daemon;
    private final AtomicReference<Optional<InetSocketAddress>> open = new AtomicReference<>(Optional.empty());

    @Activate
    public RemoteCheck(BundleContext context) {
        this(
                FrameworkProperties.folder(FrameworkProperties.ETC, context::getProperty)
                        .orElse(Path.of("")),
                context.getProperty(FrameworkProperties.LOCAL_VERB) == null);
    }

    /** @param daemon whether ports are tried too; without a daemon, one that runs may well have it */
    RemoteCheck(Path etc, boolean daemon) {
        this.etc = etc;
        this.daemon = daemon;
    }

    /** Tells which address is ours, and so not in use by another. */
    void opened(Optional<InetSocketAddress> address) {
        open.set(address);
    }

    @Override
    public String area() {
        return RemoteKeys.AREA;
    }

    @Override
    public List<Problem> check(Map<String, Setting> settings) {
        try {
            Optional<RemoteSettings> wished = RemoteSettings.of(new RemoteKeys(settings, etc));
            if (wished.isPresent()) {
                examine(wished.get());
            }
            return List.of();
        } catch (RemoteTrouble trouble) {
            return List.of(trouble.problem());
        }
    }

    private void examine(RemoteSettings wished) throws RemoteTrouble {
        UserTable.readToLogIn(wished.users());
        if (wished.tls().isPresent()) {
            TlsContext.of(wished.tls().get());
        }
        if (daemon && !open.get().equals(Optional.of(wished.listen()))) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(wished.listen());
            } catch (IOException e) {
                throw RemoteTrouble.of(wished.place(), RemoteConnector.reason(wished, e), e);
            }
        }
    }
}
