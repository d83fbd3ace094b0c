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
 * Answers the command line on the control socket. Without the {@link Store} there is no socket: its presence says that
 * the data directory is locked for this daemon, and so is the socket's place.
 */
@Component(
        service = {},
        immediate = true,
        reference = @Reference(name = "store", service = Store.class))
public final class ControlServer {
    private static final Logger log = LoggerFactory.getLogger(ControlServer.class);

    private final Dispatcher dispatcher;
    // Guarded by this: callers are received on a thread of the framework, perhaps while the component is stopped.
    private SocketFile socket;
    private Reception reception;

    @Activate
    public ControlServer(
            BundleContext context,
            @Reference Audit audit,
            @Reference CommandTable commands,
            @Reference FrameworkStart start) {
        this.dispatcher = new Dispatcher(commands, audit, true);
        if (context.getProperty(FrameworkProperties.LOCAL_VERB) == null) {
            open(context);
            // Who calls while the daemon starts waits until all verbs are there.
            start.whenDone(this::receive);
        }
    }

    private synchronized void open(BundleContext context) {
        Path data = FrameworkProperties.folder(FrameworkProperties.DATA, context::getProperty)
                .orElseThrow();
        String place = context.getProperty(FrameworkProperties.SOCKET);
        try {
            socket = SocketFile.open(place == null ? data.resolve(SocketFile.NAME) : Path.of(place), data);
        } catch (IOException e) {
            log.error("The command line gets no answer. {}", e.getMessage());
        }
    }

    private synchronized void receive() {
        if (socket == null) {
            return;
        }
        try {
            Answering answering = new Answering(new Callers(socket.owner()), dispatcher);
            reception = new Reception(socket, answering, System::nanoTime);
        } catch (IOException e) {
            log.error("The command line gets no answer; restart the daemon. Reason: {}", e.toString());
        }
    }

    @Deactivate
    synchronized void stop() {
        if (reception != null) {
            reception.close();
        }
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
