// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/**
 * An accepted connection, as RMI sees it. Reading from it tells the thread the {@link Origin}, and ends it when a request is
 * too large. RMI is not told the address:
 * its registry lets local hosts change what it holds, and refuses those of which it knows nothing.
 */
final class CallerSocket extends Socket {
    private final Socket accepted;
    private final Origin origin;
    private final Intake intake;
    private final Runnable closed;

    /**
     * @param intake how much may be read
     * @param closed is run when it is closed, maybe more than once
     */
    CallerSocket(Socket accepted, Origin origin, Intake intake, Runnable closed) {
        this.accepted = accepted;
        this.origin = origin;
        this.intake = intake;
        this.closed = closed;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(accepted.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] single = new byte[1];
                return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                origin.becomeCurrent();
                intake.waiting();
                int got = super.read(bytes, from, length);
                count(got);
                return got;
            }

            /** Nobody skips: it would read uncounted. */
            @Override
            public long skip(long count) throws IOException {
                return count <= 0 || read() < 0 ? 0 : 1;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(accepted.getOutputStream()) {
            @Override
            public void write(int single) throws IOException {
                intake.answered();
                out.write(single);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                intake.answered();
                out.write(bytes, from, length);
            }
        };
    }

    private void count(int bytes) throws IOException {
        try {
            if (bytes > 0) {
                intake.read(bytes);
            }
        } catch (IOException tooMuch) {
            close();
            throw tooMuch;
        }
    }

    /** Null: that it is unknown. */
    @Override
    public InetAddress getInetAddress() {
        return null;
    }

    @Override
    public int getPort() {
        return accepted.getPort();
    }

    @Override
    public int getLocalPort() {
        return accepted.getLocalPort();
    }

    @Override
    public InetAddress getLocalAddress() {
        return accepted.getLocalAddress();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        accepted.setTcpNoDelay(on);
    }

    @Override
    public void setKeepAlive(boolean on) throws SocketException {
        accepted.setKeepAlive(on);
    }

    @Override
    public void setSoTimeout(int milliseconds) throws SocketException {
        accepted.setSoTimeout(milliseconds);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return accepted.getSoTimeout();
    }

    @Override
    public boolean isConnected() {
        return accepted.isConnected();
    }

    @Override
    public boolean isClosed() {
        return accepted.isClosed();
    }

    @Override
    public void close() throws IOException {
        try {
            accepted.close();
        } finally {
            intake.close();
            closed.run();
        }
    }
}
