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
import java.util.function.IntPredicate;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.config.AreaState;
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
    private final IntPredicate ownPorts;
    private final AreaState state = new AreaState();
    private volatile Map<String, Setting> passed = Map.of();
    private final AtomicReference<Optional<InetSocketAddress>> open = new AtomicReference<>(Optional.empty());

    @Activate
    public RemoteCheck(BundleContext context) {
        this(
                FrameworkProperties.folder(FrameworkProperties.ETC, context::getProperty)
                        .orElse(Path.of("")),
                context.getProperty(FrameworkProperties.LOCAL_VERB) == null,
                OwnPorts::has);
    }

    /**
     * @param daemon whether ports are tried too; without a daemon, one that runs may well have it
     * @param ownPorts whether the daemon itself has a port, for something else that may well give it up
     */
    RemoteCheck(Path etc, boolean daemon, IntPredicate ownPorts) {
        this.etc = etc;
        this.daemon = daemon;
        this.ownPorts = ownPorts;
    }

    /** What has become of it, for the component to tell. */
    AreaState state() {
        return state;
    }

    /** Whether nothing was wrong with the settings when they were last examined. */
    boolean hasPassed(Map<String, Setting> settings) {
        return settings.equals(passed);
    }

    @Override
    public List<Problem> troubles() {
        return state.troubles();
    }

    @Override
    public boolean isSettled(Map<String, Setting> settings) {
        return state.isSettled(settings);
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
            passed = Map.copyOf(settings);
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
                if (ownPorts.test(wished.listen().getPort())) {
                    return;
                }
                throw RemoteTrouble.of(wished.place(), RemoteConnector.reason(wished, e), e);
            }
        }
    }
}
