// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.bailiff.launcher.CommandLine;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** Sends a verb to the daemon and prints its answer as it comes. */
public final class Client {
    /** Of an administrator; the daemon tells others what theirs may have. */
    private static final int LONGEST_REQUEST = 1024 * 1024;

    private final SocketFinder finder;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean colours;

    /**
     * @param colours whether the answer goes to a terminal that shows colours
     */
    public Client(SocketFinder finder, PrintStream out, PrintStream err, boolean colours) {
        this.finder = finder;
        this.out = out;
        this.err = err;
        this.colours = colours;
    }

    /** Returns the exit code that the daemon sent. */
    public int ask(CommandLine commandLine) throws LaunchException {
        List<String> arguments = commandLine.verb().equals("filter")
                ? FilterFile.sent(commandLine.arguments(), System.in)
                : commandLine.arguments();
        return ask(commandLine.option("--socket"), commandLine.verb(), arguments);
    }

    /**
     * The same of a verb and its arguments.
     *
     * @param option the socket, if it was named
     */
    public int ask(Optional<String> option, String verb, List<String> arguments) throws LaunchException {
        Path socket = finder.find(option);
        byte[] request = request(verb, arguments);
        boolean painted = colours && !arguments.contains("--json");
        try (SocketChannel channel = connect(socket)) {
            send(request, channel);
            return new Answer(out, err, painted ? Colours::paint : line -> line)
                    .print(new BufferedReader(
                            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new LaunchException(ExitStatus.FAILED, "the daemon broke off: " + e.getMessage(), e);
        }
    }

    private static void send(byte[] request, SocketChannel channel) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(request);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.shutdownOutput();
        } catch (IOException refused) {
            // A daemon that reads no further has answered why.
        }
    }

    /** The caller's folder, then the verb and its arguments, each followed by U+0000. */
    private static byte[] request(String verb, List<String> arguments) throws LaunchException {
        StringBuilder text = new StringBuilder(System.getProperty("user.dir")).append('\0');
        text.append(verb).append('\0');
        for (String argument : arguments) {
            text.append(argument).append('\0');
        }
        byte[] request = text.toString().getBytes(StandardCharsets.UTF_8);
        if (request.length > LONGEST_REQUEST) {
            throw new LaunchException(
                    ExitStatus.USAGE, "the arguments are over 1 MB; give them in several calls, e.g. through xargs");
        }
        return request;
    }

    /** Tells by the file, not by the text of an exception, why there is no connection. */
    private static SocketChannel connect(Path socket) throws LaunchException {
        try {
            Files.readAttributes(socket, BasicFileAttributes.class);
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            return channel;
        } catch (NoSuchFileException e) {
            throw Unreachable.notRunning(socket, e);
        } catch (AccessDeniedException e) {
            throw Unreachable.denied(socket, e);
        } catch (ConnectException e) {
            throw Unreachable.notAnswering(socket, e);
        } catch (IOException e) {
            if (!Files.isWritable(socket)) {
                throw Unreachable.denied(socket, e);
            }
            throw new LaunchException(
                    ExitStatus.FAILED, "cannot connect to the socket " + socket + ": " + e.getMessage(), e);
        }
    }
}
