// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import java.io.IOException;
import java.nio.file.Path;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.store.Store;
import org.bailiff.control.dispatch.Dispatcher;
import org.bailiff.control.socket.Answering;
import org.bailiff.control.socket.Callers;
import org.bailiff.control.socket.Reception;
import org.bailiff.control.socket.SocketFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the command line on the control socket, once all bundles have been started. Without the {@link Store} there
 * is none: its presence says that the data directory is locked for this daemon, and so is the socket's place.
 */
@Component(
        service = {},
        immediate = true,
        reference = @Reference(name = "store", service = Store.class))
public final class ControlServer {
    private static final Logger log = LoggerFactory.getLogger(ControlServer.class);

    private final BundleContext context;
    private final Dispatcher dispatcher;
    // Guarded by this: opened on a thread of the framework, perhaps while the component is stopped.
    private boolean stopped;
    private SocketFile socket;
    private Reception reception;

    @Activate
    public ControlServer(
            BundleContext context,
            @Reference Audit audit,
            @Reference CommandTable commands,
            @Reference FrameworkStart start) {
        this.context = context;
        this.dispatcher = new Dispatcher(commands, audit, true);
        if (context.getProperty(FrameworkProperties.LOCAL_VERB) == null) {
            start.whenDone(this::open);
        }
    }

    private synchronized void open() {
        if (stopped) {
            return;
        }
        try {
            Path data = Path.of(context.getProperty(FrameworkProperties.DATA));
            String place = context.getProperty(FrameworkProperties.SOCKET);
            socket = SocketFile.open(place == null ? data.resolve(SocketFile.NAME) : Path.of(place), data);
            reception = new Reception(socket, new Answering(new Callers(socket.owner()), dispatcher), System::nanoTime);
        } catch (IOException e) {
            log.error("The command line gets no answer. {}", e.getMessage());
        }
    }

    @Deactivate
    synchronized void stop() {
        stopped = true;
        if (reception != null) {
            reception.close();
        }
        if (socket != null) {
            socket.close();
        }
    }
}
