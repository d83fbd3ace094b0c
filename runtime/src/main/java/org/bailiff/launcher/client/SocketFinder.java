// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/**
 * Where the daemon's socket is: {@code --socket}, {@code BAILIFF_SOCKET}, the path that {@code DATA/control.path}
 * holds, {@code DATA/control}; the first that is given.
 */
public final class SocketFinder {
    private final Path data;
    private final Map<String, String> environment;

    public SocketFinder(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** @throws LaunchException if the pointer in the data directory cannot be read */
    Path find(Optional<String> option) throws LaunchException {
        String given = option.orElse(environment.get("BAILIFF_SOCKET"));
        if (given != null && !given.isEmpty()) {
            return Path.of(given).toAbsolutePath();
        }
        Path pointer = data.resolve("control.path");
        try {
            return data.resolve(Files.readString(pointer).strip());
        } catch (NoSuchFileException e) {
            return data.resolve("control");
        } catch (AccessDeniedException e) {
            throw Unreachable.denied(pointer, e);
        } catch (IOException e) {
            throw new LaunchException(ExitStatus.FAILED, "cannot read " + pointer + ": " + e.getMessage(), e);
        }
    }
}
