// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;

/**
 * What a caller asks for: on the socket {@code directory NUL verb NUL argument NUL ...} in UTF-8, every part followed by
 * a NUL.
 *
 * @param directory the caller's working directory
 * @param verb what is to be done
 * @param arguments what stands behind the verb
 */
public record Request(String directory, String verb, List<String> arguments) {
    /** The longest request, in bytes. */
    public static final int LIMIT = 64 * 1024;
    /** The same of an administrator, who may send a whole definition of a filter. */
    public static final int LIMIT_OF_ADMINISTRATORS = 1024 * 1024;

    public Request {
        arguments = List.copyOf(arguments);
    }

    /**
     * The request that the bytes hold.
     *
     * @throws CommandException if they hold none; one that was cut off is none, so that half a command is never run
     */
    public static Request parse(byte[] bytes) throws CommandException {
        String text = decode(bytes);
        if (!text.endsWith("\0")) {
            throw malformed("The request is cut off");
        }
        // The limit -1 keeps empty arguments; the last part is what follows the last NUL: nothing.
        String[] parts = text.split("\0", -1);
        if (parts.length < 3 || parts[1].isEmpty()) {
            throw malformed("The request names no verb");
        }
        return new Request(parts[0], parts[1], Arrays.asList(parts).subList(2, parts.length - 1));
    }

    private static String decode(byte[] bytes) throws CommandException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The request is not UTF-8");
        }
    }

    private static CommandException malformed(String what) {
        return new CommandException(
                ExitCode.USAGE, what + "; it is a directory, a verb and arguments, each followed by a NUL.");
    }
}
